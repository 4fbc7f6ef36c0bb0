extension ObjectSpace {
  /// Calls a closure with each entry in order; the entries are borrowed, and the dict must not change meanwhile.
  @inline(__always)
  func forEachEntry<Failure: Error>(
    of dict: ObjectPointer, _ body: (ObjectPointer, ObjectPointer) throws(Failure) -> Void
  ) throws(Failure) {
    if isOrdered(dict) {
      var next = dict[block: DerivedDictOffset.firstNode]
      while let node = next {
        next = node[block: NodeOffset.next]
        if let (key, value) = entry(of: node, in: dict) { try body(key, value) }
      }
      return
    }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    if let values = dict[block: DictOffset.values] {
      let order = ValuesOffset.order(values)
      for position in 0..<Int(values[byte: ValuesOffset.size]) {
        let index = Int(values[byte: order &+ position])
        guard let key = table.key(index), let value = values[object: ValuesOffset.values &+ 8 &* index] else {
          continue
        }
        try body(key, value)
      }
      return
    }
    for index in 0..<table.entryCount {
      guard let key = table.key(index), let value = table.value(index) else { continue }
      try body(key, value)
    }
  }

  /// The entries in order, borrowed.
  package func entries(of dict: ObjectPointer) -> [(key: ObjectPointer, value: ObjectPointer)] {
    var entries: [(key: ObjectPointer, value: ObjectPointer)] = []
    entries.reserveCapacity(dictCount(dict))
    forEachEntry(of: dict) { entries.append(($0, $1)) }
    return entries
  }

  /// A dict with the same entries, as `dict.copy()`.
  ///
  /// - Returns: the copy, owned by the caller.
  /// - Complexity: O(*n*).
  package func copyDict(_ dict: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard dictCount(dict) > 0 else { return try makeDict() }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    if let values = dict[block: DictOffset.values] {
      let copied = try copyValues(values)
      table.referenceCount += 1
      let copy = try makeDict(keys: table.block, values: copied, used: dictCount(dict))
      for index in 0..<Int(copied[byte: ValuesOffset.capacity]) {
        copied[object: ValuesOffset.values + 8 * index]?.retain()
      }
      if dict.isTracked { track(copy) }
      return copy
    }
    if !isOrdered(dict), dictCount(dict) >= table.entryCount * 2 / 3 {
      let keys = try cloneKeys(table)
      let copy = try makeDict(keys: keys.block, values: nil, used: dictCount(dict))
      if dict.isTracked { track(copy) }
      return copy
    }
    let copy = try makeDict()
    do throws(ObjectError) {
      try update(copy, from: dict)
    } catch {
      release(copy)
      throw error
    }
    return copy
  }

  /// Sets all entries of another dict, as `dict.update()`.
  ///
  /// - Throws: as ``setValue(_:for:in:)``; `runtimeError` where a comparison changes the other dict.
  package func update(_ dict: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    guard dict != other, dictCount(other) > 0 else { return }
    let otherTable = KeyTable(Block(address: other[word: DictOffset.keys]))
    let ownKeys = Block(address: dict[word: DictOffset.keys])
    // An instance's own values stay where they are.
    if dictCount(dict) == 0, !isOrdered(dict), !isOrdered(other), dict[block: DictOffset.values] == nil,
      other[block: DictOffset.values] == nil,
      dictCount(other) == otherTable.entryCount,
      otherTable.log2Size == KeyTable.smallestLog2Size
        || KeyTable.usableEntries(otherTable.log2Size - 1) < dictCount(other)
    {
      let keys = try cloneKeys(otherTable)
      dict[block: DictOffset.keys] = keys.block
      dict[integer: DictOffset.used] = dictCount(other)
      noteChange(of: dict)
      releaseKeyTable(ownKeys)
      if other.isTracked, !dict.isTracked { track(dict) }
      return
    }
    // One with an order of its own is filled and gone through key by key.
    if !isOrdered(dict), !isOrdered(other),
      KeyTable.usableEntries(KeyTable(ownKeys).log2Size) < dictCount(other)
    {
      try resizeDict(
        dict, log2Size: KeyTable.log2Size(forEntries: dictCount(dict) + dictCount(other)),
        isUnicode: otherTable.isUnicode)
    }
    let count = dictCount(other)
    try forEachHeldEntry(of: other) { (key, value) throws(ObjectError) in
      try insert(key, hash: hash(of: key), value: value, into: dict)
      guard dictCount(other) == count else {
        throw ObjectError(.runtimeError, "dict mutated during update")
      }
    }
  }

  /// Makes a dict with the elements of a built-in container as keys and one value for all, as `dict.fromkeys`.
  ///
  /// - Returns: the dict, owned by the caller.
  package func makeDict(keysFrom other: ObjectPointer, value: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let dict = try makeDict()
    try fillNew(dict) { () throws(ObjectError) in
      switch other.plan.body {
      case .dict:
        let isUnicode = KeyTable(Block(address: other[word: DictOffset.keys])).isUnicode
        try resizeDict(dict, log2Size: KeyTable.log2Size(forEntries: dictCount(other)), isUnicode: isUnicode)
      case .set:
        try resizeDict(dict, log2Size: KeyTable.log2Size(forEntries: setCount(other)), isUnicode: false)
      default: break
      }
      let keys = try iterate(other)
      defer { for key in keys { release(key) } }
      for key in keys { try setValue(value, for: key, in: dict) }
    }
    return dict
  }

  /// A copy of the values of an instance, in a block of its own; the references are not counted yet.
  func copyValues(_ values: Block) throws(ObjectError) -> Block {
    let capacity = Int(values[byte: ValuesOffset.capacity])
    let copy = try makeValues(capacity: capacity)
    copy[byte: ValuesOffset.size] = values[byte: ValuesOffset.size]
    copy.copy(
      8 * capacity + Int(values[byte: ValuesOffset.size]), bytesFrom: values, at: ValuesOffset.values,
      to: ValuesOffset.values)
    return copy
  }

  /// Values without any, in a block of their own.
  func makeValues(capacity: Int) throws(ObjectError) -> Block {
    let size = ValuesOffset.size(capacity: capacity)
    let values = try allocateBlock(size)
    values.zero(from: 0, count: size)
    values[byte: ValuesOffset.capacity] = UInt8(capacity)
    values[byte: ValuesOffset.isValid] = 1
    return values
  }
}
