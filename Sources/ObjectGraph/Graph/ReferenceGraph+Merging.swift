import HeapModel

extension ReferenceGraph {
  /// This graph and another one of the same heap in one.
  ///
  /// Objects and references that are in both are there once. An object has the smaller of its depths, and as
  /// many references left out as the graph says that shows more of them. What either hides stays hidden.
  ///
  /// - Parameter other: a graph of the same heap; traps where it has an object that this heap has not, or has
  ///   at another address.
  /// - Returns: both.
  /// - Complexity: O(*n* + *m*) in both graphs.
  public func merging(_ other: ReferenceGraph) -> ReferenceGraph {
    var graph = self
    for node in other.foundNodes {
      precondition(
        node.object.position < heap.objectCount
          && heap.address(of: node.object) == other.heap.address(of: node.object),
        "Only graphs of the same heap can be merged")
      if !graph.add(node, for: node.object), let place = graph.places[node.object] {
        graph.foundNodes[place].join(node)
      }
    }
    for edge in other.foundEdges { graph.add(edge) }
    for follow in other.follows {
      guard let place = graph.followPlaces[follow.key] else {
        graph.record(follow)
        continue
      }
      graph.follows[place].limit = max(graph.follows[place].limit, follow.limit)
      graph.follows[place].skipped = min(graph.follows[place].skipped, follow.skipped)
      graph.follows[place].overBudget = min(graph.follows[place].overBudget, follow.overBudget)
    }
    var knownStarts = Set(graph.starts)
    for start in other.starts where knownStarts.insert(start).inserted { graph.starts.append(start) }
    graph.hidden.formUnion(other.hidden)
    for (direction, walk) in other.walks where graph.walks[direction] == nil {
      graph.walks[direction] = walk
    }
    graph.backReferences = graph.backReferences ?? other.backReferences
    var knownGaps = Set(graph.foundGaps)
    for gap in other.foundGaps where knownGaps.insert(gap).inserted { graph.foundGaps.append(gap) }
    graph.startsOverBudget = max(startsOverBudget, other.startsOverBudget)
    graph.chainsOverBudget = max(chainsOverBudget, other.chainsOverBudget)
    graph.cutBudget = [cutBudget, other.cutBudget].compactMap(\.self).max()
    graph.walkDepth = max(walkDepth, other.walkDepth)
    graph.settle()
    return graph
  }
}

extension ReferenceNode {
  fileprivate mutating func join(_ other: ReferenceNode) {
    depth = min(depth, other.depth)
    relation = relation.union(other.relation)
    isHighlighted = isHighlighted || other.isHighlighted
    extraInformation = extraInformation ?? other.extraInformation
    attributes.merge(other.attributes) { first, _ in first }
  }
}
