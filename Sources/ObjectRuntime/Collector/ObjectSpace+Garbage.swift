extension ObjectSpace {
  /// Takes tuples out of the collector's care that hold nothing it could ever have to look at.
  ///
  /// - Parameter tuples: the tuples of a list, in its order.
  /// - Returns: how many were taken out.
  func untrackTuples(_ tuples: [CollectorHeader]) -> Int {
    var removed = 0
    for header in tuples where holdsOnlyAtoms(tuple: header.object) {
      header.remove()
      removed += 1
    }
    return removed
  }

  private func holdsOnlyAtoms(tuple: ObjectPointer) -> Bool {
    for index in 0..<tuple.itemCount {
      guard let item = tuple[object: TupleOffset.items &+ 8 &* index] else { return false }
      if mayBeTracked(item) { return false }
    }
    return true
  }

  /// Takes dicts out of the collector's care that hold nothing it could ever have to look at.
  ///
  /// - Parameter dicts: the dicts of a list, in its order.
  /// - Returns: how many were taken out.
  func untrackDicts(_ dicts: [CollectorHeader]) -> Int {
    var removed = 0
    for header in dicts where holdsOnlyAtoms(dict: header.object) {
      header.remove()
      removed += 1
    }
    return removed
  }

  /// Whether the first value of a dict is nothing that the collector always has to look at.
  @inline(__always)
  func mayHoldOnlyAtoms(dict: ObjectPointer) -> Bool {
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    guard dict[word: DictOffset.values] == 0, table.entryCount > 0, let value = table.value(0) else {
      return true
    }
    return !value.isCollectable || value.type == type(.tuple)
  }

  private func holdsOnlyAtoms(dict: ObjectPointer) -> Bool {
    let table = KeyTable(Block(address: dict[word: DictOffset.keys]))
    if let values = dict[block: DictOffset.values] {
      for index in 0..<table.entryCount {
        if let value = values[object: ValuesOffset.values + 8 * index], mayBeTracked(value) { return false }
      }
      return true
    }
    for index in 0..<table.entryCount {
      guard let value = table.value(index) else { continue }
      if mayBeTracked(value) { return false }
      if !table.isUnicode, let key = table.key(index), mayBeTracked(key) { return false }
    }
    return true
  }

  /// Takes the marks off the links of a list.
  ///
  /// - Returns: how many objects the list has, and whether one of them has weak references, is one, or has something
  ///   to call before it goes.
  @discardableResult
  func clearUnreachableMarks(_ list: CollectorHeader) -> (count: Int, needsCare: Bool) {
    list.nextWord &= ~CollectorHeader.unreachable
    var count = 0
    var needsCare = false
    var header = list.next
    while header != list {
      header.nextWord &= ~CollectorHeader.unreachable
      count &+= 1
      let object = header.object
      let plan = object.plan
      let offset = plan.weakListOffset
      if plan.traits.contains(.hasFinalizer) || plan.body == .weakReference
        || offset != 0 && object[word: offset] != 0
      {
        needsCare = true
      }
      header = header.next
    }
    return (count, needsCare)
  }

  /// Kills the weak references to unreachable objects, and calls the callbacks of those references that are reachable.
  ///
  /// - Returns: how many references went because a callback let them go.
  func handleWeakReferences(_ unreachable: CollectorHeader, old: CollectorHeader, called: CollectorHeader)
    -> Int
  {
    var header = unreachable.next
    while header != unreachable {
      let object = header.object
      let plan = object.plan
      // A callback of an unreachable reference is never called.
      if plan.body == .weakReference { unlinkWeakReference(object) }
      let offset = plan.weakListOffset
      if offset != 0 {
        while let reference = object[object: offset] {
          unlinkWeakReference(reference)
          guard reference[word: WeakReferenceOffset.callback] != 0 else { continue }
          let inner = reference.collectorHeader
          guard !inner.isCollecting else { continue }
          reference.retain()
          called.take(inner)
        }
      }
      header = header.next
    }
    var freed = 0
    while !called.isEmpty {
      let header = called.next
      let reference = header.object
      if let callback = reference[object: WeakReferenceOffset.callback] {
        callback.retain()
        runCallback(callback, reference)
        release(callback)
      }
      release(reference)
      if called.next == header { old.take(header) } else { freed += 1 }
    }
    return freed
  }

  /// Calls the finalizers of unreachable objects.
  func finalizeGarbage(_ unreachable: CollectorHeader, seen: CollectorHeader) {
    while !unreachable.isEmpty {
      let header = unreachable.next
      seen.take(header)
      let object = header.object
      let plan = object.plan
      guard plan.traits.contains(.hasFinalizer) else { continue }
      guard header.previousWord & CollectorHeader.finalized == 0 else { continue }
      object.retain()
      callFinalizer(object, plan)
      release(object)
    }
    unreachable.takeAll(of: seen)
  }

  /// Moves what is still unreachable after the finalizers into the list of the dead, the rest into the old generation.
  func handleResurrected(_ unreachable: CollectorHeader, dead: CollectorHeader, old: CollectorHeader) {
    var header = unreachable.next
    while header != unreachable {
      header.clearCollecting()
      header = header.next
    }
    deduceUnreachable(unreachable, into: dead)
    clearUnreachableMarks(dead)
    old.takeAll(of: unreachable)
  }

  /// Empties the dead objects, so that their counts fall to zero.
  func deleteGarbage(_ dead: CollectorHeader, old: CollectorHeader) {
    let keepsAll = debugOptions.contains(.saveAll)
    while !dead.isEmpty {
      let header = dead.next
      let object = header.object
      if keepsAll {
        if let garbageList { try? append(object, to: garbageList) }
      } else if object.plan.traits.contains(.isClearable) {
        object.retain()
        clear(object)
        release(object)
      }
      if dead.next == header {
        // It is still alive, and may go later.
        header.clearCollecting()
        old.take(header)
      }
    }
  }

  /// Gives the memory of kept objects back, as at the end of each full collection.
  func clearFreeLists() {
    while let block = state.freeLists.floats {
      state.freeLists.floats = block[block: ObjectOffset.type]
      freeBlock(block)
    }
    state.freeLists.floatCount = 0
    for size in 0..<FreeLists.tupleSizes {
      while let block = state.freeLists.tuples[block: 8 * size] {
        let tuple = ObjectPointer(address: block.address)
        state.freeLists.tuples[word: 8 * size] = tuple[word: TupleOffset.items]
        freeKept(tuple)
      }
      state.freeLists.tupleCounts[integer: 8 * size] = 0
    }
    while let block = state.freeLists.lists.pop() { freeKept(ObjectPointer(address: block.address)) }
    while let block = state.freeLists.dicts.pop() { freeKept(ObjectPointer(address: block.address)) }
    while let block = state.freeLists.keys.pop() { freeBlock(block) }
    if let slice = state.freeLists.slice {
      state.freeLists.slice = nil
      freeKept(slice)
    }
  }

  /// Frees an object that was kept in a free list and that the collector can look after.
  private func freeKept(_ object: ObjectPointer) {
    if state.collector.counts.0 > 0 { state.collector.counts.0 -= 1 }
    freeBlock(Block(address: object.address - UInt(CollectorHeader.size)))
  }
}
