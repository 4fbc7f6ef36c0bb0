extension ObjectSpace {
  /// Makes an iterator over a built-in container, as `iter()`; of an iterator, that one.
  ///
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be gone through.
  package func makeIterator(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    switch object.plan.body {
    case .list: return try makeSequenceIterator(.listIterator, object)
    case .tuple: return try makeSequenceIterator(.tupleIterator, object)
    case .set: return try makeTableIterator(.setIterator, size: 48, object, used: setCount(object))
    case .dict: return try makeTableIterator(.dictKeyIterator, size: 56, object, used: dictCount(object))
    default: break
    }
    switch object.type {
    case type(.dictKeys), type(.dictValues), type(.dictItems): return try makeViewIterator(object)
    case type(.range):
      let iterator = try allocatePlain(type(.rangeIterator), size: 40)
      for (index, offset) in [16, 32, 40].enumerated() {
        iterator[integer: 16 + 8 * index] = object[object: offset]?.integerValue ?? 0
      }
      return iterator
    case type(.listIterator), type(.tupleIterator), type(.setIterator), type(.rangeIterator),
      type(.dictKeyIterator),
      type(.dictValueIterator), type(.dictItemIterator), type(.reverseListIterator), type(.generator):
      return object.retained()
    default: throw ObjectError(.typeError, "'\(nameInErrors(object.type))' object is not iterable")
    }
  }

  /// Makes an iterator over a list from its end, as `reversed()`.
  package func makeReverseIterator(_ list: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let iterator = try makeSequenceIterator(.reverseListIterator, list)
    iterator[integer: IteratorOffset.index] = list.itemCount - 1
    return iterator
  }

  /// Makes a view of a dict's keys, values or items.
  package func makeView(_ kind: BuiltinType, of dict: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try makeRecord(kind, size: 24, [dict])
  }

  private func makeSequenceIterator(
    _ kind: BuiltinType, _ sequence: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let iterator = try makeRecord(kind, size: 32, [])
    iterator[object: IteratorOffset.sequence] = sequence.retained()
    return iterator
  }

  private func makeTableIterator(
    _ kind: BuiltinType, size: Int, _ container: ObjectPointer, used: Int
  ) throws(ObjectError) -> ObjectPointer {
    let iterator = try makeRecord(kind, size: size, [container])
    iterator[integer: IteratorOffset.used] = used
    iterator[integer: size - 8] = used
    return iterator
  }

  private func makeViewIterator(_ view: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let dict = view[object: IteratorOffset.container] else { return none }
    let kind: BuiltinType =
      view.type == type(.dictKeys)
      ? .dictKeyIterator : view.type == type(.dictValues) ? .dictValueIterator : .dictItemIterator
    let iterator = try makeTableIterator(kind, size: 56, dict, used: dictCount(dict))
    if kind == .dictItemIterator {
      // The pair that is given is used again while nobody else keeps it.
      try fillNew(iterator) { () throws(ObjectError) in
        iterator[object: IteratorOffset.result] = try makeTuple([none, none])
      }
    }
    return iterator
  }

  /// The next element, owned by the caller; `nil` at the end, where the iterator lets its container go.
  ///
  /// - Throws: ``ObjectError`` of kind `runtimeError` where a set or dict has changed its size, `typeError` for what is
  ///   no iterator of a built-in container.
  package func next(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    switch iterator.type {
    case type(.listIterator), type(.tupleIterator), type(.reverseListIterator): return nextItem(iterator)
    case type(.rangeIterator):
      guard iterator[integer: 32] > 0 else { return nil }
      let value = iterator[integer: 16]
      iterator[integer: 16] = value &+ iterator[integer: 24]
      iterator[integer: 32] -= 1
      return try makeInteger(value)
    case type(.setIterator): return try nextElement(iterator)
    case type(.dictKeyIterator), type(.dictValueIterator), type(.dictItemIterator):
      return try nextEntry(iterator)
    case type(.generator):
      guard let interpreter = state.interpreter else { return nil }
      return try interpreter.resume(iterator, sending: none)
    default: throw ObjectError(.typeError, "'\(nameInErrors(iterator.type))' object is not an iterator")
    }
  }

  private func nextItem(_ iterator: ObjectPointer) -> ObjectPointer? {
    guard let sequence = iterator[object: IteratorOffset.sequence] else { return nil }
    let index = iterator[integer: IteratorOffset.index]
    if index >= 0, index < sequence.itemCount, let item = item(index, of: sequence) {
      iterator[integer: IteratorOffset.index] =
        iterator.type == type(.reverseListIterator) ? index - 1 : index + 1
      return item.retained()
    }
    if iterator.type == type(.reverseListIterator) { iterator[integer: IteratorOffset.index] = -1 }
    clearWord(iterator, IteratorOffset.sequence)
    return nil
  }

  private func nextElement(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let set = iterator[object: IteratorOffset.container] else { return nil }
    guard iterator[integer: IteratorOffset.used] == setCount(set) else {
      iterator[integer: IteratorOffset.used] = -1
      throw ObjectError(.runtimeError, "Set changed size during iteration")
    }
    let table = Block(address: set[word: SetOffset.table])
    var position = iterator[integer: IteratorOffset.position]
    while position <= set[integer: SetOffset.mask] {
      let word = table[word: 16 * position]
      position += 1
      guard word > SetTable.dummy else { continue }
      iterator[integer: IteratorOffset.position] = position
      iterator[integer: 40] -= 1
      return ObjectPointer(address: word).retained()
    }
    clearWord(iterator, IteratorOffset.container)
    return nil
  }

  private func nextEntry(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let dict = iterator[object: IteratorOffset.container] else { return nil }
    guard iterator[integer: IteratorOffset.used] == dictCount(dict) else {
      iterator[integer: IteratorOffset.used] = -1
      throw ObjectError(.runtimeError, "dictionary changed size during iteration")
    }
    guard let (key, value) = nextEntry(of: dict, at: iterator) else {
      clearWord(iterator, IteratorOffset.container)
      return nil
    }
    guard iterator[integer: 48] > 0 else {
      clearWord(iterator, IteratorOffset.container)
      throw ObjectError(.runtimeError, "dictionary keys changed during iteration")
    }
    iterator[integer: 48] -= 1
    if iterator.type == type(.dictKeyIterator) { return key.retained() }
    if iterator.type == type(.dictValueIterator) { return value.retained() }
    if let pair = iterator[object: IteratorOffset.result], pair.referenceCount == 1 {
      let old = [pair[object: TupleOffset.items], pair[object: TupleOffset.items + 8]]
      pair[object: TupleOffset.items] = key.retained()
      pair[object: TupleOffset.items + 8] = value.retained()
      for case let object? in old { release(object) }
      if pair.collectorHeader.nextWord == 0 { track(pair) }
      return pair.retained()
    }
    return try makeTuple([key, value])
  }

  /// The entry at an iterator's position, borrowed.
  private func nextEntry(
    of dict: ObjectPointer, at iterator: ObjectPointer
  ) -> (key: ObjectPointer, value: ObjectPointer)? {
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    var position = iterator[integer: IteratorOffset.position]
    if let values = dict[block: DictOffset.values] {
      guard position < Int(values[byte: ValuesOffset.size]) else { return nil }
      let index = Int(values[byte: ValuesOffset.order(values) + position])
      iterator[integer: IteratorOffset.position] = position + 1
      guard let key = table.key(index), let value = values[object: ValuesOffset.values + 8 * index] else {
        return nil
      }
      return (key, value)
    }
    while position < table.entryCount {
      defer { position += 1 }
      guard let key = table.key(position), let value = table.value(position) else { continue }
      iterator[integer: IteratorOffset.position] = position + 1
      return (key, value)
    }
    return nil
  }
}
