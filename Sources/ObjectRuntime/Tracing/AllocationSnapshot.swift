import HeapModel

/// The blocks of memory that are allocated at one moment, and where each was: tracemalloc's `Snapshot`.
public struct AllocationSnapshot: Sendable {
  /// The most frames that were kept for a block.
  public let tracebackLimit: Int

  /// The blocks, in the order of their addresses where they come from a tracer.
  public let traces: Traces

  /// Makes a snapshot of traces.
  ///
  /// - Parameters:
  ///   - traces: the blocks, in the order in which ``traces`` is to give them.
  ///   - tracebackLimit: the most frames that were kept for a block.
  /// - Complexity: O(*n*) in the blocks and their frames.
  public init(_ traces: some Sequence<AllocationTrace>, tracebackLimit: Int) {
    var numbers: [Spelling: UInt32] = [:]
    var collected = Traces()
    for trace in traces {
      let spelling = Spelling(traceback: trace.traceback)
      let number = numbers[spelling] ?? UInt32(collected.tracebacks.count)
      if numbers.updateValue(number, forKey: spelling) == nil {
        collected.tracebacks.append(trace.traceback)
      }
      collected.append(size: trace.size, traceback: number, domain: trace.domain)
    }
    self.init(traces: collected, tracebackLimit: tracebackLimit)
  }

  init(traces: Traces, tracebackLimit: Int) {
    self.traces = traces
    self.tracebackLimit = tracebackLimit
  }

  /// Tells tracebacks apart by all that they say: equal frames may have another total or other functions.
  private struct Spelling: Hashable {
    let traceback: AllocationTraceback

    static func == (left: Spelling, right: Spelling) -> Bool {
      left.traceback == right.traceback && left.traceback.totalFrameCount == right.traceback.totalFrameCount
        && left.traceback.frames.lazy.map(\.function).elementsEqual(
          right.traceback.frames.lazy.map(\.function))
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(traceback)
      hasher.combine(traceback.totalFrameCount)
    }
  }
}
