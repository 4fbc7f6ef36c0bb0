extension AllocationTraceback {
  /// Gives the lines that Python prints of a traceback: for each call its place, and its source line where there
  /// is one.
  ///
  /// ```
  ///   File "app.py", line 3
  ///     sessions.append(Session())
  /// ```
  ///
  /// - Parameters:
  ///   - limit: the most frames to give, the innermost ones; a negative one leaves out so many of the innermost,
  ///     0 gives none, `nil` all.
  ///   - mostRecentFirst: whether the innermost call comes first; else the outermost.
  ///   - source: gives the text of a frame's line, or `nil` where there is none.
  /// - Returns: the lines, without their ends.
  /// - Complexity: O(*n*) in the frames.
  public func format(
    limit: Int? = nil, mostRecentFirst: Bool = false, source: (AllocationFrame) -> String? = { _ in nil }
  ) -> [String] {
    var chosen = frames[...]
    if let limit {
      chosen =
        limit > 0 ? frames.suffix(limit) : limit == 0 ? [] : frames.dropLast(limit == .min ? .max : -limit)
    }
    var lines: [String] = []
    for frame in mostRecentFirst ? Array(chosen.reversed()) : Array(chosen) {
      lines.append("  File \"\(frame.file)\", line \(frame.line)")
      if let line = SourceLine.text(of: frame, source) { lines.append("    \(line)") }
    }
    return lines
  }
}
