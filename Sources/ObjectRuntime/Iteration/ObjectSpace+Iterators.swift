import BigInt

extension ObjectSpace {
  /// Makes an iterator over an object of a built-in kind, as `iter()`, whatever a program's class has as `__iter__`; of
  /// an iterator, that one.
  ///
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be gone through.
  package func makeIterator(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let plan = object.plan
    switch plan.body {
    case .list: return try makeSequenceIterator(.listIterator, object)
    case .tuple: return try makeSequenceIterator(.tupleIterator, object)
    case .set: return try makeTableIterator(.setIterator, size: 48, object, used: setCount(object))
    case .dict: return try makeTableIterator(.dictKeyIterator, size: 56, object, used: dictCount(object))
    case .deque: return try makeDequeIterator(object)
    case .byteArray: return try makeSequenceIterator(.byteArrayIterator, object)
    default: break
    }
    if plan.iteration != .none { return object.retained() }
    let type = object.type
    if type.typeFlags & TypeFlag.stringSubclass != 0 {
      let state = StringState(object)
      let isASCII = state.isASCII && state.isCompact
      return try makeSequenceIterator(isASCII ? .asciiIterator : .stringIterator, object)
    }
    if type.typeFlags & TypeFlag.bytesSubclass != 0 {
      return try makeSequenceIterator(.bytesIterator, object)
    }
    switch type {
    case self.type(.dictKeys), self.type(.dictValues), self.type(.dictItems):
      return try makeViewIterator(object)
    case self.type(.range): return try makeRangeIterator(object)
    case self.type(.mappingProxy):
      if let mapping = object[object: 16] { return try iteration(over: mapping) }
    default: break
    }
    if isHeap(type), builtinBase(of: type).instancePlan.iteration != .none { return object.retained() }
    throw ObjectError(.typeError, "'\(nameInErrors(type))' object is not iterable")
  }

  /// Makes a view of a dict's keys, values or items.
  package func makeView(_ kind: BuiltinType, of dict: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try makeRecord(kind, size: 24, [dict])
  }

  /// Makes an iterator that calls something until it returns a certain object, as `iter(function, sentinel)`.
  ///
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be called.
  package func makeCallableIterator(
    _ callable: ObjectPointer, until sentinel: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard isCallable(callable) else { throw ObjectError(.typeError, "iter(v, w): v must be callable") }
    return try makeRecord(.callableIterator, size: 32, [callable, sentinel])
  }

  /// Makes an iterator over what has elements at indices from zero on.
  func makeSequenceIterator(
    _ kind: BuiltinType, _ sequence: ObjectPointer, at index: Int = 0
  ) throws(ObjectError) -> ObjectPointer {
    let iterator = try allocateCollected(type(kind), size: 32)
    iterator[integer: IteratorOffset.index] = index
    iterator[object: IteratorOffset.sequence] = sequence.retained()
    track(iterator)
    return iterator
  }

  /// Makes an iterator over a set or dict that is not to change its size.
  func makeTableIterator(
    _ kind: BuiltinType, size: Int, _ container: ObjectPointer, used: Int
  ) throws(ObjectError) -> ObjectPointer {
    let iterator = try makeRecord(kind, size: size, [container])
    iterator[integer: IteratorOffset.used] =
      container.plan.body == .dict ? iterationMark(of: container) : used
    iterator[integer: size - 8] = used
    return iterator
  }

  private func makeViewIterator(_ view: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let dict = view[object: IteratorOffset.container] else { return none }
    let kind: BuiltinType =
      view.type == type(.dictKeys)
      ? .dictKeyIterator : view.type == type(.dictValues) ? .dictValueIterator : .dictItemIterator
    let iterator = try makeTableIterator(kind, size: 56, dict, used: dictCount(dict))
    if kind == .dictItemIterator { try addPair(to: iterator) }
    return iterator
  }

  /// Gives an iterator over items the pair that it uses again while nobody else keeps it.
  func addPair(to iterator: ObjectPointer) throws(ObjectError) {
    try fillNew(iterator) { () throws(ObjectError) in
      iterator[object: IteratorOffset.result] = try makeTuple([none, none])
    }
  }

  // MARK: Ranges

  private func makeRangeIterator(_ range: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let start = range[object: 16], let stop = range[object: 24], let step = range[object: 32],
      let length = range[object: 40]
    else { return none }
    if let first = start.integerValue, let end = stop.integerValue, let width = step.integerValue,
      let count = length.integerValue, count == 0 || isInside(end, width)
    {
      return try makeRangeIterator(start: first, step: width, count: count)
    }
    return try makeLongRangeIterator(start: start, step: step, length: length)
  }

  /// Whether the place behind the last of a range's numbers is one that a machine word holds.
  private func isInside(_ end: Int, _ step: Int) -> Bool {
    step > 0 ? end <= Int.max - (step - 1) : end >= Int.min + (-1 - step)
  }

  private func makeRangeIterator(start: Int, step: Int, count: Int) throws(ObjectError) -> ObjectPointer {
    let iterator = try allocatePlain(type(.rangeIterator), size: 40)
    iterator[integer: 16] = start
    iterator[integer: 24] = step
    iterator[integer: 32] = count
    return iterator
  }

  private func makeLongRangeIterator(
    start: ObjectPointer, step: ObjectPointer, length: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    try makeRecord(.longRangeIterator, size: 40, [start, step, length])
  }

  /// Makes an iterator over a range from its end.
  func makeReverseRangeIterator(_ range: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let start = range[object: 16], let step = range[object: 32], let length = range[object: 40] else {
      return none
    }
    if let first = start.integerValue, let end = range[object: 24]?.integerValue,
      let width = step.integerValue, let count = length.integerValue, width != .min,
      isInside(end, width), isInside(first, -width)
    {
      let last = first &+ (count &- 1) &* width
      return try makeRangeIterator(start: last, step: -width, count: count)
    }
    let last = try makeInteger(start.bigInteger + (length.bigInteger - 1) * step.bigInteger)
    defer { release(last) }
    let back = try makeInteger(-step.bigInteger)
    defer { release(back) }
    return try makeLongRangeIterator(start: last, step: back, length: length)
  }
}
