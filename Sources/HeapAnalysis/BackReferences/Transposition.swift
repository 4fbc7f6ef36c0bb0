import HeapModel

/// Turns compressed sparse rows round by a counting sort.
enum Transposition {
  static func transpose(
    _ rows: ReferenceRows, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) -> (offsets: Column<UInt32>, sources: Column<UInt32>) {
    let objectCount = rows.objectCount
    let total = rows.neighbours.count * 2
    let rowOffsets = rows.offsets.span
    let targets = rows.neighbours.span
    let descriptors = rows.descriptors
    let filter = rows.filter
    // Entry t + 1 counts the references to t, then is where the next one goes, and at last where the row of
    // t ends, which is where that of t + 1 begins.
    var places = [UInt32](repeating: 0, count: objectCount + 2)
    for position in targets.indices {
      if position & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
        try monitor.poll(done: position, of: total)
      }
      if let descriptors, !filter.accepts(descriptors[position]) { continue }
      places[Int(targets[position]) + 2] += 1
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
        for position in row {
          if let descriptors, !filter.accepts(descriptors[position]) { continue }
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
