public import HeapModel

/// What nothing but itself keeps alive, in a heap whose objects count their references.
public struct LeakReport: Sendable {
  /// The cycles that keep themselves alive, those that hold the most bytes first.
  public var cycles: [LeakedCycle]
  /// All objects that nothing outside of them holds: those of the cycles and what these hold.
  public var objects: [ObjectIndex]
  /// The bytes that those objects take.
  public var size: ByteCount
  /// Objects to which more strong references lead than they count; they are taken to be held from outside.
  public var inconsistentObjects: [ObjectIndex]
}

/// Objects that hold each other and that nothing else holds.
public struct LeakedCycle: Sendable {
  /// The objects, each of which can be reached from every other; in the order of the snapshot.
  public var objects: [ObjectIndex]
  /// The strong references between them: these close the cycle.
  public var references: [Reference]
  /// One way round, from an object back to itself: the shortest through the first object of the cycle.
  public var way: [Reference]
  /// How many objects would go with it: its own, and those that it holds and that are in no other cycle.
  ///
  /// What several cycles hold counts for one of them.
  public var heldCount: Int
  /// The same in bytes.
  public var heldSize: ByteCount
  /// The references that would have to be weak, best first; empty where no single variable breaks the cycle.
  public var remedies: [CycleRemedy]
}

extension HeapSnapshot {
  /// Finds the objects that keep each other alive though nothing holds them: leaked cycles.
  ///
  /// Trial deletion: from each object's reference count one is taken off for each strong reference that leads to it.
  /// What has a count left is held by something outside the heap, such as a variable on a stack, and so is everything
  /// that it reaches; the rest is leaked. No roots need to be known. References that a scan of memory found do not count:
  /// what one leads to that is true keeps a count, and is held. What a thread was at work with is
  /// held as well: its count may be about to change. So a leak may be missed, and none is told that is none. After
  /// D. Bacon and V. T. Rajan, Concurrent Cycle Collection in Reference Counted Systems (2001).
  ///
  /// - Parameter monitor: is asked whether to go on, and told how far it is.
  /// - Throws: ``HeapAnalysisError``: the snapshot has no reference counts or is only a part of its heap, or
  ///   ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in objects and references; 5 bytes an object, and more for what is leaked.
  public func leakedCycles(
    monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) -> LeakReport {
    guard let counts = columns.referenceCounts, !isPartial else { throw .noReferenceCounts }
    let counted = ReferenceRows(
      of: self, selection: ReferenceSelection(strengths: [.strong], includesInferred: false))

    // What is left of each count.
    var rest = (0..<objectCount).map { Int32(clamping: counts[$0]) }
    var inconsistent: [ObjectIndex] = []
    do {
      let offsets = counted.offsets.span
      let targets = counted.neighbours.span
      let followed = counted.followed
      for source in 0..<objectCount {
        if source & (AnalysisMonitor.stepsBetweenPolls - 1) == 0 {
          try monitor.poll(done: source, of: 2 * objectCount)
        }
        for position in Int(offsets[source])..<Int(offsets[source + 1]) where followed.contains(position) {
          let target = Int(targets[position])
          if rest[target] > .min { rest[target] -= 1 }
        }
      }
    }
    let roots: ObjectFlags = [.immortal, .deinitializing, .onlyUnowned, .unreadable, .inUse]
    var starts: [ObjectIndex] = []
    for position in 0..<objectCount {
      let object = ObjectIndex(position)
      if rest[position] < 0 { inconsistent.append(object) }
      // What counts nothing, such as memory that is no object, is not known to be held by a cycle alone.
      if rest[position] != 0 || counts[position] == 0 || !flags(of: object).isDisjoint(with: roots) {
        starts.append(object)
      }
    }
    let alive = try BreadthFirstSearch(
      rows: counted, starts: starts, maxDepth: nil, isIgnored: nil, monitor: monitor
    ).visited
    let leaked = (0..<UInt32(objectCount)).filter { !alive.contains($0) }
    let size = leaked.reduce(0) { $0 + shallowSize(of: ObjectIndex(rawValue: $1)).rawValue }
    let part = LeakedPart(leaked, of: self, counted)
    return LeakReport(
      cycles: try part.cycles(monitor), objects: leaked.map(ObjectIndex.init(rawValue:)),
      size: ByteCount(rawValue: size), inconsistentObjects: inconsistent)
  }
}

/// The leaked objects as a graph of their own.
private struct LeakedPart {
  let snapshot: HeapSnapshot
  /// The objects, ascending.
  let objects: [UInt32]
  let offsets: [Int]
  let targets: [UInt32]
  /// The position of each entry among the snapshot's references.
  let positions: [Int]

  init(_ objects: [UInt32], of snapshot: HeapSnapshot, _ rows: ReferenceRows) {
    self.snapshot = snapshot
    self.objects = objects
    var numbers: [UInt32: UInt32] = [:]
    numbers.reserveCapacity(objects.count)
    for (number, object) in objects.enumerated() { numbers[object] = UInt32(number) }
    var offsets = [0]
    var targets: [UInt32] = []
    var positions: [Int] = []
    let rowOffsets = rows.offsets.span
    let neighbours = rows.neighbours.span
    let followed = rows.followed
    for object in objects {
      for position in Int(rowOffsets[Int(object)])..<Int(rowOffsets[Int(object) + 1])
      where followed.contains(position) {
        // What is alive and held by a leaked object is not leaked itself.
        guard let target = numbers[neighbours[position]] else { continue }
        targets.append(target)
        positions.append(position)
      }
      offsets.append(targets.count)
    }
    self.offsets = offsets
    self.targets = targets
    self.positions = positions
  }

  /// The cycles, those that hold the most bytes first.
  func cycles(_ monitor: AnalysisMonitor) throws(HeapAnalysisError) -> [LeakedCycle] {
    let components = StrongComponents(count: objects.count, offsets: offsets, targets: targets)
    var members = [[UInt32]](repeating: [], count: components.sizes.count)
    for node in objects.indices { members[Int(components.componentOf[node])].append(UInt32(node)) }
    let isCycle = members.map { nodes in
      nodes.count > 1 || edges(of: nodes[0]).contains { targets[$0] == nodes[0] }
    }
    var isTaken = objects.indices.map { isCycle[Int(components.componentOf[$0])] }
    var result: [LeakedCycle] = []
    // Tarjan's numbers come targets first: from the last to the first, holders come before what they hold.
    for component in components.sizes.indices.reversed() {
      guard isCycle[component] else { continue }
      let nodes = members[component]
      let number = UInt32(component)
      var inner: [Int] = []
      for node in nodes {
        inner += edges(of: node).filter { components.componentOf[Int(targets[$0])] == number }
      }
      var held = nodes
      var place = 0
      while place < held.count {
        for edge in edges(of: held[place]) where !isTaken[Int(targets[edge])] {
          isTaken[Int(targets[edge])] = true
          held.append(targets[edge])
        }
        place += 1
      }
      let size = held.reduce(0) { $0 + snapshot.shallowSize(of: index($1)).rawValue }
      let graph = CycleGraph(nodes: nodes, edges: inner.map { (source(of: $0), targets[$0], reference($0)) })
      result.append(
        LeakedCycle(
          objects: nodes.map(index), references: inner.map(reference),
          way: graph.shortestWay().map(\.reference),
          heldCount: held.count, heldSize: ByteCount(rawValue: size),
          remedies: try graph.remedies(in: snapshot, monitor)))
    }
    return result.sorted {
      ($1.heldSize.rawValue, $0.objects[0].rawValue) < ($0.heldSize.rawValue, $1.objects[0].rawValue)
    }
  }

  private func edges(of node: UInt32) -> Range<Int> { offsets[Int(node)]..<offsets[Int(node) + 1] }

  private func index(_ node: UInt32) -> ObjectIndex { ObjectIndex(rawValue: objects[Int(node)]) }

  /// The node whose row an edge is in.
  private func source(of edge: Int) -> UInt32 {
    var low = 0
    var high = objects.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if offsets[middle] <= edge { low = middle } else { high = middle }
    }
    return UInt32(low)
  }

  private func reference(_ edge: Int) -> Reference {
    let object = index(source(of: edge))
    let first = Int(snapshot.columns.referenceOffsets[object.position])
    return snapshot.outgoingReferences(of: object)[positions[edge] - first]
  }
}
