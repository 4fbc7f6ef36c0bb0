extension BuiltinMethod {
  static let lists: [BuiltinMethod] = [
    BuiltinMethod("append", 1) { (space, list, arguments) throws(ObjectError) in
      try space.append(arguments[0], to: list)
      return space.none
    },
    BuiltinMethod("clear", 0) { (space, list, _) throws(ObjectError) in
      space.clearList(list)
      return space.none
    },
    BuiltinMethod("copy", 0) { (space, list, _) throws(ObjectError) in
      try space.makeList(space.items(of: list))
    },
    BuiltinMethod("count", 1) { (space, list, arguments) throws(ObjectError) in
      var count = 0
      try space.forEachItem(of: list) { (_, item) throws(ObjectError) in
        if try space.areEqual(item, arguments[0]) { count += 1 }
        return true
      }
      return try space.makeInteger(count)
    },
    BuiltinMethod("extend", 1) { (space, list, arguments) throws(ObjectError) in
      try space.extend(list, iterating: arguments[0])
      return space.none
    },
    BuiltinMethod("index", 1, 3) { (space, list, arguments) throws(ObjectError) in
      let start = try arguments.count > 1 ? space.searchBound(arguments[1], in: list) : 0
      let end = try arguments.count > 2 ? space.searchBound(arguments[2], in: list) : .max
      guard let index = try space.firstIndex(of: arguments[0], in: list, from: start, to: end) else {
        throw ObjectError(.valueError, "\(try space.representation(of: arguments[0])) is not in list")
      }
      return try space.makeInteger(index)
    },
    BuiltinMethod("insert", 2) { (space, list, arguments) throws(ObjectError) in
      try space.insert(arguments[1], at: space.indexValue(arguments[0]), of: list)
      return space.none
    },
    BuiltinMethod("pop", 0, 1) { (space, list, arguments) throws(ObjectError) in
      let index = arguments.isEmpty ? -1 : try space.indexValue(arguments[0])
      guard list.itemCount > 0 else { throw ObjectError(.indexError, "pop from empty list") }
      let place = index < 0 ? index + list.itemCount : index
      guard place >= 0, place < list.itemCount else {
        throw ObjectError(.indexError, "pop index out of range")
      }
      return try space.takeItem(place, of: list) ?? space.none
    },
    BuiltinMethod("remove", 1) { (space, list, arguments) throws(ObjectError) in
      guard let index = try space.firstIndex(of: arguments[0], in: list) else {
        throw ObjectError(.valueError, "list.remove(x): x not in list")
      }
      try space.removeItems(index..<index + 1, of: list)
      return space.none
    },
    BuiltinMethod("reverse", 0) { (space, list, _) throws(ObjectError) in
      space.reverseList(list)
      return space.none
    },
    BuiltinMethod("sort", BuiltinParameters("key", "reverse", positional: 0)) {
      (space, list, arguments) throws(ObjectError) in
      let isReversed =
        try arguments[1].map { (value) throws(ObjectError) in try space.isTrue(value) } ?? false
      try space.sort(list, key: arguments[0] == space.none ? nil : arguments[0], isReversed: isReversed)
      return space.none
    },
  ]

  static let tuples: [BuiltinMethod] = [
    BuiltinMethod("count", 1) { (space, tuple, arguments) throws(ObjectError) in
      var count = 0
      try space.forEachItem(of: tuple) { (_, item) throws(ObjectError) in
        if try space.areEqual(item, arguments[0]) { count += 1 }
        return true
      }
      return try space.makeInteger(count)
    },
    BuiltinMethod("index", 1, 3) { (space, tuple, arguments) throws(ObjectError) in
      let start = try arguments.count > 1 ? space.searchBound(arguments[1], in: tuple) : 0
      let end = try arguments.count > 2 ? space.searchBound(arguments[2], in: tuple) : .max
      guard let index = try space.firstIndex(of: arguments[0], in: tuple, from: start, to: end) else {
        throw ObjectError(.valueError, "tuple.index(x): x not in tuple")
      }
      return try space.makeInteger(index)
    },
  ]

  static let dicts: [BuiltinMethod] = [
    BuiltinMethod("clear", 0) { (space, dict, _) throws(ObjectError) in
      space.clearDict(dict)
      return space.none
    },
    BuiltinMethod("copy", 0) { (space, dict, _) throws(ObjectError) in try space.copyDict(dict) },
    BuiltinMethod("fromkeys", 1, 2, binding: .type) { (space, type, arguments) throws(ObjectError) in
      let value = arguments.count > 1 ? arguments[1] : space.none
      if type == space.type(.dict) { return try space.makeDict(keysFrom: arguments[0], value: value) }
      let dict = try space.call(type)
      try space.fillNew(dict) { () throws(ObjectError) in
        let keys = try space.iterate(arguments[0])
        defer { for key in keys { space.release(key) } }
        for key in keys { try space.setItem(at: key, of: dict, to: value) }
      }
      return dict
    },
    BuiltinMethod("get", 1, 2) { (space, dict, arguments) throws(ObjectError) in
      let missing = arguments.count > 1 ? arguments[1] : space.none
      return try (space.value(of: arguments[0], in: dict) ?? missing).retained()
    },
    BuiltinMethod("items", 0) { (space, dict, _) throws(ObjectError) in
      try space.makeView(.dictItems, of: dict)
    },
    BuiltinMethod("keys", 0) { (space, dict, _) throws(ObjectError) in
      try space.makeView(.dictKeys, of: dict)
    },
    BuiltinMethod("pop", 1, 2) { (space, dict, arguments) throws(ObjectError) in
      if let value = try space.takeValue(of: arguments[0], from: dict) { return value }
      guard arguments.count > 1 else { throw space.missingKey(arguments[0]) }
      return arguments[1].retained()
    },
    BuiltinMethod("popitem", 0) { (space, dict, _) throws(ObjectError) in
      guard let (key, value) = try space.popItem(dict) else {
        throw space.keyError("popitem(): dictionary is empty")
      }
      defer {
        space.release(key)
        space.release(value)
      }
      return try space.makeTuple([key, value])
    },
    BuiltinMethod("setdefault", 1, 2) { (space, dict, arguments) throws(ObjectError) in
      if let value = try space.value(of: arguments[0], in: dict) { return value.retained() }
      let value = arguments.count > 1 ? arguments[1] : space.none
      try space.setValue(value, for: arguments[0], in: dict)
      return value.retained()
    },
    BuiltinMethod("update", anyNames: 1) { (space, dict, arguments, keywords) throws(ObjectError) in
      if let other = arguments.first { try space.fillDict(dict, from: other) }
      for (name, value) in keywords { try space.setValue(value, for: name, in: dict) }
      return space.none
    },
    BuiltinMethod("values", 0) { (space, dict, _) throws(ObjectError) in
      try space.makeView(.dictValues, of: dict)
    },
  ]

  static let slices: [BuiltinMethod] = [
    BuiltinMethod("indices", 1) { (space, slice, arguments) throws(ObjectError) in
      try space.indices(of: slice, length: arguments[0])
    }
  ]
}

extension ObjectSpace {
  /// The value of an integer that stands for a place.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `indexError` for one beyond all places.
  func indexValue(_ object: ObjectPointer) throws(ObjectError) -> Int {
    try machineIndex(object, kind: .overflowError)
  }

  /// Where a search in a list begins or ends: an index, cut to what there is.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer.
  func searchBound(_ object: ObjectPointer, in list: ObjectPointer) throws(ObjectError) -> Int {
    guard let integer = try indexObject(of: object) else {
      throw ObjectError(.typeError, "slice indices must be integers or have an __index__ method")
    }
    defer { release(integer) }
    let index = integer.integerValue ?? (integer.isNegativeInteger ? .min : .max)
    return index < 0 ? max(index + list.itemCount, 0) : index
  }

  /// Calls a closure with each item of a list, also while the closure changes the list; it ends where that says so.
  func forEachItem(
    of list: ObjectPointer, _ body: (_ index: Int, _ item: ObjectPointer) throws(ObjectError) -> Bool
  ) throws(ObjectError) {
    var index = 0
    while index < list.itemCount, let item = item(index, of: list)?.retained() {
      defer { release(item) }
      guard try body(index, item) else { return }
      index += 1
    }
  }

  /// The place of the first item that equals an object, among those from one place up to another.
  func firstIndex(
    of object: ObjectPointer, in list: ObjectPointer, from start: Int = 0, to end: Int = .max
  ) throws(ObjectError) -> Int? {
    var index = start
    while index < min(list.itemCount, end), let item = item(index, of: list)?.retained() {
      defer { release(item) }
      if try areEqual(item, object) { return index }
      index += 1
    }
    return nil
  }

  /// Sets all entries of a mapping, or of a series of pairs, in a dict.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for anything else, `valueError` for an element that is no pair.
  package func fillDict(_ dict: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    if other.plan.body == .dict { return try update(dict, from: other) }
    if try isWeakDictionary(other) {
      return try forEachMapping(other) { (key, value) throws(ObjectError) in
        try setValue(value, for: key, in: dict)
      }
    }
    if other.type == type(.mappingProxy), let mapping = other[object: 16] {
      return try fillDict(dict, from: mapping)
    }
    if isHeap(other.type), let keys = try mappingKeys(of: other) {
      defer { for key in keys { release(key) } }
      for key in keys {
        let value = try item(at: key, of: other)
        defer { release(value) }
        try setValue(value, for: key, in: dict)
      }
      return
    }
    let pairs = try iterate(other)
    defer { for pair in pairs { release(pair) } }
    for (index, pair) in pairs.enumerated() {
      let parts: [ObjectPointer]
      do throws(ObjectError) {
        parts = try iterate(pair)
      } catch {
        guard error.kind == .typeError else { throw error }
        throw ObjectError(
          .typeError, "cannot convert dictionary update sequence element #\(index) to a sequence")
      }
      defer { for part in parts { release(part) } }
      guard parts.count == 2 else {
        throw ObjectError(
          .valueError,
          "dictionary update sequence element #\(index) has length \(parts.count); 2 is required")
      }
      try setValue(parts[1], for: parts[0], in: dict)
    }
  }

  /// What the `keys()` of a program's mapping gives, owned by the caller; `nil` for an object without it.
  private func mappingKeys(of object: ObjectPointer) throws(ObjectError) -> [ObjectPointer]? {
    let name = try makeName("keys")
    defer { release(name) }
    guard let method = try findAttribute(name, of: object) else { return nil }
    defer { release(method) }
    let keys = try call(method)
    defer { release(keys) }
    return try iterate(keys)
  }
}
