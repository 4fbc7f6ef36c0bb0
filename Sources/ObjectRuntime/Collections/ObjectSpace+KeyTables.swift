extension ObjectSpace {
  /// Makes a key table, from the free list where one of the smallest size for strings is there.
  func makeKeys(log2Size: Int, kind: KeyTable.Kind) throws(ObjectError) -> KeyTable {
    let size = KeyTable.size(log2Size: log2Size, isUnicode: kind != .general)
    let block: Block
    if log2Size == KeyTable.smallestLog2Size, kind != .general, let kept = state.freeLists.keys.pop() {
      block = kept
    } else {
      block = try allocateBlock(size)
    }
    let table = KeyTable(block)
    table.initialize(log2Size: log2Size, kind: kind)
    return table
  }

  /// Frees the block of a key table whose references are gone.
  func freeKeys(_ table: KeyTable) {
    if table.log2Size == KeyTable.smallestLog2Size, table.isUnicode,
      state.freeLists.keys.count < FreeLists.keysLimit
    {
      state.freeLists.keys.push(table.block)
    } else {
      freeBlock(table.block)
    }
  }

  /// Counts one user less of a key table.
  ///
  /// - Returns: whether it was the last one, so that the caller has to let its references go and free it.
  @inline(__always)
  func dropKeys(_ block: Block) -> Bool {
    let table = KeyTable(block)
    let count = table.referenceCount
    if count == Int(ObjectPointer.immortalCount) { return false }
    table.referenceCount = count &- 1
    return count == 1
  }

  /// Counts one user less of a key table, and lets it go with the last one.
  func releaseKeyTable(_ block: Block) {
    guard dropKeys(block) else { return }
    let table = KeyTable(block)
    for index in 0..<table.entryCount {
      let value = table.value(index)
      if let key = table.key(index) { release(key) }
      if let value { release(value) }
    }
    freeKeys(table)
  }

  /// Makes a table with the entries of a dict's, which may have more or fewer slots and other entries, and puts it in
  /// the dict's place.
  ///
  /// - Parameters:
  ///   - dict: the dict; a split one becomes one of its own.
  ///   - log2Size: the new table's size.
  ///   - isUnicode: whether the new table may be for strings only.
  func resizeDict(_ dict: ObjectPointer, log2Size: Int, isUnicode: Bool) throws(ObjectError) {
    let old = KeyTable(Block(address: dict[word: DictOffset.keys]))
    let isUnicode = isUnicode && old.isUnicode
    let nodes = try isOrdered(dict) ? allocateBlock(8 << log2Size) : nil
    let new: KeyTable
    do throws(ObjectError) {
      new = try makeKeys(log2Size: log2Size, kind: isUnicode ? .unicode : .general)
    } catch {
      if let nodes { freeBlock(nodes) }
      throw error
    }
    if let nodes { moveNodes(of: dict, to: nodes, log2Size: log2Size) }
    var count = 0
    if let values = dict[block: DictOffset.values] {
      let order = ValuesOffset.order(values)
      for position in 0..<dict[integer: DictOffset.used] {
        let index = Int(values[byte: order + position])
        guard let key = old.key(index), let value = values[object: ValuesOffset.values + 8 * index] else {
          continue
        }
        new.setEntry(count, hash: isUnicode ? 0 : knownHash(key), key: key.retained(), value: value)
        count += 1
      }
      dict[block: DictOffset.keys] = new.block
      dict[word: DictOffset.values] = 0
      if values[byte: ValuesOffset.isEmbedded] != 0 {
        values[byte: ValuesOffset.isValid] = 0
      } else {
        freeBlock(values)
      }
      finishResize(new, count)
      releaseKeyTable(old.block)
      return
    }
    for index in 0..<old.entryCount {
      guard let value = old.value(index), let key = old.key(index) else { continue }
      let hash = isUnicode ? 0 : old.isUnicode ? knownHash(key) : old.storedHash(index)
      new.setEntry(count, hash: hash, key: key, value: value)
      count += 1
    }
    dict[block: DictOffset.keys] = new.block
    finishResize(new, count)
    if old.referenceCount != Int(ObjectPointer.immortalCount) { freeKeys(old) }
  }

  private func finishResize(_ table: KeyTable, _ count: Int) {
    for index in 0..<count {
      guard let key = table.key(index) else { continue }
      let hash = table.isUnicode ? knownHash(key) : table.storedHash(index)
      table.setIndex(index, at: table.emptySlot(hash))
    }
    table.entryCount = count
    table.usable -= count
  }

  /// A copy of a dict's table with references of its own.
  func cloneKeys(_ table: KeyTable) throws(ObjectError) -> KeyTable {
    let size = table.size
    let block: Block
    if table.log2Size == KeyTable.smallestLog2Size, table.isUnicode, let kept = state.freeLists.keys.pop() {
      block = kept
    } else {
      block = try allocateBlock(size)
    }
    block.copy(size, bytesFrom: table.block)
    let clone = KeyTable(block)
    clone.referenceCount = 1
    for index in 0..<clone.entryCount {
      guard let value = clone.value(index) else { continue }
      value.retain()
      clone.key(index)?.retain()
    }
    return clone
  }

  /// Adds a key to a class's shared table.
  ///
  /// - Returns: its index, `nil` where there is no more room.
  func insertShared(_ table: KeyTable, key: ObjectPointer, hash: Int) -> Int? {
    if let index = lookUpString(key, hash: hash, in: table) { return index }
    guard table.usable > 0 else { return nil }
    let index = table.entryCount
    table.setIndex(index, at: table.emptySlot(hash))
    table.setEntry(index, hash: 0, key: key.retained(), value: nil)
    table.entryCount = index + 1
    table.usable -= 1
    return index
  }
}
