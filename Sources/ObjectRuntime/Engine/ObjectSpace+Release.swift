extension ObjectSpace {
  /// How deep objects may nest before letting go is put off, as CPython's trashcan does at its limit of native calls.
  static let releaseDepthLimit = 9_945

  /// Gives a counted reference back; at the last one the object goes.
  ///
  /// - Complexity: O(1), and O(*n*) in the objects that go with it; the native stack does not grow with them.
  @inlinable @inline(__always)
  package func release(_ object: ObjectPointer) {
    guard object[int32: ObjectOffset.referenceCount] >= 0 else { return }
    let count = object[word: ObjectOffset.referenceCount] &- 1
    object[word: ObjectOffset.referenceCount] = count
    if count == 0 { deallocate(object) }
  }

  /// Lets an object go whose count has just reached zero, with everything that nobody else holds.
  @inline(never)
  @usableFromInline
  func deallocate(_ object: ObjectPointer) {
    let plan = object.plan
    if plan.traits.contains(.isLeaf) { freeLeaf(object, plan) } else { releaseAll(object) }
  }

  /// Counts one reference less; where it was the last, an object without references is freed.
  ///
  /// - Returns: whether the object has to be begun.
  @inline(__always)
  func dropReference(_ object: ObjectPointer) -> Bool {
    guard object[int32: ObjectOffset.referenceCount] >= 0 else { return false }
    let count = object[word: ObjectOffset.referenceCount] &- 1
    object[word: ObjectOffset.referenceCount] = count
    guard count == 0 else { return false }
    let plan = object.plan
    guard plan.traits.contains(.isLeaf) else { return true }
    freeLeaf(object, plan)
    return false
  }

  /// Counts one reference less; where it was the last, the object is freed or, where it holds others, begun.
  ///
  /// - Parameter entry: how far the innermost object is, which is saved before another one is begun.
  /// - Returns: whether another object was begun.
  func releaseChild(_ object: ObjectPointer, _ entry: ReleaseEntry) -> Bool {
    guard dropReference(object) else { return false }
    state.releases.top = entry
    begin(object, object.plan)
    return true
  }

  /// Everything that happens to a dying object before its references are let go.
  ///
  /// - Returns: whether they are; not where it was put off or made alive again.
  @inline(__always)
  func prepare(_ object: ObjectPointer, _ plan: TypePlan) -> Bool {
    let traits = plan.traits
    if traits.contains(.isCollected) { untrack(object) }
    if traits.contains(.isPutOff) && state.releases.count >= Self.releaseDepthLimit {
      let header = object.collectorHeader
      header.previousWord = header.previousWord & CollectorHeader.flags | (state.putOff?.address ?? 0)
      state.putOff = object
      return false
    }
    let weakListOffset = plan.weakListOffset
    if traits.contains(.hasFinalizer) || weakListOffset != 0 && object[word: weakListOffset] != 0
      || plan.body == .type
    {
      return callBack(object, plan)
    }
    return true
  }

  /// Calls the finalizer of a dying object and clears its weak references.
  @inline(never)
  private func callBack(_ object: ObjectPointer, _ plan: TypePlan) -> Bool {
    let traits = plan.traits
    if traits.contains(.hasFinalizer) {
      guard finalizeDying(object, plan) else {
        if let object = takePutOff() { begin(object, object.plan) }
        return false
      }
    }
    // A list of weak references that a built-in base has is the base's own to clear, after the attributes.
    let isBases = traits.contains(.isHeapType) && plan.weakListOffset > 0
    if plan.body == .type { removeFromBases(object) }
    if plan.weakListOffset != 0, !isBases, object[word: plan.weakListOffset] != 0 {
      clearWeakReferences(to: object, at: plan.weakListOffset)
    }
    return true
  }

  /// Makes a dying object the innermost one.
  func begin(_ object: ObjectPointer, _ plan: TypePlan) {
    guard prepare(object, plan) else { return }
    if plan.traits.contains(.isHeapType) {
      state.releases.push(
        ReleaseEntry(
          object: object, stage: plan.slotCount > 0 ? .slots : .attributes, cursor: 0, block: nil))
    } else {
      state.releases.push(bodyEntry(object, plan))
    }
  }

  /// Frees the innermost object and the reference to its class.
  ///
  /// - Returns: the object that was put off and is to be begun next.
  @inline(__always)
  func finish(_ object: ObjectPointer, _ plan: TypePlan) -> ObjectPointer? {
    let traits = plan.traits
    state.releases.pop()
    if traits.contains(.isHeapType) {
      let type = object.type
      freeObject(object, plan: plan)
      if type[int32: ObjectOffset.referenceCount] >= 0 {
        let count = type[word: ObjectOffset.referenceCount] &- 1
        type[word: ObjectOffset.referenceCount] = count
        if count == 0 { begin(type, type.plan) }
      }
    } else if !keepForNext(object, plan) {
      freeObject(object, plan: plan)
    }
    guard state.putOff != nil, traits.contains(.isPutOff) else { return nil }
    return takePutOff()
  }

  /// Takes the newest object that was put off, where there is room again.
  @inline(never)
  private func takePutOff() -> ObjectPointer? {
    guard let object = state.putOff, state.releases.count < Self.releaseDepthLimit - 50 else { return nil }
    let header = object.collectorHeader
    let next = header.previousWord & ~CollectorHeader.flags
    state.putOff = next == 0 ? nil : ObjectPointer(address: next)
    header.previousWord &= CollectorHeader.finalized
    return object
  }
}
