public import HeapModel

extension ObjectSpace {
  /// Records from now on where each block of memory is allocated, as `tracemalloc.start`.
  ///
  /// Blocks from before are not traced. Where tracing is on already, nothing changes.
  ///
  /// - Parameter frameLimit: the most calls to keep for each block, the innermost ones; 1 to 65,535.
  /// - Throws: ``ObjectError`` of kind `valueError` for another number.
  /// - Complexity: O(1).
  public func startTracing(frameLimit: Int = 1) throws(ObjectError) {
    try checkOpen()
    guard tracer == nil else { return }
    do throws(AllocationTracingError) {
      tracer = try AllocationTracer(frameLimit: frameLimit)
    } catch {
      throw ObjectError(.valueError, "\(error)")
    }
    state.isTracing = true
    tracingNumber += 1
  }

  /// Records no more, and forgets what was recorded, as `tracemalloc.stop`.
  ///
  /// - Complexity: O(*n*) in the traced blocks.
  public func stopTracing() {
    state.isTracing = false
    tracer = nil
  }

  /// Whether allocations are recorded.
  ///
  /// - Complexity: O(1).
  public var isTracing: Bool { state.isTracing }

  /// The bytes of all traced blocks now, and the most since the start or ``resetTracedPeak()``.
  ///
  /// - Complexity: O(1).
  public var tracedMemory: (current: ByteCount, peak: ByteCount) {
    (tracer?.tracedSize ?? ByteCount(0), tracer?.peakTracedSize ?? ByteCount(0))
  }

  /// The bytes that tracing itself takes.
  ///
  /// - Complexity: O(1).
  public var tracingOverhead: ByteCount { tracer?.ownSize ?? ByteCount(0) }

  /// Makes the peak what is traced now.
  ///
  /// - Complexity: O(1).
  public func resetTracedPeak() { tracer?.resetPeak() }

  /// Forgets the blocks recorded so far, and goes on recording.
  ///
  /// - Complexity: O(*n*) in the traced blocks.
  public func clearTraces() { tracer?.clear() }

  /// All traced blocks at this moment, to be filtered, added up and compared.
  ///
  /// - Throws: ``ObjectError`` of kind `runtimeError` where tracing is off.
  /// - Complexity: O(*n* log *n*) in the traced blocks.
  public func allocationSnapshot() throws(ObjectError) -> AllocationSnapshot {
    try checkOpen()
    guard let tracer else {
      throw ObjectError(
        .runtimeError, "the tracemalloc module must be tracing memory allocations to take a snapshot")
    }
    return tracer.snapshot()
  }

  /// Where an object was made, as `tracemalloc.get_object_traceback`; `nil` where that was not recorded.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in the calls kept.
  public func allocationTraceback(of object: ObjectHandle) throws(ObjectError) -> AllocationTraceback? {
    let object = try pointer(object)
    let before = object.isCollectable ? object.type.instancePlan.preHeaderSize : 0
    return tracer?.traceback(ofBlockAt: object.address - UInt(before))
  }

  /// Runs a closure as a call that is under way, which is what tracing records for what it makes.
  ///
  /// - Parameters:
  ///   - function: the function's name.
  ///   - file: its source file; this one where left out.
  ///   - line: the line in it; this one where left out.
  ///   - body: what runs.
  /// - Throws: what the closure throws.
  /// - Complexity: O(1) beside what the closure does.
  public func withCall<Result, Failure: Error>(
    _ function: String, file: String = #fileID, line: Int = #line, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    callStack.append(CallRecord(function: function, file: file, line: line))
    defer { callStack.removeLast() }
    return try body()
  }
}
