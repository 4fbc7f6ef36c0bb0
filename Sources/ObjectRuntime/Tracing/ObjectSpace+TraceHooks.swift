/// A call that is under way, for tracing.
struct CallRecord {
  var function: String
  var file: String
  var line: Int
}

extension ObjectSpace {
  /// The traceback of the calls under way.
  private func currentTraceback() -> TracebackIndex? {
    guard tracer != nil else { return nil }
    let limit = tracer?.frameLimit ?? 1
    if let source = callSource {
      let (frames, total) = source(limit)
      return tracer?.traceback(of: frames.span, totalFrameCount: total)
    }
    let frames = callStack.reversed().prefix(limit).map { record in
      TracedFrame(
        code: tracer?.code(function: record.function, file: record.file) ?? TracedFrame.Code(rawValue: 0),
        line: record.line)
    }
    return tracer?.traceback(of: frames.span, totalFrameCount: callStack.count)
  }

  @inline(never)
  func traceAllocation(_ block: Block, size: Int) {
    guard !state.ignoresAllocations, let traceback = currentTraceback() else { return }
    tracer?.allocated(address: block.address, size: size, traceback: traceback)
  }

  @inline(never)
  func traceRelease(_ block: Block) { tracer?.freed(address: block.address) }

  @inline(never)
  func traceResize(from old: Block, to new: Block, size: Int) {
    guard !state.ignoresAllocations else {
      tracer?.freed(address: old.address)
      return
    }
    guard let traceback = currentTraceback() else { return }
    tracer?.resized(from: old.address, to: new.address, size: size, traceback: traceback)
  }

  /// Notes that an object of a free list is a new one: a block that was traced when it was allocated has another
  /// traceback now, and one from before tracing began stays unknown, as CPython has it.
  @inline(never)
  func traceReuse(_ object: ObjectPointer) {
    guard let traceback = currentTraceback() else { return }
    let block = object.address - UInt(object.type.instancePlan.preHeaderSize)
    tracer?.retraced(address: block, traceback: traceback)
  }
}
