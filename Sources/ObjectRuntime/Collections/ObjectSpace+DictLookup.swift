extension ObjectSpace {
  /// Where a key is in a dict.
  struct DictPlace {
    /// The entry's index.
    var index: Int
    /// The value, borrowed; `nil` where a shared key has no value in this dict.
    var value: ObjectPointer?
  }

  /// The entry of a string in a table of strings.
  @inline(__always)
  func lookUpString(_ key: ObjectPointer, hash: Int, in table: KeyTable) -> Int? {
    let found = table.probe(hash) { slot -> Int? in
      let index = table.index(at: slot)
      if index >= 0 {
        guard let candidate = table.key(index) else { return nil }
        if candidate == key { return index }
        if candidate[integer: StringOffset.hash] == hash, stringsAreEqual(candidate, key) { return index }
        return nil
      }
      return index == KeyTable.empty ? KeyTable.empty : nil
    }
    return found >= 0 ? found : nil
  }

  /// Finds a key of a known hash.
  ///
  /// - Returns: its entry, `nil` where there is none; of a split dict it may have no value.
  /// - Throws: what a key's `__eq__` raises.
  func lookUp(_ key: ObjectPointer, hash: Int, in dict: ObjectPointer) throws(ObjectError) -> DictPlace? {
    while true {
      let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
      if table.isUnicode, key.type == type(.string) {
        guard let index = lookUpString(key, hash: hash, in: table) else { return nil }
        if let values = dict[block: DictOffset.values] {
          return DictPlace(index: index, value: values[object: ValuesOffset.values &+ 8 &* index])
        }
        return DictPlace(index: index, value: table.value(index))
      }
      switch try lookUpGenerally(key, hash: hash, in: table, of: dict) {
      case .found(let index):
        if let values = dict[block: DictOffset.values] {
          return DictPlace(index: index, value: values[object: ValuesOffset.values &+ 8 &* index])
        }
        return DictPlace(index: index, value: table.value(index))
      case .absent: return nil
      case .changed: continue
      }
    }
  }

  private enum GeneralResult {
    case found(Int)
    case absent
    /// A comparison changed the dict.
    case changed
  }

  private func lookUpGenerally(
    _ key: ObjectPointer, hash: Int, in table: KeyTable, of dict: ObjectPointer
  ) throws(ObjectError) -> GeneralResult {
    let isUnicode = table.isUnicode
    return try table.probe(hash) { slot throws(ObjectError) -> GeneralResult? in
      let index = table.index(at: slot)
      guard index >= 0 else { return index == KeyTable.empty ? .absent : nil }
      guard let candidate = table.key(index) else { return nil }
      if candidate == key { return .found(index) }
      let candidateHash = isUnicode ? candidate[integer: StringOffset.hash] : table.storedHash(index)
      guard candidateHash == hash else { return nil }
      candidate.retain()
      let isEqual: Bool
      do throws(ObjectError) {
        isEqual = try areEqual(candidate, key)
      } catch {
        release(candidate)
        throw error
      }
      // The dict may have changed, and even this table be gone.
      let isSame = dict[word: DictOffset.keys] == table.block.address && table.key(index) == candidate
      release(candidate)
      guard isSame else { return .changed }
      return isEqual ? .found(index) : nil
    }
  }

  /// The value of a key, borrowed.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a key without a hash, and what its `__eq__` raises.
  /// - Complexity: O(1) on average.
  package func value(of key: ObjectPointer, in dict: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    try lookUp(key, hash: hash(of: key), in: dict)?.value
  }

  /// The value of a string key, borrowed: no code of a program runs.
  @inline(__always)
  func value(ofString key: ObjectPointer, in dict: ObjectPointer) -> ObjectPointer? {
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    let hash = knownHash(key)
    if table.isUnicode {
      guard let index = lookUpString(key, hash: hash, in: table) else { return nil }
      if let values = dict[block: DictOffset.values] {
        return values[object: ValuesOffset.values &+ 8 &* index]
      }
      return table.value(index)
    }
    let found = table.probe(hash) { slot -> Int? in
      let index = table.index(at: slot)
      guard index >= 0 else { return index == KeyTable.empty ? KeyTable.empty : nil }
      guard let candidate = table.key(index), table.storedHash(index) == hash else { return nil }
      if candidate == key { return index }
      guard candidate.type == type(.string) else { return nil }
      return stringsAreEqual(candidate, key) ? index : nil
    }
    return found >= 0 ? table.value(found) : nil
  }
}
