import HeapModel

/// Turns compressed sparse rows round by a counting sort.
///
/// The rows that come out are in ascending order, and entries of one row that lead to the same object stay as
/// many as they were.
enum Transposition {
  typealias Rows = (offsets: Column<UInt32>, sources: Column<UInt32>)

  // Below this many objects the counters stay in the processor's own cache, and blocks would only cost.
  private static let fewObjects = 1 << 17
  private static let fewReferences = 1 << 19

  static func transpose(_ rows: ReferenceRows, monitor: AnalysisMonitor) throws(HeapAnalysisError) -> Rows {
    if rows.objectCount <= fewObjects || rows.neighbours.count <= fewReferences {
      return try plain(rows, monitor: monitor)
    }
    // Blocks of 65,536 objects: their counters and their part of the result fit the second-level cache. At
    // most 1,024 of them, so that writing to all at once does not exhaust the cache of page addresses.
    let bits = Int.bitWidth - (rows.objectCount - 1).leadingZeroBitCount
    return try blocked(rows, blockBits: max(16, bits - 10), monitor: monitor)
  }

  /// One pass to count, one to place.
  static func plain(_ rows: ReferenceRows, monitor: AnalysisMonitor) throws(HeapAnalysisError) -> Rows {
    let objectCount = rows.objectCount
    let total = rows.neighbours.count * 2
    let rowOffsets = rows.offsets.span
    let targets = rows.neighbours.span
    let followed = rows.followed
    // Entry t + 2 counts the references to t. Summed up, entry t + 1 is where the next one to t goes, and in
    // the end where the row of t ends and that of t + 1 begins.
    var places = [UInt32](repeating: 0, count: objectCount + 2)
    for position in targets.indices {
      if position & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
        try monitor.poll(done: position, of: total)
      }
      if followed.contains(position) { places[Int(targets[position]) + 2] += 1 }
    }
    for object in 0..<objectCount { places[object + 2] += places[object + 1] }
    let count = Int(places[objectCount + 1])
    let sources = try Column<UInt32>(zeros: count) {
      (sources: inout MutableSpan<UInt32>) throws(HeapAnalysisError) in
      for source in 0..<objectCount {
        let row = Int(rowOffsets[source])..<Int(rowOffsets[source + 1])
        if source & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
          try monitor.poll(done: total / 2 + row.lowerBound, of: total)
        }
        for position in row where followed.contains(position) {
          let target = Int(targets[position])
          sources[Int(places[target + 1])] = UInt32(source)
          places[target + 1] += 1
        }
      }
    }
    places.removeLast()
    return (Column(places), sources)
  }
}
