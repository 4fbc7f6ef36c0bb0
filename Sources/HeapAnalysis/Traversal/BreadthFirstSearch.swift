import HeapModel

/// A breadth-first search over rows, and what it has found.
struct BreadthFirstSearch {
  /// The objects visited, in order.
  private(set) var order: [UInt32] = []
  /// The objects visited, as bits.
  let visited: VisitedObjects
  /// Where each depth begins in the order; none is empty.
  private(set) var levels: [UInt32] = []

  init(
    rows: ReferenceRows, starts: some Sequence<ObjectIndex>, maxDepth: Int?,
    isIgnored: ((ObjectIndex) -> Bool)?, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) {
    var seen = VisitedObjects(objectCount: rows.objectCount)
    for start in starts where seen.insert(start.rawValue) { order.append(start.rawValue) }
    guard !order.isEmpty else {
      visited = seen
      return
    }
    levels.append(0)
    let offsets = rows.offsets.span
    let neighbours = rows.neighbours.span
    let followed = rows.followed
    var bits = seen.bits
    var levelEnd = order.count
    var place = 0
    while place < order.count, levels.count <= maxDepth ?? .max {
      if place & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
        try monitor.poll(done: place, of: rows.objectCount)
      }
      let object = Int(order[place])
      for position in Int(offsets[object])..<Int(offsets[object + 1]) where followed.contains(position) {
        let neighbour = neighbours[position]
        guard bits.insert(neighbour) else { continue }
        if let isIgnored, isIgnored(ObjectIndex(rawValue: neighbour)) { continue }
        order.append(neighbour)
      }
      place += 1
      if place == levelEnd, order.count > levelEnd {
        levels.append(UInt32(levelEnd))
        levelEnd = order.count
      }
    }
    if isIgnored == nil {
      visited = seen
    } else {
      // What was passed over has been seen, but was not visited.
      var visited = VisitedObjects(objectCount: rows.objectCount)
      for object in order { visited.insert(object) }
      self.visited = visited
    }
  }
}
