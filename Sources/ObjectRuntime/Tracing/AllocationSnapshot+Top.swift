import HeapModel

extension AllocationSnapshot {
  /// Writes the places that take most memory, with their source lines: the "pretty top" of tracemalloc's
  /// documentation.
  ///
  /// ```
  /// Top 2 lines
  /// #1: app.py:3: 419.3 KiB
  ///     sessions.append(Session())
  /// #2: app.py:9: 312.4 KiB
  /// 35 other: 12.2 KiB
  /// Total allocated size: 743.9 KiB
  /// ```
  ///
  /// Blocks that the import system allocated, or that have no call, are left out.
  ///
  /// - Parameters:
  ///   - limit: the most places to list; traps where it is negative.
  ///   - grouping: what the blocks of one place have in common.
  ///   - source: gives the text of a frame's line, or `nil` where there is none.
  /// - Returns: the text; lines are separated, and the last one has no end.
  /// - Complexity: O(*n* + *f* + *g* log *g*) in the blocks, the frames of their different tracebacks and the
  ///   groups.
  public func top(
    _ limit: Int = 10, groupedBy grouping: AllocationGrouping = .line,
    source: (AllocationFrame) -> String? = { _ in nil }
  ) -> String {
    precondition(limit >= 0, "A list has no negative number of places")
    let chosen = filterTraces([
      AllocationFilter(.excluding, files: "<frozen importlib._bootstrap>"),
      AllocationFilter(.excluding, files: "<unknown>"),
    ])
    let statistics = chosen.groups(by: grouping).values.sorted(by: >)
    func kibibytes(_ statistics: some Sequence<AllocationStatistic>) -> String {
      let size = statistics.reduce(into: ByteCount.zero) { $0 += $1.size }
      return TracedSizeText.decimal(Double(size.rawValue) / 1024, places: 1) + " KiB"
    }
    var lines = ["Top \(limit) lines"]
    for (position, statistic) in statistics.prefix(limit).enumerated() {
      let frame = statistic.traceback.outermostFrame
      lines.append("#\(position + 1): \(frame): \(kibibytes([statistic]))")
      if let line = SourceLine.text(of: frame, source) { lines.append("    \(line)") }
    }
    let others = statistics.dropFirst(limit)
    if !others.isEmpty { lines.append("\(others.count) other: \(kibibytes(others))") }
    lines.append("Total allocated size: \(kibibytes(statistics))")
    return lines.joined(separator: "\n")
  }
}
