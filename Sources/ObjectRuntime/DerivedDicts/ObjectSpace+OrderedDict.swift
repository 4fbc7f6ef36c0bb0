extension ObjectSpace {
  /// The bytes that an `OrderedDict` has beside a dict's own: a table of nodes, and the nodes.
  ///
  /// This runtime keeps the order in the dict's own table and has no nodes, but counts them as CPython does.
  func nodeSize(of dict: ObjectPointer) -> Int {
    let count = dictCount(dict)
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    guard table.block.address != emptyKeysAddress else { return 0 }
    return 8 << table.log2Size + 32 * count
  }

  /// Moves a key to an end of an `OrderedDict`.
  ///
  /// - Complexity: O(1) to the last place, O(*n*) to the first.
  func moveKey(_ key: ObjectPointer, of dict: ObjectPointer, toLast isLast: Bool) throws(ObjectError) {
    guard let value = try takeValue(of: key, from: dict) else { throw missingKey(key) }
    defer { release(value) }
    guard !isLast else { return try setValue(value, for: key, in: dict) }
    try withHeldEntries(of: dict) { (entries) throws(ObjectError) in
      for (other, _) in entries { _ = try removeValue(of: other, from: dict) }
      try setValue(value, for: key, in: dict)
      for (other, value) in entries { try setValue(value, for: other, in: dict) }
    }
  }

  /// Takes the entry at an end of an `OrderedDict`; owned by the caller.
  func popEntry(
    of dict: ObjectPointer, last isLast: Bool
  ) throws(ObjectError) -> (key: ObjectPointer, value: ObjectPointer)? {
    if isLast { return try popItem(dict) }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    // What was taken from the start before is not looked at again, while the table is the same one.
    let isKnown = dict[word: DerivedDictOffset.nodeTable] == table.block.address
    var place = isKnown ? dict[integer: DerivedDictOffset.nodeTableSize] : 0
    while place < table.entryCount {
      if let key = table.key(place)?.retained(), table.value(place) != nil {
        dict[word: DerivedDictOffset.nodeTable] = table.block.address
        dict[integer: DerivedDictOffset.nodeTableSize] = place
        guard let value = try takeValue(of: key, from: dict) else {
          release(key)
          return nil
        }
        return (key, value)
      }
      place += 1
    }
    return nil
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
