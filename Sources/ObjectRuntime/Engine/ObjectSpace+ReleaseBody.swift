extension ObjectSpace {
  /// The references of a type in the order in which CPython lets them go; between the last two stand the cached keys.
  private static let typeReleases = [
    TypeOffset.base, TypeOffset.dict, TypeOffset.bases, TypeOffset.methodResolutionOrder, TypeOffset.cache,
    TypeOffset.subclasses, TypeOffset.heapName, TypeOffset.qualifiedName, TypeOffset.heapSlots,
    TypeOffset.module,
  ]

  /// The entry of an object whose body is next.
  @inline(__always)
  func bodyEntry(_ object: ObjectPointer, _ plan: TypePlan) -> ReleaseEntry {
    if plan.weakListOffset > 0, plan.traits.contains(.isHeapType), object[word: plan.weakListOffset] != 0 {
      clearWeakReferences(to: object, at: plan.weakListOffset)
    }
    var entry = ReleaseEntry(object: object, stage: .body, cursor: 0, block: nil)
    switch plan.body {
    case .plain:
      // The characters of an instance of a class derived from `str` are a block of their own.
      if object.type.typeFlags & TypeFlag.stringSubclass != 0, let data = object[block: 56] {
        freeBlock(data)
      }
      entry.stage = .end
    case .byteArray:
      freeByteData(of: object)
      entry.stage = .end
    case .list:
      entry.block = object[block: ListOffset.items]
      entry.cursor = entry.block == nil ? 0 : object.itemCount
    case .tuple: entry.cursor = object.itemCount
    case .dict:
      if isOrdered(object) { freeNodes(of: object) }
      if let values = object[block: DictOffset.values] {
        if values[byte: ValuesOffset.isEmbedded] == 0 { entry.block = values }
      }
    case .set: entry.block = object[block: SetOffset.table]
    case .weakReference: unlinkWeakReference(object)
    case .cache: detachEntries(of: object)
    case .record, .type, .generator, .frame, .deque: break
    }
    return entry
  }

  /// Lets the next references go of a body that is no list or tuple.
  ///
  /// - Returns: the object to be begun next; another one may have been begun already.
  @inline(never)
  func releaseRareBody(_ entry: ReleaseEntry, _ plan: TypePlan) -> ObjectPointer? {
    var entry = entry
    let object = entry.object
    if entry.stage == .keys { return releaseKeys(&entry, plan) }
    switch plan.body {
    case .plain, .byteArray, .list, .tuple: break
    case .deque:
      while let child = popLeft(object) {
        if releaseChild(child, entry) { return nil }
      }
      freeDequeBlocks(object)
    case .record, .cache:
      guard let releases = plan.releases else { break }
      let count = plan.releaseCount
      while entry.cursor < count {
        let offset = Int(releases[uint32: 4 &* entry.cursor])
        entry.cursor &+= 1
        if let child = object[object: offset] {
          object[word: offset] = 0
          if releaseChild(child, entry) { return nil }
        }
      }
    case .dict:
      if let values = entry.block {
        let capacity = Int(values[byte: ValuesOffset.capacity])
        while entry.cursor < capacity {
          let place = ValuesOffset.values &+ 8 &* entry.cursor
          entry.cursor &+= 1
          if let child = values[object: place], releaseChild(child, entry) { return nil }
        }
        freeBlock(values)
      }
      object[word: DictOffset.values] = 0
      if let keys = object[block: DictOffset.keys], dropKeys(keys) {
        entry.stage = .keys
        entry.cursor = 0
        entry.block = keys
        state.releases.top = entry
        return nil
      }
    case .set:
      let last = object[integer: SetOffset.mask]
      while let table = entry.block, entry.cursor <= last {
        let place = 16 &* entry.cursor
        entry.cursor &+= 1
        if let key = table[object: place], key.address != SetTable.dummy, releaseChild(key, entry) {
          return nil
        }
      }
      if let table = entry.block, table.address != object.address &+ UInt(SetOffset.smallTable) {
        freeBlock(table)
      }
    case .type: if releaseType(&entry) { return nil }
    case .weakReference:
      if let callback = object[object: WeakReferenceOffset.callback] {
        object[word: WeakReferenceOffset.callback] = 0
        if releaseChild(callback, entry) { return nil }
      }
    case .generator: if releaseGenerator(&entry) { return nil }
    case .frame: if releaseFrame(&entry) { return nil }
    }
    return finish(object, plan)
  }

  /// The keys and values of a key table that nobody shares any more.
  private func releaseKeys(_ entry: inout ReleaseEntry, _ plan: TypePlan) -> ObjectPointer? {
    guard let keys = entry.block else { preconditionFailure("A key table that is let go has a block.") }
    let table = KeyTable(keys)
    let count = 2 &* table.entryCount
    while entry.cursor < count {
      let place = table.place(ofEntry: entry.cursor >> 1) &+ 8 &* (entry.cursor & 1)
      entry.cursor &+= 1
      if let child = keys[object: place], releaseChild(child, entry) { return nil }
    }
    freeKeys(table)
    if plan.body == .type {
      entry.stage = .body
      entry.cursor = Self.typeReleases.count - 1
      state.releases.top = entry
      return nil
    }
    return finish(entry.object, plan)
  }

  private func releaseType(_ entry: inout ReleaseEntry) -> Bool {
    let type = entry.object
    let last = Self.typeReleases.count - 1
    while entry.cursor <= last {
      let offset = Self.typeReleases[entry.cursor]
      if entry.cursor == last, let keys = type[block: TypeOffset.cachedKeys] {
        type[word: TypeOffset.cachedKeys] = 0
        if dropKeys(keys) {
          entry.stage = .keys
          entry.cursor = 0
          entry.block = keys
          state.releases.top = entry
          return true
        }
      }
      entry.cursor += 1
      if let child = type[object: offset] {
        type[word: offset] = 0
        if releaseChild(child, entry) { return true }
      }
    }
    forgetType(type)
    return false
  }

  // MARK: Leaves and free lists

  /// Frees an object that holds no references.
  @inline(__always)
  func freeLeaf(_ object: ObjectPointer, _ plan: TypePlan) {
    if !plan.traits.contains(.isBare) { return freeOtherLeaf(object, plan) }
    freeBlock(Block(address: object.address))
  }

  @inline(never)
  private func freeOtherLeaf(_ object: ObjectPointer, _ plan: TypePlan) {
    let type = object.type
    if type == self.type(.float) {
      if state.freeLists.floatCount < FreeLists.floatLimit {
        object[block: ObjectOffset.type] = state.freeLists.floats
        state.freeLists.floats = Block(address: object.address)
        state.freeLists.floatCount &+= 1
        return
      }
    } else if type == self.type(.string) {
      if StringState(object).isInterned {
        state.interned.remove(object)
        state.nameCache.forget(object)
        // Another name may lie here next, and what was found under this one must not be found under that.
        if StringState(object).isCachedName { typeEpoch &+= 1 }
      }
      if let encoded = detachedEncoding(of: object) { freeBlock(encoded) }
    } else if plan.body == .byteArray {
      freeByteData(of: object)
    } else if type == self.type(.range) || type == self.type(.code)
      || type == self.type(.longRangeIterator) || type == self.type(.cacheEntry)
    {
      releaseUncollected(object, plan)
    }
    freeBlock(Block(address: object.address))
  }

  /// Lets the references go of an object that the collector does not see.
  private func releaseUncollected(_ object: ObjectPointer, _ plan: TypePlan) {
    guard let releases = plan.releases else { return }
    if object.type == type(.code) { forgetNativeBody(of: object) }
    for index in 0..<plan.releaseCount {
      if let child = object[object: Int(releases[uint32: 4 * index])] { release(child) }
    }
  }

  /// Keeps an object of one of the built-in types for the next of its kind.
  ///
  /// - Returns: whether it was kept.
  @inline(__always)
  func keepForNext(_ object: ObjectPointer, _ plan: TypePlan) -> Bool {
    switch plan.body {
    case .list:
      guard state.freeLists.lists.count < FreeLists.listLimit else { return false }
      state.freeLists.lists.push(Block(address: object.address))
    case .tuple:
      let count = object.itemCount
      guard count >= 1, count <= FreeLists.tupleSizes else { return false }
      let place = 8 &* (count &- 1)
      let kept = state.freeLists.tupleCounts[integer: place]
      guard kept < FreeLists.tuplesPerSize else { return false }
      object[word: TupleOffset.items] = state.freeLists.tuples[word: place]
      state.freeLists.tuples[word: place] = object.address
      state.freeLists.tupleCounts[integer: place] = kept &+ 1
    case .dict:
      guard state.freeLists.dicts.count < FreeLists.dictLimit else { return false }
      state.freeLists.dicts.push(Block(address: object.address))
    case .record:
      guard state.freeLists.slice == nil, object.type == type(.slice) else { return false }
      state.freeLists.slice = object
    default: return false
    }
    return true
  }
}
