extension ObjectSpace {
  /// How deep objects may nest before letting go is put off, as CPython's trashcan does at its limit of native calls.
  static let releaseDepthLimit = 9_945

  /// Gives a counted reference back; at the last one the object goes.
  ///
  /// - Complexity: O(1), and O(*n*) in the objects that go with it; the native stack does not grow with them.
  @inline(__always)
  package func release(_ object: ObjectPointer) {
    guard object[int32: ObjectOffset.referenceCount] >= 0 else { return }
    let count = object[word: ObjectOffset.referenceCount] &- 1
    object[word: ObjectOffset.referenceCount] = count
    if count == 0 { deallocate(object) }
  }

  /// Lets an object go whose count has just reached zero, with everything that nobody else holds.
  ///
  /// References are let go in CPython's order, depth first; the objects under way are on a stack of the space's own.
  @inline(never)
  func deallocate(_ object: ObjectPointer) {
    let plan = object.plan
    if plan.traits.contains(.isLeaf) { return freeLeaf(object, plan) }
    let base = state.releases.count
    begin(object, plan)
    while state.releases.count > base { advance() }
  }

  /// Counts one reference less; where it was the last, the object is freed or, where it holds others, begun.
  ///
  /// - Parameter entry: how far the innermost object is, which is saved before another one is begun.
  /// - Returns: whether another object was begun.
  @inline(__always)
  func releaseChild(_ object: ObjectPointer, _ entry: ReleaseEntry) -> Bool {
    guard object[int32: ObjectOffset.referenceCount] >= 0 else { return false }
    let count = object[word: ObjectOffset.referenceCount] &- 1
    object[word: ObjectOffset.referenceCount] = count
    guard count == 0 else { return false }
    let plan = object.plan
    if plan.traits.contains(.isLeaf) {
      freeLeaf(object, plan)
      return false
    }
    state.releases.top = entry
    begin(object, plan)
    return true
  }

  /// Everything that happens to a dying object before its references are let go.
  func begin(_ object: ObjectPointer, _ plan: TypePlan) {
    let traits = plan.traits
    if traits.contains(.isCollected) { untrack(object) }
    if traits.contains(.isPutOff) && state.releases.count >= Self.releaseDepthLimit {
      let header = object.collectorHeader
      header.previousWord = header.previousWord & CollectorHeader.flags | (state.putOff?.address ?? 0)
      state.putOff = object
      return
    }
    if traits.contains(.hasFinalizer) {
      guard finalizeDying(object, plan) else { return continuePutOff() }
    }
    // A list of weak references that a built-in base has is the base's own to clear, after the attributes.
    let isBases = traits.contains(.isHeapType) && plan.weakListOffset > 0
    if plan.weakListOffset != 0, !isBases, object[word: plan.weakListOffset] != 0 {
      if plan.body == .type {
        removeFromBases(object)
      }
      clearWeakReferences(to: object, at: plan.weakListOffset)
    } else if plan.body == .type {
      removeFromBases(object)
    }
    if traits.contains(.isHeapType) {
      let stage: ReleaseEntry.Stage = plan.slotCount > 0 ? .slots : .attributes
      state.releases.push(ReleaseEntry(object: object, stage: stage, cursor: 0, block: nil))
    } else {
      state.releases.push(bodyEntry(object, plan.body))
    }
  }

  /// Lets the next reference of the innermost object go, or ends the object.
  private func advance() {
    var entry = state.releases.top
    let object = entry.object
    let plan = object.plan
    switch entry.stage {
    case .slots:
      guard let slots = plan.slots else { preconditionFailure("A class with slots lists them.") }
      let count = plan.slotCount
      while entry.cursor < count {
        let offset = Int(slots[uint32: 4 &* entry.cursor])
        entry.cursor &+= 1
        if let child = object[object: offset] {
          object[word: offset] = 0
          if releaseChild(child, entry) { return }
        }
      }
      entry.stage = .attributes
      entry.cursor = 0
      releaseAttributes(&entry, plan)
    case .attributes:
      releaseAttributes(&entry, plan)
    case .body, .keys:
      releaseBody(&entry, plan)
    case .end: end(object, plan)
    }
  }

  /// The attribute dictionary or the inline values.
  @inline(__always)
  private func releaseAttributes(_ entry: inout ReleaseEntry, _ plan: TypePlan) {
    let object = entry.object
    let traits = plan.traits
    if entry.cursor == 0, traits.contains(.hasInlineValues),
      let dict = object[object: ObjectOffset.managedDict]
    {
      separateDict(dict, from: object)
    }
    if entry.cursor != Int.max {
      if traits.contains(.hasInlineValues) {
        let values = object.advanced(by: plan.basicSize)
        let capacity = values[byte: ValuesOffset.isValid] == 0 ? 0 : Int(values[byte: ValuesOffset.capacity])
        while entry.cursor < capacity {
          let place = ValuesOffset.values &+ 8 &* entry.cursor
          entry.cursor &+= 1
          if let child = values[object: place] {
            values[word: place] = 0
            if releaseChild(child, entry) { return }
          }
        }
        values[byte: ValuesOffset.isValid] = 0
      }
      let place =
        traits.contains(.hasManagedDict)
        ? ObjectOffset.managedDict : traits.contains(.addsDict) ? plan.dictOffset : 0
      if place != 0, let dict = object[object: place] {
        object[word: place] = 0
        entry.cursor = Int.max
        if releaseChild(dict, entry) { return }
      }
    }
    entry = bodyEntry(object, plan.body)
    if entry.stage == .end { end(object, plan) } else { releaseBody(&entry, plan) }
  }

  /// Frees the innermost object and the reference to its class, and goes on with what was put off.
  @inline(__always)
  func end(_ object: ObjectPointer, _ plan: TypePlan) {
    let traits = plan.traits
    state.releases.pop()
    if traits.contains(.isHeapType) {
      let type = object.type
      freeObject(object, plan: plan)
      guard type[int32: ObjectOffset.referenceCount] >= 0 else { return continueAfter(traits) }
      let count = type[word: ObjectOffset.referenceCount] &- 1
      type[word: ObjectOffset.referenceCount] = count
      if count == 0 { begin(type, type.plan) }
    } else if !keepForNext(object, plan) {
      freeObject(object, plan: plan)
    }
    continueAfter(traits)
  }

  /// Goes on with what was put off, after an object of a kind that can be.
  @inline(__always)
  private func continueAfter(_ traits: TypePlan.Traits) {
    if state.putOff != nil, traits.contains(.isPutOff) { continuePutOff() }
  }

  /// Begins the newest object that was put off, where there is room again.
  private func continuePutOff() {
    guard let object = state.putOff, state.releases.count < Self.releaseDepthLimit - 50 else { return }
    let header = object.collectorHeader
    let next = header.previousWord & ~CollectorHeader.flags
    state.putOff = next == 0 ? nil : ObjectPointer(address: next)
    header.previousWord &= CollectorHeader.finalized
    begin(object, object.plan)
  }
}
