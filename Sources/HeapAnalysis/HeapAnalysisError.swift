/// What went wrong with a question to a heap.
public enum HeapAnalysisError: Error, Hashable, Sendable {
  /// The task was cancelled, or the monitor said to stop.
  case cancelled
}

extension HeapAnalysisError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .cancelled:
      "The analysis was stopped before it was complete; start it again for a result."
    }
  }
}
