extension ObjectSpace {
  /// Makes a tuple of objects, each of which it counts; the empty tuple is always the same.
  ///
  /// - Returns: the tuple, owned by the caller, tracked.
  package func makeTuple(_ elements: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    guard !elements.isEmpty else { return emptyTuple }
    let tuple = try makeTupleStorage(count: elements.count)
    for (index, element) in elements.enumerated() {
      tuple[object: TupleOffset.items + 8 * index] = element.retained()
    }
    track(tuple)
    return tuple
  }

  /// Leaves the free list of tuples as a call does that hands its arguments on in one: that waits for the next of its
  /// size, and is traced where the last call was.
  package func passInTuple(count: Int) throws(ObjectError) {
    guard count > 0, count <= FreeLists.tupleSizes, state.runsProgram else { return }
    if !state.isTracing, state.freeLists.tuples[word: 8 &* (count &- 1)] != 0 { return }
    release(try makeTuple([ObjectPointer](repeating: none, count: count)))
  }

  /// Whether calls of a class hand their arguments on in a tuple: those of the classes that CPython calls most do not,
  /// and exceptions keep it.
  private func takesTuple(_ type: ObjectPointer) -> Bool {
    if isSubtype(type, exceptionType(.baseException)) { return false }
    guard let builtin = builtinType(type) else { return isHeap(type) }
    switch builtin {
    case .bytes, .complex, .zip, .property, .staticMethod, .classMethod, .slice, .deque, .orderedDict,
      .defaultDict, .partial:
      return true
    default: return false
    }
  }

  /// Notes that a class is called.
  func passToClass(_ type: ObjectPointer, count: Int) throws(ObjectError) {
    if count > 0, takesTuple(type) { try passInTuple(count: count) }
  }

  /// Takes memory for a tuple, of the free list where one of its size is there; its items are null.
  func makeTupleStorage(count: Int) throws(ObjectError) -> ObjectPointer {
    let tuple: ObjectPointer
    let place = 8 &* (count &- 1)
    if count <= FreeLists.tupleSizes, let kept = state.freeLists.tuples[block: place] {
      tuple = ObjectPointer(address: kept.address)
      state.freeLists.tuples[word: place] = tuple[word: TupleOffset.items]
      state.freeLists.tupleCounts[integer: place] &-= 1
      tuple[word: ObjectOffset.referenceCount] = 1
      if state.isTracing { traceReuse(tuple) }
    } else {
      tuple = try allocateCollected(type(.tuple), size: TupleOffset.items + 8 * count)
    }
    tuple.itemCount = count
    tuple.zero(from: TupleOffset.items, count: 8 * count)
    return tuple
  }
}
