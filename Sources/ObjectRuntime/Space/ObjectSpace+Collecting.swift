extension ObjectSpace {
  /// Collects a generation and all younger ones now, as `gc.collect`.
  ///
  /// - Parameter generation: 0, 1 or 2.
  /// - Returns: how many unreachable objects there were.
  /// - Throws: ``ObjectError`` of kind `valueError` for another generation.
  /// - Complexity: O(*n* + *m*) in the objects of these generations and their references.
  @discardableResult
  public func collect(generation: Int = 2) throws(ObjectError) -> Int {
    try checkOpen()
    guard (0..<CollectorState.generationCount).contains(generation) else {
      throw ObjectError(.valueError, "invalid generation")
    }
    beginOperation()
    defer { endOperation() }
    let result = collectGeneration(generation)
    return result.collected + result.uncollectable
  }

  /// Whether generations are collected by themselves.
  ///
  /// - Complexity: O(1).
  public var isCollectorEnabled: Bool {
    get { state.collector.isEnabled }
    set { state.collector.isEnabled = newValue && !isClosed }
  }

  /// When generations are collected by themselves.
  ///
  /// - Complexity: O(1).
  public var collectorThresholds: CollectorThresholds {
    get {
      let values = state.collector.thresholds
      return CollectorThresholds(generation0: values.0, generation1: values.1, generation2: values.2)
    }
    set { setThresholds(newValue) }
  }

  func setThresholds(_ new: CollectorThresholds) {
    state.collector.thresholds = (new.generation0, new.generation1, new.generation2)
  }

  /// What was counted in each generation, as `gc.get_count`.
  ///
  /// - Complexity: O(1).
  public var collectorCounts: CollectorCounts {
    let counts = state.collector.counts
    return CollectorCounts(generation0: counts.0, generation1: counts.1, generation2: counts.2)
  }

  /// What the collections of each generation have done, as `gc.get_stats`.
  ///
  /// - Complexity: O(1).
  public var collectorStatistics: [CollectorStatistics] {
    state.collector.statistics.map {
      CollectorStatistics(
        collections: $0.collections, collected: $0.collected, uncollectable: $0.uncollectable)
    }
  }

  /// What the collector tells and keeps besides its work.
  ///
  /// - Complexity: O(1).
  public var collectorDebugOptions: CollectorDebugOptions {
    get { debugOptions }
    set { debugOptions = newValue }
  }

  /// Sets where the collector's messages go, a line each.
  ///
  /// - Complexity: O(1).
  public func setDiagnosticsHandler(_ handler: ((String) -> Void)?) {
    standardErrorSink = isClosed ? nil : handler
  }

  /// Calls a closure before and after each collection.
  ///
  /// - Returns: a number for ``removeCollectorCallback(_:)``.
  /// - Complexity: O(1) amortized.
  @discardableResult
  public func addCollectorCallback(_ callback: @escaping CollectorCallback) -> Int {
    let number = nextCallbackNumber
    nextCallbackNumber += 1
    if !isClosed { collectorCallbacks.append((number, callback)) }
    return number
  }

  /// Calls a closure no more.
  ///
  /// - Complexity: O(*n*) in the callbacks.
  public func removeCollectorCallback(_ number: Int) { collectorCallbacks.removeAll { $0.number == number } }

  /// Sets all objects that the collector looks after aside, so that no collection goes through them.
  ///
  /// - Complexity: O(1).
  public func freeze() {
    guard !isClosed else { return }
    for generation in 0..<CollectorState.generationCount {
      state.collector.permanent.takeAll(of: state.collector.head(generation))
      state.collector[count: generation] = 0
    }
  }

  /// Puts what was set aside into the oldest generation.
  ///
  /// - Complexity: O(1).
  public func unfreeze() {
    guard !isClosed else { return }
    state.collector.head(2).takeAll(of: state.collector.permanent)
  }

  /// How many objects are set aside.
  ///
  /// - Complexity: O(*n*) in them.
  public var frozenCount: Int { isClosed ? 0 : state.collector.permanent.count }

  /// The list in which unreachable objects are kept that did not go, as `gc.garbage`; of a closed space, a
  /// handle that is not valid.
  ///
  /// - Complexity: O(1).
  public var garbage: ObjectHandle { isClosed ? noneObject : handle((garbageList ?? none).retained()) }

  /// Whether the collector looks after an object, as `gc.is_tracked`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func isTracked(_ object: ObjectHandle) throws(ObjectError) -> Bool { try pointer(object).isTracked }

  /// Whether an object's finalizer was called, as `gc.is_finalized`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func isFinalized(_ object: ObjectHandle) throws(ObjectError) -> Bool {
    try pointer(object).isFinalized
  }

  /// The generation that an object is in: 0 to 2, 3 where it is set aside; `nil` where it is not tracked.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in the tracked objects.
  public func generation(of object: ObjectHandle) throws(ObjectError) -> Int? {
    let object = try pointer(object)
    guard object.isTracked else { return nil }
    for generation in 0...CollectorState.generationCount {
      let head = state.collector.head(generation)
      var header = head.next
      while header != head {
        if header.object == object { return generation }
        header = header.next
      }
    }
    return nil
  }

  /// The objects that the collector looks after, as `gc.get_objects`.
  ///
  /// - Parameter generation: 0 to 2; all three where `nil`.
  /// - Throws: ``ObjectError`` of kind `valueError` for another generation.
  /// - Complexity: O(*n*) in them.
  public func objects(generation: Int? = nil) throws(ObjectError) -> [ObjectHandle] {
    try checkOpen()
    if let generation {
      if generation >= CollectorState.generationCount {
        throw ObjectError(
          .valueError, "generation parameter must be less than the number of available generations (3)")
      }
      if generation < 0 { throw ObjectError(.valueError, "generation parameter cannot be negative") }
    }
    var found: [ObjectPointer] = []
    for number in generation.map({ $0...$0 }) ?? 0...2 {
      forEachObject(in: state.collector.head(number)) { found.append($0) }
    }
    return found.map { handle($0.retained()) }
  }

  /// Calls a closure with each object of a generation's list, in its order.
  func forEachObject(in list: CollectorHeader, _ body: (ObjectPointer) -> Void) {
    var header = list.next
    while header != list {
      body(header.object)
      header = header.next
    }
  }

  /// What an object refers to, as `gc.get_referents`: what the collector sees, in its order.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in them.
  public func referents(of object: ObjectHandle) throws(ObjectError) -> [ObjectHandle] {
    referents(of: try pointer(object)).map { handle($0.retained()) }
  }

  /// The tracked objects that refer to an object, as `gc.get_referrers`, oldest generation last.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n* + *m*) in the tracked objects and their references.
  public func referrers(of object: ObjectHandle) throws(ObjectError) -> [ObjectHandle] {
    let target = try pointer(object)
    var found: [ObjectPointer] = []
    for number in 0..<CollectorState.generationCount {
      forEachObject(in: state.collector.head(number)) { candidate in
        var refers = false
        forEachTraced(candidate) { if $0 == target { refers = true } }
        if refers { found.append(candidate) }
      }
    }
    return found.map { handle($0.retained()) }
  }
}
