extension BuiltinMethod {
  /// The methods of sets and frozensets.
  static let readingSets: [BuiltinMethod] = [
    BuiltinMethod("copy", 0) { (space, set, _) throws(ObjectError) in
      set.type == space.type(.frozenSet) ? set.retained() : try space.copySet(set)
    },
    BuiltinMethod("difference", 0, .max) { (space, set, arguments) throws(ObjectError) in
      guard let first = arguments.first else { return try space.copySet(set) }
      var result = try space.difference(set, first)
      try space.replaceEach(&result, arguments.dropFirst()) { (set, other) throws(ObjectError) in
        try space.difference(set, other)
      }
      return result
    },
    BuiltinMethod("intersection", 0, .max) { (space, set, arguments) throws(ObjectError) in
      guard let first = arguments.first else { return try space.copySet(set) }
      var result = try space.intersection(set, first)
      try space.replaceEach(&result, arguments.dropFirst()) { (set, other) throws(ObjectError) in
        try space.intersection(set, other)
      }
      return result
    },
    BuiltinMethod("isdisjoint", 1) { (space, set, arguments) throws(ObjectError) in
      space.bool(try space.isDisjoint(set, arguments[0]))
    },
    BuiltinMethod("issubset", 1) { (space, set, arguments) throws(ObjectError) in
      let other = try space.asSet(arguments[0])
      defer { space.release(other) }
      guard space.setCount(set) <= space.setCount(other) else { return space.falseObject }
      return space.bool(try space.isSubset(set, of: other))
    },
    BuiltinMethod("issuperset", 1) { (space, set, arguments) throws(ObjectError) in
      if arguments[0].plan.body == .set {
        return space.bool(try space.isSubset(arguments[0], of: set))
      }
      let elements = try space.iterate(arguments[0])
      defer { for element in elements { space.release(element) } }
      for element in elements where try !space.contains(element, in: set) { return space.falseObject }
      return space.trueObject
    },
    BuiltinMethod("symmetric_difference", 1) { (space, set, arguments) throws(ObjectError) in
      try space.symmetricDifference(set, arguments[0])
    },
    BuiltinMethod("union", 0, .max) { (space, set, arguments) throws(ObjectError) in
      let result = try space.copySet(set)
      try space.fillNew(result) { () throws(ObjectError) in
        for other in arguments where other != set { try space.fillSet(result, from: other) }
      }
      return result
    },
  ]

  /// The methods of sets that a frozenset does not have.
  static let changingSets: [BuiltinMethod] = [
    BuiltinMethod("add", 1) { (space, set, arguments) throws(ObjectError) in
      try space.insert(arguments[0], into: set)
      return space.none
    },
    BuiltinMethod("clear", 0) { (space, set, _) throws(ObjectError) in
      space.clearSet(set)
      return space.none
    },
    BuiltinMethod("difference_update", 0, .max) { (space, set, arguments) throws(ObjectError) in
      for other in arguments { try space.subtract(other, from: set) }
      return space.none
    },
    BuiltinMethod("discard", 1) { (space, set, arguments) throws(ObjectError) in
      _ = try space.remove(arguments[0], from: set)
      return space.none
    },
    BuiltinMethod("intersection_update", 0, .max) { (space, set, arguments) throws(ObjectError) in
      for other in arguments { try space.formIntersection(set, with: other) }
      return space.none
    },
    BuiltinMethod("pop", 0) { (space, set, _) throws(ObjectError) in
      guard let element = space.popElement(set) else {
        throw space.keyError("pop from an empty set")
      }
      return element
    },
    BuiltinMethod("remove", 1) { (space, set, arguments) throws(ObjectError) in
      guard try space.remove(arguments[0], from: set) else { throw space.missingKey(arguments[0]) }
      return space.none
    },
    BuiltinMethod("symmetric_difference_update", 1) { (space, set, arguments) throws(ObjectError) in
      try space.formSymmetricDifference(set, with: arguments[0])
      return space.none
    },
    BuiltinMethod("update", 0, .max) { (space, set, arguments) throws(ObjectError) in
      for other in arguments { try space.fillSet(set, from: other) }
      return space.none
    },
  ]

  /// The methods of the views that are like a set.
  static let setViews: [BuiltinMethod] = [
    BuiltinMethod("isdisjoint", 1) { (space, view, arguments) throws(ObjectError) in
      let elements = try space.iterate(arguments[0])
      defer { for element in elements { space.release(element) } }
      for element in elements where try space.hasElement(element, in: view) { return space.falseObject }
      return space.trueObject
    }
  ]
}

extension ObjectSpace {
  /// Replaces a set by what comes of it and each of some objects, one after the other.
  func replaceEach(
    _ set: inout ObjectPointer, _ others: some Sequence<ObjectPointer>,
    _ combine: (ObjectPointer, ObjectPointer) throws(ObjectError) -> ObjectPointer
  ) throws(ObjectError) {
    for other in others {
      let old = set
      defer { release(old) }
      set = try combine(old, other)
    }
  }

  /// A set as it is, or a new one of what an object gives; owned by the caller.
  func asSet(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if object.plan.body == .set { return object.retained() }
    let set = try makeSet(type(.set))
    try fillNew(set) { () throws(ObjectError) in try fillSet(set, from: object) }
    return set
  }

  /// Whether nothing that an object gives is in a set.
  func isDisjoint(_ set: ObjectPointer, _ other: ObjectPointer) throws(ObjectError) -> Bool {
    let elements = try iterate(other)
    defer { for element in elements { release(element) } }
    for element in elements where try contains(element, in: set) { return false }
    return true
  }
}
