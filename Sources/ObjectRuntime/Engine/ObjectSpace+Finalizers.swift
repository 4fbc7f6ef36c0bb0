extension ObjectSpace {
  /// Calls the finalizer of an object, once in its life.
  func callFinalizer(_ object: ObjectPointer, _ plan: TypePlan) {
    if plan.isCollected {
      let header = object.collectorHeader
      guard header.previousWord & CollectorHeader.finalized == 0 else { return }
      runFinalizer(object, plan)
      header.previousWord |= CollectorHeader.finalized
    } else {
      runFinalizer(object, plan)
    }
  }

  private func runFinalizer(_ object: ObjectPointer, _ plan: TypePlan) {
    if plan.body == .generator, !isHeap(object.type) { return finalizeGenerator(object) }
    guard let method = lookUpInClasses(names.finalizer, of: object.type) else { return }
    method.retain()
    do throws(ObjectError) {
      release(try callMethod(method, on: object, []))
    } catch {
      reportUnraisable(error, in: method)
    }
    release(method)
  }

  /// Calls the finalizer of an object whose count has reached zero.
  ///
  /// - Returns: whether the object goes; the finalizer may have given it new references.
  func finalizeDying(_ object: ObjectPointer, _ plan: TypePlan) -> Bool {
    // A generator's weak references are cleared before it is closed.
    if plan.body == .generator, plan.weakListOffset != 0, object[word: plan.weakListOffset] != 0 {
      clearWeakReferences(to: object, at: plan.weakListOffset)
    }
    object[word: ObjectOffset.referenceCount] = 1
    if plan.isCollected { track(object) }
    callFinalizer(object, plan)
    let count = object[word: ObjectOffset.referenceCount] &- 1
    object[word: ObjectOffset.referenceCount] = count
    guard count == 0 else { return false }
    if plan.isCollected { untrack(object) }
    return true
  }
}
