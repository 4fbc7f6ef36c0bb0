public import HeapModel

extension HeapSnapshot {
  /// Finds a shortest chain of references from some objects to a goal: objgraph's `find_ref_chain`.
  ///
  /// Objects that the capture itself made are passed over. Of several shortest chains the one that a
  /// breadth-first search in the order of the references meets first is found, always the same.
  ///
  /// - Parameters:
  ///   - starts: where the chain may begin; a start that is itself the goal is a chain of one object.
  ///   - goal: where it is to end.
  ///   - selection: which references to follow; `traced` is what objgraph follows.
  ///   - maxDepth: the most references the chain may have; `nil` for any number. objgraph's is 20.
  ///   - isIgnored: says of an object that is none of the starts whether to pass it over; asked once an object.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Returns: the chain from the start to the goal, `nil` where there is none.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in the objects and references within reach; one bit an object of the
  ///   heap, and 8 bytes an object within reach.
  public func shortestChain(
    from starts: some Sequence<ObjectIndex>, to goal: ChainGoal, selection: ReferenceSelection = .strong,
    maxDepth: Int? = nil, ignoring isIgnored: ((ObjectIndex) -> Bool)? = nil,
    monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) -> ReferenceChain? {
    let rows = ReferenceRows(of: self, selection: selection)
    var search = ChainSearch(rows: rows, snapshot: self, goal: goal, isIgnored: isIgnored)
    guard let path = try search.run(from: starts, maxDepth: maxDepth, monitor: monitor) else { return nil }
    return ReferenceChain(objects: path.reversed(), rows: rows, snapshot: self)
  }
}

extension BackReferences {
  /// Finds a shortest chain of references from a goal to some objects: objgraph's `find_backref_chain`.
  ///
  /// It follows the references that were taken in when these were turned round, and passes over objects that
  /// the capture itself made. Of several shortest chains the one that a breadth-first search by ascending
  /// referrers meets first is found, always the same.
  ///
  /// - Parameters:
  ///   - starts: where the chain may end; a start that is itself the goal is a chain of one object.
  ///   - goal: where it is to begin.
  ///   - maxDepth: the most references the chain may have; `nil` for any number. objgraph's is 20.
  ///   - isIgnored: says of an object that is none of the starts whether to pass it over; asked once an object.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Returns: the chain from the goal to the start, `nil` where there is none.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in the objects and references that lead there; one bit an object of the
  ///   heap, and 8 bytes an object that leads there.
  public func shortestChain(
    to starts: some Sequence<ObjectIndex>, from goal: ChainGoal, maxDepth: Int? = nil,
    ignoring isIgnored: ((ObjectIndex) -> Bool)? = nil, monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) -> ReferenceChain? {
    var search = ChainSearch(rows: rows, snapshot: snapshot, goal: goal, isIgnored: isIgnored)
    guard let path = try search.run(from: starts, maxDepth: maxDepth, monitor: monitor) else { return nil }
    return ReferenceChain(
      objects: path, rows: ReferenceRows(of: snapshot, selection: selection), snapshot: snapshot)
  }
}

/// A breadth-first search that remembers where it came from and stops at its goal.
private struct ChainSearch {
  private let rows: ReferenceRows
  private let isGoal: (UInt32) -> Bool
  private let isIgnored: ((ObjectIndex) -> Bool)?
  private let flags: Column<UInt32>?
  private var visited: VisitedObjects
  private var order: [UInt32] = []
  // For each place of the order the place it was reached from; a start has its own.
  private var origins: [UInt32] = []

  init(
    rows: ReferenceRows, snapshot: HeapSnapshot, goal: ChainGoal, isIgnored: ((ObjectIndex) -> Bool)?
  ) {
    self.rows = rows
    isGoal = goal.predicate(in: snapshot)
    self.isIgnored = isIgnored
    flags = snapshot.columns.flags
    visited = VisitedObjects(objectCount: snapshot.objectCount)
  }

  /// The objects from the goal back to the start.
  mutating func run(
    from starts: some Sequence<ObjectIndex>, maxDepth: Int?, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) -> [ObjectIndex]? {
    for start in starts where visited.insert(start.rawValue) {
      origins.append(UInt32(order.count))
      order.append(start.rawValue)
      if isGoal(start.rawValue) { return path(from: order.count - 1) }
    }
    let rows = self.rows
    let offsets = rows.offsets.span
    let neighbours = rows.neighbours.span
    let followed = rows.followed
    var batch = RowBatch()
    var depth = 0
    var levelEnd = order.count
    var place = 0
    var nextPoll = 0
    while place < order.count {
      if place == levelEnd {
        depth += 1
        levelEnd = order.count
      }
      guard depth < maxDepth ?? .max else { return nil }
      if place >= nextPoll {
        try monitor.poll(done: place, of: rows.objectCount)
        nextPoll = place + AnalysisMonitor.stepsBetweenPolls
      }
      let objects = place..<min(place + RowBatch.capacity, levelEnd)
      batch.load(order.span.extracting(objects), offsets: offsets, neighbours: neighbours)
      for number in 0..<objects.count {
        for position in batch.row(number) where followed.contains(position) {
          let neighbour = neighbours[position]
          guard visited.insert(neighbour), !passesOver(neighbour) else { continue }
          order.append(neighbour)
          origins.append(UInt32(place + number))
          if isGoal(neighbour) { return path(from: order.count - 1) }
        }
      }
      place = objects.upperBound
    }
    return nil
  }

  private func passesOver(_ object: UInt32) -> Bool {
    if let flags, flags[Int(object)] & ObjectFlags.madeByCapture.rawValue != 0 { return true }
    return isIgnored?(ObjectIndex(rawValue: object)) ?? false
  }

  private func path(from end: Int) -> [ObjectIndex] {
    var path = [ObjectIndex(rawValue: order[end])]
    var place = end
    while Int(origins[place]) != place {
      place = Int(origins[place])
      path.append(ObjectIndex(rawValue: order[place]))
    }
    return path
  }
}
