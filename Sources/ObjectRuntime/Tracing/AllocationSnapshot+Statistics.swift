import HeapModel

extension AllocationSnapshot {
  /// Adds up the blocks by where they were allocated.
  ///
  /// - Parameters:
  ///   - grouping: what the blocks of one statistic have in common.
  ///   - isCumulative: whether a block counts for each of its frames, once for each time it occurs there, and not
  ///     for the innermost alone; only by line and by file.
  /// - Returns: the statistics, the greatest size first; among equal sizes the greatest number, then the place
  ///   that sorts last.
  /// - Throws: ``AllocationTracingError/cumulativeTracebacks``.
  /// - Complexity: O(*n* + *f* + *g* log *g*) in the blocks, the frames of their different tracebacks and the
  ///   groups.
  public func statistics(
    groupedBy grouping: AllocationGrouping, cumulative isCumulative: Bool = false
  ) throws(AllocationTracingError) -> [AllocationStatistic] {
    try groups(by: grouping, cumulative: isCumulative).values.sorted(by: >)
  }

  /// Compares what is allocated with an earlier snapshot, by where it was allocated.
  ///
  /// - Parameters:
  ///   - old: the earlier snapshot.
  ///   - grouping: what the blocks of one difference have in common.
  ///   - isCumulative: whether a block counts for each of its frames, once for each time it occurs there, and not
  ///     for the innermost alone; only by line and by file.
  /// - Returns: a difference for each place of either snapshot, also where nothing changed; the greatest change
  ///   in bytes first, up or down.
  /// - Throws: ``AllocationTracingError/cumulativeTracebacks``.
  /// - Complexity: O(*n* + *f* + *g* log *g*) in the blocks of both, the frames of their different tracebacks
  ///   and the groups.
  public func compare(
    to old: AllocationSnapshot, groupedBy grouping: AllocationGrouping, cumulative isCumulative: Bool = false
  ) throws(AllocationTracingError) -> [AllocationDifference] {
    let new = try groups(by: grouping, cumulative: isCumulative)
    let old = try old.groups(by: grouping, cumulative: isCumulative)
    var differences = new.map { AllocationDifference(of: $1, since: old[$0], at: $0) }
    for (traceback, statistic) in old where new[traceback] == nil {
      differences.append(AllocationDifference(of: nil, since: statistic, at: traceback))
    }
    differences.sort(by: >)
    return differences
  }

  private func groups(
    by grouping: AllocationGrouping, cumulative isCumulative: Bool
  ) throws(AllocationTracingError) -> [AllocationTraceback: AllocationStatistic] {
    guard isCumulative else { return groups(by: grouping) }
    if grouping == .traceback { throw .cumulativeTracebacks }
    return groups { traceback in traceback.frames.map { [Self.key(of: $0, grouping)] } }
  }

  /// What blocks were allocated at each place, each block at one.
  func groups(by grouping: AllocationGrouping) -> [AllocationTraceback: AllocationStatistic] {
    groups { traceback in
      [grouping == .traceback ? traceback.frames : [Self.key(of: traceback.innermostFrame, grouping)]]
    }
  }

  private static func key(of frame: AllocationFrame, _ grouping: AllocationGrouping) -> AllocationFrame {
    grouping == .file ? AllocationFrame(file: frame.file, line: 0) : frame
  }

  /// Adds up the blocks, each for all places that its traceback stands for.
  private func groups(
    places: (AllocationTraceback) -> [[AllocationFrame]]
  ) -> [AllocationTraceback: AllocationStatistic] {
    // Different tracebacks are few where blocks are many: add up by number first, and hash frames once for each.
    var sums = Array(repeating: (size: ByteCount.zero, count: 0), count: traces.tracebacks.count)
    for (size, number) in zip(traces.sizes, traces.tracebackNumbers) {
      sums[Int(number)].size += size
      sums[Int(number)].count += 1
    }
    var groups: [AllocationTraceback: AllocationStatistic] = [:]
    for (traceback, sum) in zip(traces.tracebacks, sums) where sum.count > 0 {
      for frames in places(traceback) {
        let place = AllocationTraceback(frames: frames)
        let new = AllocationStatistic(traceback: place, size: .zero, count: 0)
        // In place, one look-up a frame.
        Self.add(sum, to: &groups[place, default: new])
      }
    }
    return groups
  }

  private static func add(_ sum: (size: ByteCount, count: Int), to statistic: inout AllocationStatistic) {
    statistic.size += sum.size
    statistic.count += sum.count
  }
}
