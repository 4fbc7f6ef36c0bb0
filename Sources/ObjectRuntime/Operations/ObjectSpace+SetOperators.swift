extension ObjectSpace {
  /// An operator between two sets, dicts or views of dicts; owned by the caller, `nil` where there is none.
  func combine(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let (body, other) = (left.plan.body, right.plan.body)
    if body == .set, other == .set {
      switch operation {
      case .subtract: return try difference(left, right)
      case .and: return try intersection(left, right)
      case .exclusiveOr: return try symmetricDifference(left, right)
      case .or: return try union(left, right)
      default: return nil
      }
    }
    if operation == .or, body == .dict, other == .dict {
      func isDerived(_ dict: ObjectPointer) -> Bool {
        isSubtype(dict.type, type(.orderedDict)) || isSubtype(dict.type, type(.defaultDict))
      }
      // A derived built-in type's own operator makes one of its kind, also from the right.
      if isDerived(left) { return try mergeDicts(left, right, like: left) }
      if isDerived(right) { return try mergeDicts(left, right, like: right) }
      let result = try copyDict(left)
      try fillNew(result) { () throws(ObjectError) in try update(result, from: right) }
      return result
    }
    if operation == .or, left.type == type(.mappingProxy) || right.type == type(.mappingProxy) {
      return try apply(.or, mapping(behind: left), mapping(behind: right))
    }
    if operation == .or, let union = try union(ofTypes: left, right) { return union }
    guard isSetView(left) || isSetView(right) else { return nil }
    switch operation {
    case .subtract: return try setOfView(left) { (set) throws(ObjectError) in try subtract(right, from: set) }
    case .or: return try setOfView(left) { (set) throws(ObjectError) in try fillSet(set, from: right) }
    case .exclusiveOr:
      return try setOfView(left) { (set) throws(ObjectError) in try formSymmetricDifference(set, with: right)
      }
    case .and: return try viewIntersection(left, right)
    default: return nil
    }
  }

  private func mapping(behind object: ObjectPointer) -> ObjectPointer {
    object.type == type(.mappingProxy) ? object[object: 16] ?? object : object
  }

  /// Whether an object is a view of a dict's keys or items, which are like a set.
  func isSetView(_ object: ObjectPointer) -> Bool {
    object.type == type(.dictKeys) || object.type == type(.dictItems)
  }

  /// A new set of what an object gives, changed by a closure.
  private func setOfView(
    _ object: ObjectPointer, _ change: (ObjectPointer) throws(ObjectError) -> Void
  ) throws(ObjectError) -> ObjectPointer {
    let set = try makeSet(type(.set))
    try fillNew(set) { () throws(ObjectError) in
      try fillSet(set, from: object)
      try change(set)
    }
    return set
  }

  private func viewIntersection(
    _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    var (view, other) = isSetView(left) ? (left, right) : (right, left)
    let count = try length(of: view)
    if other.type == type(.set), count <= setCount(other) {
      return try intersection(other, view)
    }
    if isSetView(other), try length(of: other) > count { swap(&view, &other) }
    let elements = try iterate(other)
    defer { for element in elements { release(element) } }
    let result = try makeSet(type(.set))
    try fillNew(result) { () throws(ObjectError) in
      for element in elements where try hasElement(element, in: view) { try insert(element, into: result) }
    }
    return result
  }

  func union(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let result = try copySet(left)
    try fillNew(result) { () throws(ObjectError) in try fillSet(result, from: right) }
    return result
  }

  /// A new set of the elements of one, of its built-in kind.
  func copySet(_ set: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let copy = try makeSet(isSubtype(set.type, type(.frozenSet)) ? type(.frozenSet) : type(.set))
    try fillNew(copy) { () throws(ObjectError) in try formUnion(copy, with: set) }
    return copy
  }

  // MARK: In place

  /// Takes what an object gives out of a set, as `set.difference_update`.
  func subtract(_ other: ObjectPointer, from set: ObjectPointer) throws(ObjectError) {
    if set == other { return clearSet(set) }
    let elements = try iterate(other)
    defer { for element in elements { release(element) } }
    for element in elements { _ = try remove(element, from: set) }
  }

  /// Keeps only what an object gives too, as `set.intersection_update`.
  func formIntersection(_ set: ObjectPointer, with other: ObjectPointer) throws(ObjectError) {
    let kept = try intersection(set, other)
    defer { release(kept) }
    exchangeElements(set, kept)
  }

  /// Keeps what only one of a set and an object has, as `set.symmetric_difference_update`.
  func formSymmetricDifference(_ set: ObjectPointer, with other: ObjectPointer) throws(ObjectError) {
    if set == other { return clearSet(set) }
    // Each counts once, however often it is given.
    let distinct = other.plan.body == .set ? other.retained() : try makeSet(type(.set))
    defer { release(distinct) }
    if other.plan.body != .set { try fillSet(distinct, from: other) }
    try withHeldElements(of: distinct) { (elements) throws(ObjectError) in
      for (element, hash) in elements where try !remove(element, from: set) {
        try insert(element, hash: hash, into: set)
      }
    }
  }

  /// Gives two sets each other's elements.
  private func exchangeElements(_ set: ObjectPointer, _ other: ObjectPointer) {
    for offset in [SetOffset.fill, SetOffset.used, SetOffset.mask, SetOffset.table] {
      (set[word: offset], other[word: offset]) = (other[word: offset], set[word: offset])
    }
    for offset in stride(from: SetOffset.smallTable, to: SetOffset.weakReferences, by: 8) {
      (set[word: offset], other[word: offset]) = (other[word: offset], set[word: offset])
    }
    // A small table lies in the set itself.
    for (own, from) in [(set, other), (other, set)] {
      let small = UInt(SetOffset.smallTable)
      if own[word: SetOffset.table] == from.address + small {
        own[word: SetOffset.table] = own.address + small
      }
    }
    set[integer: SetOffset.hash] = -1
    other[integer: SetOffset.hash] = -1
  }
}
