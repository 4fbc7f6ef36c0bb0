import HeapModel

/// A breadth-first search over rows, and what it has found.
struct BreadthFirstSearch {
  /// The objects visited, in order.
  let order: [UInt32]
  /// The objects visited, as bits.
  let visited: VisitedObjects
  /// Where each depth begins in the order; none is empty.
  let levels: [UInt32]

  init(
    rows: ReferenceRows, starts: some Sequence<ObjectIndex>, maxDepth: Int?,
    isIgnored: ((ObjectIndex) -> Bool)?, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) {
    var seen = VisitedObjects(objectCount: rows.objectCount)
    var order: [UInt32] = []
    for start in starts where seen.insert(start.rawValue) { order.append(start.rawValue) }
    var levels: [UInt32] = order.isEmpty ? [] : [0]
    let offsets = rows.offsets.span
    let neighbours = rows.neighbours.span
    let followed = rows.followed
    var bits = seen.bits
    var batch = RowBatch()
    var levelEnd = order.count
    var place = 0
    var nextPoll = 0
    while place < order.count, levels.count <= maxDepth ?? .max {
      if place >= nextPoll {
        try monitor.poll(done: place, of: rows.objectCount)
        nextPoll = place + AnalysisMonitor.stepsBetweenPolls
      }
      let objects = place..<min(place + RowBatch.capacity, levelEnd)
      batch.load(order.span.extracting(objects), offsets: offsets, neighbours: neighbours)
      for number in 0..<objects.count {
        for position in batch.row(number) where followed.contains(position) {
          let neighbour = neighbours[position]
          guard bits.insert(neighbour) else { continue }
          if let isIgnored, isIgnored(ObjectIndex(rawValue: neighbour)) { continue }
          order.append(neighbour)
        }
      }
      place = objects.upperBound
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
    self.order = order
    self.levels = levels
  }
}

/// The rows of some objects, looked up together.
///
/// So the memory's answers are waited for at one time and not one after the other. On a heap larger than the
/// processor's cache that takes half of the time away.
struct RowBatch {
  static let capacity = 32

  private var starts = [32 of UInt32](repeating: 0)
  private var ends = [32 of UInt32](repeating: 0)
  // Kept only so that the look at each row's first entry, which brings it into the cache, is made.
  private var touched: UInt32 = 0

  @inline(__always)
  mutating func load(_ objects: Span<UInt32>, offsets: Span<UInt32>, neighbours: Span<UInt32>) {
    for number in objects.indices {
      let object = Int(objects[number])
      starts[number] = offsets[object]
      ends[number] = offsets[object + 1]
    }
    for number in objects.indices where starts[number] < ends[number] {
      touched ^= neighbours[Int(starts[number])]
    }
  }

  @inline(__always)
  func row(_ number: Int) -> Range<Int> {
    Int(starts[number])..<Int(ends[number])
  }
}
