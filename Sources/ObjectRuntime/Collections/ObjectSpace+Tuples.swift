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
