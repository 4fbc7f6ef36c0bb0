/// What is wrong with a question to traced allocations, or with how they are to be traced.
public enum AllocationTracingError: Error, Hashable, Sendable {
  /// Statistics by traceback were asked to be cumulative, which only those by file and by line can be.
  case cumulativeTracebacks
  /// So many frames cannot be kept for a block.
  case frameLimitOutOfRange(Int, allowed: ClosedRange<Int>)

  /// The text of the `ValueError` that tracemalloc raises.
  package var pythonMessage: String {
    switch self {
    case .cumulativeTracebacks:
      // The spelling is tracemalloc's.
      "cumulative mode cannot by used with key type 'traceback'"
    case .frameLimitOutOfRange(_, let allowed):
      "the number of frames must be in range [\(allowed.lowerBound); \(allowed.upperBound)]"
    }
  }
}

extension AllocationTracingError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .cumulativeTracebacks:
      "Statistics grouped by traceback cannot be cumulative; group by line or by file, or ask for no cumulation."
    case .frameLimitOutOfRange(let limit, let allowed):
      "\(limit) frames cannot be kept for a block; "
        + "the limit is from \(allowed.lowerBound) to \(allowed.upperBound)."
    }
  }
}
