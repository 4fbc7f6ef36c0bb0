extension ObjectSpace {
  /// Moves a key to an end of an `OrderedDict`.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` for a key that it does not have.
  /// - Complexity: O(1) on average.
  func moveKey(_ key: ObjectPointer, of dict: ObjectPointer, toLast isLast: Bool) throws(ObjectError) {
    guard let place = try lookUp(key, hash: hash(of: key), in: dict),
      let node = node(ofEntry: place.index, of: dict)
    else { throw missingKey(key) }
    guard dict[block: isLast ? DerivedDictOffset.lastNode : DerivedDictOffset.firstNode] != node else {
      return
    }
    unlink(node, from: dict)
    link(node, to: dict, atEnd: isLast)
    dict[integer: DerivedDictOffset.state] &+= 1
  }

  /// Takes the entry at an end of an `OrderedDict`; owned by the caller.
  ///
  /// - Complexity: O(1) on average.
  func popEntry(
    of dict: ObjectPointer, last isLast: Bool
  ) throws(ObjectError) -> (key: ObjectPointer, value: ObjectPointer)? {
    let end = dict[block: isLast ? DerivedDictOffset.lastNode : DerivedDictOffset.firstNode]
    guard let key = end?[object: NodeOffset.key]?.retained() else { return nil }
    guard let value = try takeValue(of: key, from: dict) else {
      release(key)
      return nil
    }
    return (key, value)
  }

  /// Whether two ordered dicts have equal entries in the same order.
  func orderedDictsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> Bool {
    guard dictCount(left) == dictCount(right) else { return false }
    return try withHeldEntries(of: left) { (first) throws(ObjectError) in
      try withHeldEntries(of: right) { (second) throws(ObjectError) in
        for (mine, other) in zip(first, second) {
          if try !areEqual(mine.key, other.key) { return false }
          if try !areEqual(mine.value, other.value) { return false }
        }
        return true
      }
    }
  }
}

extension BuiltinMethod {
  static let orderedDicts: [BuiltinMethod] = [
    BuiltinMethod("move_to_end", BuiltinParameters("key", "last", required: 1)) {
      (space, dict, arguments) throws(ObjectError) in
      let isLast = try arguments[1].map { (last) throws(ObjectError) in try space.isTrue(last) } ?? true
      try space.moveKey(arguments[0] ?? space.none, of: dict, toLast: isLast)
      return space.none
    },
    BuiltinMethod("popitem", BuiltinParameters("last")) { (space, dict, arguments) throws(ObjectError) in
      let isLast = try arguments[0].map { (last) throws(ObjectError) in try space.isTrue(last) } ?? true
      guard let (key, value) = try space.popEntry(of: dict, last: isLast) else {
        throw space.keyError("dictionary is empty")
      }
      defer {
        space.release(key)
        space.release(value)
      }
      return try space.makeTuple([key, value])
    },
    BuiltinMethod("copy", 0) { (space, dict, _) throws(ObjectError) in try space.copyDerivedDict(dict) },
  ]
}
