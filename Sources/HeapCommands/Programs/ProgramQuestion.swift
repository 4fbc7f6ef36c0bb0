/// A moment of a program's run at which its heap can be asked.
enum ProgramMoment: Hashable, Sendable {
  /// When it comes to a line, or a notebook to a code cell; both count from 1.
  case line(Int)
  case end
}

/// Which heaps of a program's run are asked, and what the run may use.
struct ProgramQuestion {
  /// The moments, in the order in which they are waited for; none where the program says itself when, by calling
  /// `heapgraph_agent.dump()`.
  var moments: [ProgramMoment]
  /// Whether an exception or a limit that ends the program is the moment that was waited for.
  var postMortem: Bool
  var limits: ProgramLimitOptions

  /// The lines or code cells among the moments.
  var lines: [Int] {
    moments.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// Whether the program says itself when it is asked.
  var isOfCalls: Bool { moments.isEmpty }

  /// Whether the program runs to its end, and is asked there.
  var comesToEnd: Bool { moments.last == .end }
}
