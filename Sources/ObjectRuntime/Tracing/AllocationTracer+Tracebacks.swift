package import HeapModel

extension AllocationTracer {
  /// Numbers a function, for ``TracedFrame``; to be done once for each code object, not for each call.
  ///
  /// - Parameters:
  ///   - function: its name, where known.
  ///   - file: its source file's name.
  /// - Returns: the same number for the same names.
  /// - Complexity: O(*n*) in the bytes of the names.
  package mutating func code(function: String?, file: String) -> TracedFrame.Code {
    codes.code(function: function, file: file)
  }

  /// Numbers a traceback.
  ///
  /// - Parameters:
  ///   - stack: the calls that are under way, the innermost first; those beyond the limit of frames can be left
  ///     out.
  ///   - totalFrameCount: how many calls are under way; what exceeds 65,535 is not counted.
  /// - Returns: the same number for the same calls, until the tracer is cleared.
  /// - Complexity: O(*k*) on average in the frames that are kept.
  package mutating func traceback(of stack: Span<TracedFrame>, totalFrameCount: Int) -> TracebackIndex {
    precondition(totalFrameCount >= stack.count, "The total counts the frames that are given")
    if stack.isEmpty { return .unknown }
    return tracebacks.index(of: stack.extracting(first: frameLimit), totalFrameCount: totalFrameCount)
  }

  /// Numbers a traceback of frames with their names.
  ///
  /// - Parameter stack: all calls that are under way, the innermost first.
  /// - Returns: the same number for the same calls, until the tracer is cleared.
  /// - Complexity: O(*n*) on average in the calls, and in the bytes of the names.
  package mutating func traceback(of stack: some Collection<AllocationFrame>) -> TracebackIndex {
    let frames = stack.prefix(frameLimit).map { frame in
      TracedFrame(code: code(function: frame.function, file: frame.file), line: frame.line)
    }
    return traceback(of: frames.span, totalFrameCount: stack.count)
  }

  /// Where the block at an address was allocated, or `nil` where none is traced.
  ///
  /// - Complexity: O(*k*) in the frames.
  package func traceback(ofBlockAt address: UInt) -> AllocationTraceback? {
    blocks[address].map { traceback(at: $0.traceback) }
  }

  /// The bytes of the block at an address, or `nil` where none is traced.
  ///
  /// - Complexity: O(1) on average.
  package func size(ofBlockAt address: UInt) -> ByteCount? {
    blocks[address].map { ByteCount($0.size) }
  }

  /// The traceback of a number.
  ///
  /// - Complexity: O(*k*) in the frames.
  package func traceback(at index: TracebackIndex) -> AllocationTraceback {
    let (frames, total) = tracebacks[index]
    return AllocationTraceback(frames: frames.reversed().map { codes.frame($0) }, totalFrameCount: total)
  }

  /// What is allocated now.
  ///
  /// - Returns: a snapshot with the blocks in the order of their addresses.
  /// - Complexity: O(*n* log *n* + *f*) in the blocks and the frames of their different tracebacks.
  package func snapshot() -> AllocationSnapshot {
    var traces = AllocationSnapshot.Traces()
    // The number of each traceback in the snapshot, which has only those that are still in use.
    var numbers = [UInt32?](repeating: nil, count: tracebacks.count)
    for (_, block) in blocks.sorted() {
      let number = numbers[block.traceback.position] ?? UInt32(traces.tracebacks.count)
      if numbers[block.traceback.position] == nil {
        numbers[block.traceback.position] = number
        traces.tracebacks.append(traceback(at: block.traceback))
      }
      traces.append(size: ByteCount(block.size), traceback: number)
    }
    return AllocationSnapshot(traces: traces, tracebackLimit: frameLimit)
  }
}
