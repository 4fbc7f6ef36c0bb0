extension ObjectSpace {
  /// The key table of every empty dict.
  var emptyKeys: Block { Block(address: emptyKeysAddress) }

  /// Makes an empty dict.
  ///
  /// - Returns: the dict, owned by the caller.
  package func makeDict() throws(ObjectError) -> ObjectPointer {
    try makeDict(keys: emptyKeys, values: nil, used: 0)
  }

  /// Makes an empty dict with room for a number of entries, as a display of a dict does.
  package func makeDict(capacity: Int, isUnicode: Bool) throws(ObjectError) -> ObjectPointer {
    guard capacity > KeyTable.usableEntries(KeyTable.smallestLog2Size) else { return try makeDict() }
    let log2Size = min(KeyTable.log2Size(forEntries: capacity), 17)
    let table = try makeKeys(log2Size: log2Size, kind: isUnicode ? .unicode : .general)
    return try makeDict(keys: table.block, values: nil, used: 0)
  }

  /// Makes a dict of a table and values, which it takes over; they are let go where this throws.
  func makeDict(keys: Block, values: Block?, used: Int) throws(ObjectError) -> ObjectPointer {
    let type = type(.dict)
    let dict: ObjectPointer
    if let kept = state.freeLists.dicts.pop() {
      dict = ObjectPointer(address: kept.address)
      dict[word: ObjectOffset.referenceCount] = 1
      if state.isTracing { traceReuse(dict) }
    } else {
      do throws(ObjectError) {
        dict = try allocateCollected(type, size: type.instancePlan.basicSize)
      } catch {
        releaseKeyTable(keys)
        if let values, values[byte: ValuesOffset.isEmbedded] == 0 { freeBlock(values) }
        throw error
      }
    }
    initializeDict(dict, keys: keys, values: values, used: used)
    return dict
  }

  /// Sets the words of a new dict.
  func initializeDict(_ dict: ObjectPointer, keys: Block, values: Block?, used: Int) {
    dict[integer: DictOffset.used] = used
    dict[word: DictOffset.version] = nextDictVersion()
    dict[block: DictOffset.keys] = keys
    dict[block: DictOffset.values] = values
  }

  /// Gives a dict that changes its next version; where it is a class's, what was found in classes does not hold any more.
  ///
  /// It has to be called before anything that was in the dict is let go.
  @inline(__always)
  func noteChange(of dict: ObjectPointer) {
    let mark = dict[word: DictOffset.version] & DictOffset.classMark
    dict[word: DictOffset.version] = nextDictVersion() | mark
    if mark != 0 { typeEpoch &+= 1 }
  }

  /// Marks a dict as one of a class.
  func markClassDict(_ dict: ObjectPointer) {
    dict[word: DictOffset.version] |= DictOffset.classMark
  }

  @inline(__always)
  func nextDictVersion() -> UInt {
    // The lowest 12 bits belong to watchers.
    state.dictVersion &+= 1 << 12
    return state.dictVersion
  }

  /// How many entries a dict has.
  @inline(__always)
  package func dictCount(_ dict: ObjectPointer) -> Int { dict[integer: DictOffset.used] }

  /// Whether the collector may ever have to look at an object that is put into a container.
  @inline(__always)
  func mayBeTracked(_ object: ObjectPointer) -> Bool {
    guard object.isCollectable else { return false }
    return object.type == type(.tuple) ? object.collectorHeader.nextWord != 0 : true
  }

  /// Tracks a dict from the first key or value on that the collector may have to look at.
  @inline(__always)
  func maintainTracking(_ dict: ObjectPointer, key: ObjectPointer, value: ObjectPointer) {
    if dict.collectorHeader.nextWord == 0, mayBeTracked(key) || mayBeTracked(value) { track(dict) }
  }

  /// Sets the value of a key.
  ///
  /// - Parameters:
  ///   - value: the value; the dict counts a reference of its own.
  ///   - key: the key, likewise.
  ///   - dict: the dict.
  /// - Throws: ``ObjectError`` of kind `typeError` for a key without a hash, `memoryError`, and what a key's `__eq__`
  ///   raises.
  /// - Complexity: O(1) on average, amortized.
  package func setValue(
    _ value: ObjectPointer, for key: ObjectPointer, in dict: ObjectPointer
  ) throws(ObjectError) {
    try insert(key, hash: hash(of: key), value: value, into: dict)
  }

  /// Sets the value of a key of a known hash.
  func insert(
    _ key: ObjectPointer, hash: Int, value: ObjectPointer, into dict: ObjectPointer
  ) throws(ObjectError) {
    let isString = key.type == type(.string)
    if dict[word: DictOffset.keys] == emptyKeysAddress {
      return try insertFirst(key, hash: hash, value: value, into: dict, isUnicode: isString)
    }
    var table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    if table.isUnicode, !isString {
      try resizeDict(dict, log2Size: grownLog2Size(dict), isUnicode: false)
      table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    }
    if let values = dict[block: DictOffset.values] {
      if let index = insertShared(table, key: key, hash: hash) {
        return setShared(index, key: key, value: value, values: values, of: dict)
      }
      try resizeDict(dict, log2Size: grownLog2Size(dict), isUnicode: true)
    }
    let place = try lookUp(key, hash: hash, in: dict)
    maintainTracking(dict, key: key, value: value)
    if let place, let old = place.value {
      guard old != value else { return }
      noteChange(of: dict)
      value.retain()
      table = KeyTable(Block(address: dict[word: DictOffset.keys]))
      table.block[object: table.place(ofEntry: place.index) + 8] = value
      release(old)
      return
    }
    table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    // The search may have run a comparison that emptied the dict.
    if table.block.address == emptyKeysAddress {
      return try insertFirst(key, hash: hash, value: value, into: dict, isUnicode: isString)
    }
    if table.usable <= 0 || table.isUnicode && !isString {
      try resizeDict(dict, log2Size: grownLog2Size(dict), isUnicode: isString)
      table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    }
    let node = try isOrdered(dict) ? makeNode(for: dict, log2Size: table.log2Size) : nil
    let index = table.entryCount
    table.setIndex(index, at: table.emptySlot(hash))
    table.setEntry(index, hash: hash, key: key.retained(), value: value.retained())
    if let node { addNode(node, key: key, entry: index, to: dict) }
    table.usable &-= 1
    table.entryCount = index &+ 1
    noteChange(of: dict)
    dict[integer: DictOffset.used] &+= 1
  }

  private func grownLog2Size(_ dict: ObjectPointer) -> Int {
    KeyTable.log2Size(forSlots: dict[integer: DictOffset.used] * 3)
  }

  private func insertFirst(
    _ key: ObjectPointer, hash: Int, value: ObjectPointer, into dict: ObjectPointer, isUnicode: Bool
  ) throws(ObjectError) {
    let node = try isOrdered(dict) ? makeNode(for: dict, log2Size: KeyTable.smallestLog2Size) : nil
    let table: KeyTable
    do throws(ObjectError) {
      table = try makeKeys(log2Size: KeyTable.smallestLog2Size, kind: isUnicode ? .unicode : .general)
    } catch {
      if let node { freeBlock(node) }
      throw error
    }
    if let node { addNode(node, key: key, entry: 0, to: dict) }
    maintainTracking(dict, key: key, value: value)
    table.setIndex(0, at: hash & table.mask)
    table.setEntry(0, hash: hash, key: key.retained(), value: value.retained())
    table.usable &-= 1
    table.entryCount = 1
    dict[integer: DictOffset.used] = 1
    noteChange(of: dict)
    dict[block: DictOffset.keys] = table.block
  }

  /// Sets a value of a split dict.
  private func setShared(
    _ index: Int, key: ObjectPointer, value: ObjectPointer, values: Block, of dict: ObjectPointer
  ) {
    maintainTracking(dict, key: key, value: value)
    let place = ValuesOffset.values + 8 * index
    let old = values[object: place]
    values[object: place] = value.retained()
    if old == nil {
      ValuesOffset.append(index, to: values)
      dict[integer: DictOffset.used] += 1
    }
    noteChange(of: dict)
    if let old { release(old) }
  }

  /// Deletes a key.
  ///
  /// - Returns: whether it was there.
  /// - Throws: as ``setValue(_:for:in:)``.
  /// - Complexity: O(1) on average.
  package func removeValue(of key: ObjectPointer, from dict: ObjectPointer) throws(ObjectError) -> Bool {
    guard let value = try takeValue(of: key, from: dict) else { return false }
    release(value)
    return true
  }

  /// Deletes a key and returns its value, which the caller then owns.
  package func takeValue(of key: ObjectPointer, from dict: ObjectPointer) throws(ObjectError)
    -> ObjectPointer?
  {
    let hash = try hash(of: key)
    guard let place = try lookUp(key, hash: hash, in: dict), let value = place.value else { return nil }
    if isOrdered(dict) { removeNode(ofEntry: place.index, from: dict) }
    dict[integer: DictOffset.used] &-= 1
    noteChange(of: dict)
    if let values = dict[block: DictOffset.values] {
      values[word: ValuesOffset.values + 8 * place.index] = 0
      ValuesOffset.remove(place.index, from: values)
      return value
    }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    table.setIndex(KeyTable.dummy, at: table.slot(ofEntry: place.index, hash: hash))
    let old = table.key(place.index)
    table.setEntry(place.index, hash: 0, key: nil, value: nil)
    if let old { release(old) }
    return value
  }

  /// Takes the newest entry out.
  ///
  /// - Returns: its key and value, which the caller then owns; `nil` where the dict is empty.
  package func popItem(_ dict: ObjectPointer) throws(ObjectError) -> (
    key: ObjectPointer, value: ObjectPointer
  )? {
    guard dictCount(dict) > 0 else { return nil }
    if isOrdered(dict) { return try popEntry(of: dict, last: true) }
    if dict[block: DictOffset.values] != nil {
      let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
      try resizeDict(dict, log2Size: table.log2Size, isUnicode: true)
    }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    var index = table.entryCount - 1
    while index >= 0, table.value(index) == nil { index -= 1 }
    guard index >= 0, let key = table.key(index), let value = table.value(index) else { return nil }
    let hash = table.isUnicode ? knownHash(key) : table.storedHash(index)
    table.setIndex(KeyTable.dummy, at: table.slot(ofEntry: index, hash: hash))
    table.setEntry(index, hash: 0, key: nil, value: nil)
    table.entryCount = index
    dict[integer: DictOffset.used] -= 1
    noteChange(of: dict)
    return (key, value)
  }

  /// Takes all entries out.
  package func clearDict(_ dict: ObjectPointer) {
    let keys = Block(address: dict[word: DictOffset.keys])
    guard keys.address != emptyKeysAddress else { return }
    noteChange(of: dict)
    if isOrdered(dict) { freeNodes(of: dict) }
    dict[integer: DictOffset.used] = 0
    guard let values = dict[block: DictOffset.values] else {
      dict[word: DictOffset.keys] = emptyKeysAddress
      return releaseKeyTable(keys)
    }
    let capacity = Int(values[byte: ValuesOffset.capacity])
    if values[byte: ValuesOffset.isEmbedded] != 0 {
      values[byte: ValuesOffset.size] = 0
      // The first one that goes may take the instance, whose memory this is, with it.
      var old: [ObjectPointer] = []
      for index in 0..<capacity {
        let place = ValuesOffset.values + 8 * index
        guard let value = values[object: place] else { continue }
        values[word: place] = 0
        old.append(value)
      }
      for value in old { release(value) }
      return
    }
    dict[word: DictOffset.values] = 0
    dict[word: DictOffset.keys] = emptyKeysAddress
    for index in 0..<capacity {
      if let value = values[object: ValuesOffset.values + 8 * index] { release(value) }
    }
    freeBlock(values)
    releaseKeyTable(keys)
  }
}
