public import HeapAnalysis
public import HeapModel

extension ReferenceWalk {
  /// Walks through a heap.
  ///
  /// - Parameters:
  ///   - starts: the objects to start from; one that comes twice counts once.
  ///   - heap: the heap.
  ///   - backReferences: the heap's back-references, of the walk's ``selection``, where they are at hand. A
  ///     walk backwards builds them where they are not, or are of another selection.
  /// - Returns: what was found.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or a starting object is none of the heap's.
  /// - Complexity: O(*n* + *m*) in what is found and what the objects found refer to; backwards, building
  ///   back-references takes O(*n* + *m*) of the whole heap.
  public func graph(
    from starts: some Sequence<ObjectIndex>, in heap: HeapSnapshot, backReferences: BackReferences? = nil
  ) throws(ObjectGraphError) -> ReferenceGraph {
    try check()
    var graph = ReferenceGraph(heap: heap, walk: self)
    let finder = NeighbourFinder(heap: heap, walk: self, backReferences: backReferences)
    graph.backReferences = finder.backReferences
    var queue: [(object: ObjectIndex, depth: Int)] = []
    for start in starts {
      guard start.position < heap.objectCount else {
        throw .unknownObject(start, objectCount: heap.objectCount)
      }
      guard graph.places[start] == nil else { continue }
      if let nodeBudget, graph.foundNodes.count >= nodeBudget {
        graph.startsOverBudget += 1
        continue
      }
      graph.add(ReferenceNode(object: start, depth: 0, relation: .start, walk: self), for: start)
      graph.starts.append(start)
      queue.append((start, 0))
    }
    graph.walk(self, finder, queue: queue, maximumDepth: maximumDepth, budget: nodeBudget)
    graph.settle()
    return graph
  }
}

extension ReferenceGraph {
  /// Follows references from nodes that are in the graph, and from those that it finds.
  mutating func walk(
    _ walk: ReferenceWalk, _ finder: NeighbourFinder, queue: [(object: ObjectIndex, depth: Int)],
    maximumDepth: Int, budget: Int?
  ) {
    var queue = queue
    var next = 0
    while next < queue.count {
      let (object, depth) = queue[next]
      next += 1
      guard depth < maximumDepth, !walk.stops(at: object, in: heap, walk.direction) else { continue }
      for found in follow(object, walk, finder, limit: walk.maximumReferences, budget: budget) {
        queue.append((found, depth + 1))
      }
    }
  }

  /// Follows the references of one node.
  ///
  /// - Returns: the objects that are new.
  mutating func follow(
    _ object: ObjectIndex, _ walk: ReferenceWalk, _ finder: NeighbourFinder, limit: Int, budget: Int?
  ) -> [ObjectIndex] {
    guard let place = places[object] else { return [] }
    let relation = foundNodes[place].relation.farther(walk.direction)
    let depth = foundNodes[place].depth + 1
    let neighbours = finder.neighbours(of: object, limit: limit)
    var new: [ObjectIndex] = []
    var overBudget = 0
    var refused: ObjectIndex?
    for reference in neighbours.references {
      let edge = ReferenceEdge(reference: reference, direction: walk.direction)
      if places[edge.far] == nil {
        if let budget, foundNodes.count >= budget {
          cutBudget = budget
          // Backwards, parallel references come one behind the other and count as one.
          if walk.direction == .forward || refused != edge.far { overBudget += 1 }
          refused = edge.far
          continue
        }
        let node = ReferenceNode(object: edge.far, depth: depth, relation: relation, walk: walk)
        add(node, for: edge.far)
        new.append(edge.far)
      } else if let place = places[edge.far] {
        foundNodes[place].relation = foundNodes[place].relation.union(relation)
      }
      add(edge)
    }
    record(
      Follow(
        key: Follow.Key(object: object, direction: walk.direction), limit: limit,
        skipped: neighbours.skipped, overBudget: overBudget))
    if !new.isEmpty { walkDepth = max(walkDepth, depth) }
    return new
  }
}

extension ReferenceNode.Relation {
  /// What an object is that was found one reference farther on.
  fileprivate func farther(_ direction: ReferenceWalk.Direction) -> Self {
    direction == .forward ? .held : .holder
  }
}
