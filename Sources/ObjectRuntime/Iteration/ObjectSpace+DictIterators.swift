extension ObjectSpace {
  /// The next entry of an iterator over a dict, borrowed; `nil` at the end, where the dict is let go.
  @inline(__always)
  func nextEntry(
    _ iterator: ObjectPointer
  ) throws(ObjectError) -> (key: ObjectPointer, value: ObjectPointer)? {
    guard let dict = iterator[object: IteratorOffset.container] else { return nil }
    try checkSize(of: dict, iterator)
    guard let entry = nextEntry(of: dict, at: iterator) else {
      clearWord(iterator, IteratorOffset.container)
      return nil
    }
    guard iterator[integer: 48] > 0 else {
      clearWord(iterator, IteratorOffset.container)
      throw ObjectError(.runtimeError, "dictionary keys changed during iteration")
    }
    iterator[integer: 48] &-= 1
    return entry
  }

  @inline(__always)
  private func checkSize(of dict: ObjectPointer, _ iterator: ObjectPointer) throws(ObjectError) {
    guard iterator[integer: IteratorOffset.used] == iterationMark(of: dict) else {
      iterator[integer: IteratorOffset.used] = -1
      throw ObjectError(
        .runtimeError,
        isOrdered(dict)
          ? "OrderedDict mutated during iteration" : "dictionary changed size during iteration")
    }
  }

  /// The entry at an iterator's position, borrowed.
  @inline(__always)
  private func nextEntry(
    of dict: ObjectPointer, at iterator: ObjectPointer
  ) -> (key: ObjectPointer, value: ObjectPointer)? {
    if isOrdered(dict) { return nextOrderedEntry(of: dict, at: iterator) }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    var position = iterator[integer: IteratorOffset.position]
    if let values = dict[block: DictOffset.values] {
      guard position < Int(values[byte: ValuesOffset.size]) else { return nil }
      iterator[integer: IteratorOffset.position] = position + 1
      return entry(position, of: values, table)
    }
    while position < table.entryCount {
      defer { position += 1 }
      guard let key = table.key(position), let value = table.value(position) else { continue }
      iterator[integer: IteratorOffset.position] = position + 1
      return (key, value)
    }
    return nil
  }

  /// The entry at a place in the order of values that share their names with others'.
  private func entry(
    _ position: Int, of values: Block, _ table: KeyTable
  ) -> (key: ObjectPointer, value: ObjectPointer)? {
    let index = Int(values[byte: ValuesOffset.order(values) + position])
    guard let key = table.key(index), let value = values[object: ValuesOffset.values + 8 * index] else {
      return nil
    }
    return (key, value)
  }

  // MARK: Backwards

  /// Makes an iterator over a dict from its end.
  ///
  /// - Parameter kind: of the iterator: over keys, values or items.
  func makeReverseDictIterator(_ kind: BuiltinType, _ dict: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let iterator = try makeTableIterator(kind, size: 56, dict, used: dictCount(dict))
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    let count = dict[block: DictOffset.values] == nil ? table.entryCount : dictCount(dict)
    iterator[integer: IteratorOffset.position] = count - 1
    if isOrdered(dict) {
      let last = dict[block: DerivedDictOffset.lastNode]
      iterator[integer: IteratorOffset.position] = last?[integer: NodeOffset.entry] ?? -1
    }
    if kind == .dictReverseItemIterator { try addPair(to: iterator) }
    return iterator
  }

  /// The next entry of an iterator over a dict from its end, borrowed; `nil` at the start, where the dict is let go.
  func previousEntry(
    _ iterator: ObjectPointer
  ) throws(ObjectError) -> (key: ObjectPointer, value: ObjectPointer)? {
    guard let dict = iterator[object: IteratorOffset.container] else { return nil }
    try checkSize(of: dict, iterator)
    if isOrdered(dict) {
      if let entry = previousOrderedEntry(of: dict, at: iterator) {
        iterator[integer: 48] &-= 1
        return entry
      }
      clearWord(iterator, IteratorOffset.container)
      return nil
    }
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    var position = iterator[integer: IteratorOffset.position]
    while position >= 0 {
      defer { position -= 1 }
      let found: (key: ObjectPointer, value: ObjectPointer)?
      if let values = dict[block: DictOffset.values] {
        found = position < Int(values[byte: ValuesOffset.size]) ? entry(position, of: values, table) : nil
      } else if position < table.entryCount, let key = table.key(position), let value = table.value(position)
      {
        found = (key, value)
      } else {
        found = nil
      }
      guard let found else { continue }
      iterator[integer: IteratorOffset.position] = position - 1
      iterator[integer: 48] &-= 1
      return found
    }
    clearWord(iterator, IteratorOffset.container)
    return nil
  }

  // MARK: Pairs

  /// A pair of two objects, which it takes over: the one that was given last, where nobody else keeps that.
  ///
  /// - Returns: the pair, owned by the caller.
  @inline(__always)
  func pair(
    _ first: ObjectPointer, _ second: ObjectPointer, again last: ObjectPointer?
  ) throws(ObjectError) -> ObjectPointer {
    guard let pair = last, pair.referenceCount == 1 else {
      defer {
        release(first)
        release(second)
      }
      return try makeTuple([first, second])
    }
    pair.retain()
    let old = (pair[object: TupleOffset.items], pair[object: TupleOffset.items &+ 8])
    pair[object: TupleOffset.items] = first
    pair[object: TupleOffset.items &+ 8] = second
    if let object = old.0 { release(object) }
    if let object = old.1 { release(object) }
    if pair.collectorHeader.nextWord == 0 { track(pair) }
    return pair
  }
}
