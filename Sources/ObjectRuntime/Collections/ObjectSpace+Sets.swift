extension ObjectSpace {
  /// Makes an empty set or frozenset, or an instance of a class derived from one.
  ///
  /// - Parameter type: the class.
  /// - Returns: the set, owned by the caller.
  package func makeSet(_ type: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let set = try allocateGeneric(type)
    set[integer: SetOffset.mask] = SetTable.smallestSize - 1
    set[word: SetOffset.table] = set.address + UInt(SetOffset.smallTable)
    set[integer: SetOffset.hash] = -1
    return set
  }

  /// How many elements a set has.
  @inline(__always)
  package func setCount(_ set: ObjectPointer) -> Int { set[integer: SetOffset.used] }

  /// Finds an element or the place where it belongs.
  private func locate(
    _ key: ObjectPointer, hash: Int, in set: ObjectPointer
  ) throws(ObjectError) -> SetTable.Place {
    restart: while true {
      let table = Block(address: set[word: SetOffset.table])
      let mask = set[integer: SetOffset.mask]
      var perturb = UInt(bitPattern: hash)
      var slot = hash & mask
      // An element that is added takes the place of the last removed one that was passed.
      var removed: Int?
      while true {
        var entry = slot
        var probes = slot + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
        repeat {
          let place = 16 &* entry
          let candidateWord = table[word: place]
          let candidateHash = table[integer: place + 8]
          if candidateHash == 0, candidateWord == 0 { return .free(removed ?? entry) }
          if candidateWord == SetTable.dummy { removed = entry }
          if candidateHash == hash, candidateWord != SetTable.dummy, candidateWord != 0 {
            let candidate = ObjectPointer(address: candidateWord)
            if candidate == key { return .found(entry) }
            if candidate.type == type(.string), key.type == type(.string) {
              if stringsAreEqual(candidate, key) { return .found(entry) }
            } else {
              candidate.retain()
              let isEqual: Bool
              do throws(ObjectError) {
                isEqual = try areEqual(candidate, key)
              } catch {
                release(candidate)
                throw error
              }
              var isSame = set[word: SetOffset.table] == table.address && table[word: place] == candidateWord
              if isSame, let removed { isSame = table[word: 16 &* removed] == SetTable.dummy }
              release(candidate)
              guard isSame else { continue restart }
              if isEqual { return .found(entry) }
            }
          }
          entry += 1
          probes -= 1
        } while probes >= 0
        perturb >>= SetTable.perturbShift
        slot = (slot &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
      }
    }
  }

  /// Adds an element.
  ///
  /// - Returns: whether it was new.
  /// - Throws: ``ObjectError`` of kind `typeError` for an element without a hash, `memoryError`, and what an element's
  ///   `__eq__` raises.
  /// - Complexity: O(1) on average, amortized.
  @discardableResult
  package func insert(_ key: ObjectPointer, into set: ObjectPointer) throws(ObjectError) -> Bool {
    try insert(key, hash: hash(of: key), into: set)
  }

  @discardableResult
  func insert(_ key: ObjectPointer, hash: Int, into set: ObjectPointer) throws(ObjectError) -> Bool {
    key.retain()
    let place: SetTable.Place
    do throws(ObjectError) {
      place = try locate(key, hash: hash, in: set)
    } catch {
      release(key)
      throw error
    }
    guard case .free(let entry) = place else {
      release(key)
      return false
    }
    let table = Block(address: set[word: SetOffset.table])
    let isReused = table[word: 16 * entry] == SetTable.dummy
    table[object: 16 * entry] = key
    table[integer: 16 * entry + 8] = hash
    set[integer: SetOffset.used] += 1
    if isReused { return true }
    set[integer: SetOffset.fill] += 1
    if set[integer: SetOffset.fill] * 5 >= set[integer: SetOffset.mask] * 3 {
      let used = set[integer: SetOffset.used]
      try resizeSet(set, minimum: used > 50_000 ? used * 2 : used * 4)
    }
    return true
  }

  /// Puts an element that is not there, into a table without dummies.
  private func insertClean(_ key: ObjectPointer, hash: Int, table: Block, mask: Int) {
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      var entry = slot
      var probes = slot + SetTable.linearProbes <= mask ? SetTable.linearProbes : 0
      repeat {
        if table[word: 16 &* entry] == 0 {
          table[object: 16 &* entry] = key
          table[integer: 16 &* entry &+ 8] = hash
          return
        }
        entry += 1
        probes -= 1
      } while probes >= 0
      perturb >>= SetTable.perturbShift
      slot = (slot &* 5 &+ 1 &+ Int(truncatingIfNeeded: perturb)) & mask
    }
  }

  /// Gives a set a table with more than a number of slots.
  func resizeSet(_ set: ObjectPointer, minimum: Int) throws(ObjectError) {
    var size = SetTable.smallestSize
    while size <= minimum { size <<= 1 }
    let oldTable = Block(address: set[word: SetOffset.table])
    let small = set.advanced(by: SetOffset.smallTable)
    let wasSmall = oldTable == small
    let entries = elementsWithHashes(of: set)
    let table: Block
    if size == SetTable.smallestSize {
      if wasSmall, set[integer: SetOffset.fill] == set[integer: SetOffset.used] { return }
      table = small
    } else {
      table = try allocateBlock(16 * size)
    }
    table.zero(from: 0, count: 16 * size)
    set[integer: SetOffset.mask] = size - 1
    set[block: SetOffset.table] = table
    set[integer: SetOffset.fill] = set[integer: SetOffset.used]
    for (key, hash) in entries { insertClean(key, hash: hash, table: table, mask: size - 1) }
    if !wasSmall { freeBlock(oldTable) }
  }

  /// The elements with their hashes in the order of the table, borrowed.
  func elementsWithHashes(of set: ObjectPointer) -> [(element: ObjectPointer, hash: Int)] {
    var elements: [(element: ObjectPointer, hash: Int)] = []
    elements.reserveCapacity(setCount(set))
    let table = Block(address: set[word: SetOffset.table])
    for entry in 0...set[integer: SetOffset.mask] {
      let word = table[word: 16 &* entry]
      guard word != 0, word != SetTable.dummy else { continue }
      elements.append((ObjectPointer(address: word), table[integer: 16 &* entry &+ 8]))
    }
    return elements
  }

  /// The elements in the order of the table, borrowed.
  package func elements(of set: ObjectPointer) -> [ObjectPointer] {
    elementsWithHashes(of: set).map(\.element)
  }

  /// Whether an element is in a set.
  package func contains(_ key: ObjectPointer, in set: ObjectPointer) throws(ObjectError) -> Bool {
    let hash = try hash(of: key)
    if case .found = try locate(key, hash: hash, in: set) { return true }
    return false
  }

  /// Removes an element.
  ///
  /// - Returns: whether it was there.
  package func remove(_ key: ObjectPointer, from set: ObjectPointer) throws(ObjectError) -> Bool {
    let hash = try hash(of: key)
    guard case .found(let entry) = try locate(key, hash: hash, in: set) else { return false }
    let table = Block(address: set[word: SetOffset.table])
    let old = ObjectPointer(address: table[word: 16 * entry])
    table[word: 16 * entry] = SetTable.dummy
    table[integer: 16 * entry + 8] = -1
    set[integer: SetOffset.used] -= 1
    release(old)
    return true
  }

  /// Takes an element out, the next one behind the last that was taken.
  ///
  /// - Returns: the element, owned by the caller; `nil` where the set is empty.
  package func popElement(_ set: ObjectPointer) -> ObjectPointer? {
    guard setCount(set) > 0 else { return nil }
    let table = Block(address: set[word: SetOffset.table])
    let mask = set[integer: SetOffset.mask]
    var entry = set[integer: SetOffset.finger] & mask
    while table[word: 16 * entry] == 0 || table[word: 16 * entry] == SetTable.dummy {
      entry = entry + 1 > mask ? 0 : entry + 1
    }
    let key = ObjectPointer(address: table[word: 16 * entry])
    table[word: 16 * entry] = SetTable.dummy
    table[integer: 16 * entry + 8] = -1
    set[integer: SetOffset.used] -= 1
    set[integer: SetOffset.finger] = entry + 1
    return key
  }

  /// Takes all elements out.
  package func clearSet(_ set: ObjectPointer) {
    let elements = elements(of: set)
    let table = Block(address: set[word: SetOffset.table])
    let small = set.advanced(by: SetOffset.smallTable)
    set.zero(from: SetOffset.smallTable, count: 16 * SetTable.smallestSize)
    set[block: SetOffset.table] = small
    set[integer: SetOffset.mask] = SetTable.smallestSize - 1
    set[integer: SetOffset.fill] = 0
    set[integer: SetOffset.used] = 0
    set[integer: SetOffset.hash] = -1
    for element in elements { release(element) }
    if table != small { freeBlock(table) }
  }

  /// Adds all elements of another set, as `set.update()` with a set.
  package func formUnion(_ set: ObjectPointer, with other: ObjectPointer) throws(ObjectError) {
    guard set != other, setCount(other) > 0 else { return }
    if (set[integer: SetOffset.fill] + setCount(other)) * 5 >= set[integer: SetOffset.mask] * 3 {
      try resizeSet(set, minimum: (setCount(set) + setCount(other)) * 2)
    }
    let otherMask = other[integer: SetOffset.mask]
    if set[integer: SetOffset.fill] == 0, set[integer: SetOffset.mask] == otherMask,
      other[integer: SetOffset.fill] == setCount(other)
    {
      let target = Block(address: set[word: SetOffset.table])
      let source = Block(address: other[word: SetOffset.table])
      target.copy(16 * (otherMask + 1), bytesFrom: source)
      for element in elements(of: other) { element.retain() }
      set[integer: SetOffset.fill] = setCount(other)
      set[integer: SetOffset.used] = setCount(other)
      return
    }
    if set[integer: SetOffset.fill] == 0 {
      let target = Block(address: set[word: SetOffset.table])
      for (key, hash) in elementsWithHashes(of: other) {
        insertClean(key.retained(), hash: hash, table: target, mask: set[integer: SetOffset.mask])
      }
      set[integer: SetOffset.fill] = setCount(other)
      set[integer: SetOffset.used] = setCount(other)
      return
    }
    try withHeldElements(of: other) { (elements) throws(ObjectError) in
      for (key, hash) in elements { try insert(key, hash: hash, into: set) }
    }
  }
}
