extension ObjectSpace {
  /// Whether the space was closed.
  ///
  /// - Complexity: O(1).
  public var isClosed: Bool { state.isClosed }

  /// Gives all memory back at once, without letting objects go one by one: no finalizer or callback runs.
  ///
  /// Every handle is invalid from then on, and so is the space: what can throw throws an ``ObjectError`` of kind
  /// `referenceError`, what cannot does nothing and tells of nothing. Hooks, callbacks and functions are let go of, with
  /// what they captured. Where a finalizer, function or callback closes the space, the memory goes when the operation
  /// ends that called it.
  ///
  /// - Complexity: O(*n*) in the arenas and large blocks.
  public func close() {
    guard !isClosed else { return }
    state.isClosed = true
    state.collector.isEnabled = false
    let dropped = (
      nativeBodies, collectorCallbacks, unraisableHook, standardErrorSink, callSource, interpreter
    )
    nativeBodies = [:]
    collectorCallbacks = []
    unraisableHook = nil
    standardErrorSink = nil
    callSource = nil
    interpreter = nil
    if state.operationDepth == 0 { destroy() }
    // What the closures captured may ask the space, which is closed by now.
    withExtendedLifetime(dropped) {}
  }

  /// Begins what can run a program's code, which may close the space; the memory stays until it ends.
  @inline(__always)
  func beginOperation() { state.operationDepth &+= 1 }

  /// Ends what can run a program's code.
  @inline(__always)
  func endOperation() {
    state.operationDepth &-= 1
    if state.isClosed { endClosedOperation() }
  }

  @inline(never)
  private func endClosedOperation() {
    if state.operationDepth == 0 { destroy() }
  }

  /// Gives the memory of a closed space back.
  func destroy() {
    guard !state.isDestroyed else { return }
    state.isDestroyed = true
    handles.removeAll()
    state.isTracing = false
    tracer = nil
    for plan in classPlans {
      if let slots = plan.slots { SystemMemory.free(slots) }
    }
    classPlans = []
    freePlans = []
    state.destroy()
  }

  /// Refuses what is asked of a closed space.
  @inline(__always)
  func checkOpen() throws(ObjectError) {
    if state.isClosed { throw closedError }
  }

  @inline(never)
  private var closedError: ObjectError { ObjectError(.referenceError, "the space is closed") }
}
