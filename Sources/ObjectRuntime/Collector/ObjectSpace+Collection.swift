extension ObjectSpace {
  /// Collects where the youngest generation has outgrown its threshold: the point at which a program can bear it.
  @inline(__always)
  package func collectIfDue() {
    if state.collector.isRequested { collectDue() }
  }

  @inline(never)
  private func collectDue() {
    state.collector.isRequested = false
    guard state.collector.isEnabled, !state.collector.isCollecting, let generation = dueGeneration() else {
      return
    }
    beginOperation()
    _ = collectGeneration(generation)
    endOperation()
  }

  /// The oldest generation whose threshold is passed.
  private func dueGeneration() -> Int? {
    for generation in (0..<CollectorState.generationCount).reversed()
    where state.collector[count: generation] > state.collector.threshold(generation) {
      // The oldest one waits until a quarter as many objects are new to it as it has.
      if generation == 2, state.collector.longLivedPending < state.collector.longLivedTotal / 4 { continue }
      return generation
    }
    return nil
  }

  /// Collects a generation and all younger ones, as CPython 3.13 does.
  ///
  /// - Parameter generation: 0 to 2.
  /// - Returns: how many objects were unreachable: those that went and those that could not.
  /// - Complexity: O(*n* + *m*) in the objects of these generations and their references.
  func collectGeneration(_ generation: Int) -> (collected: Int, uncollectable: Int) {
    guard !state.collector.isCollecting else { return (0, 0) }
    state.collector.isCollecting = true
    tell(CollectorEvent(phase: .start, generation: generation, collected: 0, uncollectable: 0))
    if debugOptions.contains(.statistics) { tellStart(of: generation) }

    if generation + 1 < CollectorState.generationCount { state.collector[count: generation + 1] += 1 }
    for younger in 0...generation { state.collector[count: younger] = 0 }
    let young = state.collector.head(generation)
    for younger in 0..<generation { young.takeAll(of: state.collector.head(younger)) }
    let old = generation < 2 ? state.collector.head(generation + 1) : young

    let lists = scratchLists()
    let unreachable = lists.unreachable
    let reachable = deduceUnreachable(young, into: unreachable)
    var survivors = reachable.count - untrackTuples(reachable.tuples)
    if young != old {
      if generation == 1 { state.collector.longLivedPending += survivors }
      old.takeAll(of: young)
    } else {
      survivors -= untrackDicts(reachable.dicts)
      state.collector.longLivedPending = 0
      state.collector.longLivedTotal = survivors
    }

    // What is unreachable is marked so no longer; references into it are dead.
    let found = clearUnreachableMarks(unreachable)
    if debugOptions.contains(.collectable) { tellCollectable(unreachable) }
    let dead = lists.dead
    var collected = found.count
    if found.needsCare {
      collected = handleWeakReferences(unreachable, old: old, called: lists.called)
      finalizeGarbage(unreachable, seen: lists.seen)
      handleResurrected(unreachable, dead: dead, old: old)
      collected += dead.count
    } else {
      // Nothing runs that could make one of them reachable again.
      dead.takeAll(of: unreachable)
    }
    deleteGarbage(dead, old: old)

    state.collector.statistics[generation].collections += 1
    state.collector.statistics[generation].collected += collected
    if generation == 2 { clearFreeLists() }
    if debugOptions.contains(.statistics) { tellEnd(collected) }
    tell(CollectorEvent(phase: .stop, generation: generation, collected: collected, uncollectable: 0))
    state.collector.isCollecting = false
    return (collected, 0)
  }

  private func tell(_ event: CollectorEvent) {
    for callback in collectorCallbacks { callback.call(event) }
  }

  /// The heads of the lists that one collection needs.
  private func scratchLists() -> (
    unreachable: CollectorHeader, called: CollectorHeader, seen: CollectorHeader, dead: CollectorHeader
  ) {
    func list(_ number: Int) -> CollectorHeader {
      let head = state.collector.scratch(number)
      head.makeEmpty()
      return head
    }
    return (list(0), list(1), list(2), list(3))
  }
}
