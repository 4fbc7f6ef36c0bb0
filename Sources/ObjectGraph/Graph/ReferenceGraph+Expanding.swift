public import HeapModel

extension ReferenceGraph {
  /// The graph with more of what an object refers to, or of what refers to it.
  ///
  /// Where none of its references were followed, the first ones are; where some were, as many again. The walk's
  /// filter and selection hold; its depth and budget do not, since one object at a time is asked for.
  ///
  /// - Parameters:
  ///   - object: an object of the graph.
  ///   - direction: which way to follow; by default the way the graph was walked.
  ///   - depth: how many references to follow in a row, from the object on.
  /// - Returns: the graph that shows more.
  /// - Throws: ``ObjectGraphError/notInGraph(_:)``, ``ObjectGraphError/negativeDepth(_:)``.
  /// - Complexity: as a walk from the object; backwards, building back-references where the graph has none
  ///   takes O(*n* + *m*) of the whole heap.
  public func expanding(
    _ object: ObjectIndex, _ direction: ReferenceWalk.Direction? = nil, depth: Int = 1
  ) throws(ObjectGraphError) -> ReferenceGraph {
    guard depth >= 0 else { throw .negativeDepth(depth) }
    guard self[object] != nil else { throw .notInGraph(object) }
    var graph = self
    let walk = walk(direction ?? self.direction)
    let finder = NeighbourFinder(heap: heap, walk: walk, backReferences: backReferences)
    graph.backReferences = finder.backReferences ?? backReferences
    // What was collapsed is asked for again.
    graph.hidden.contents[object] = nil
    if depth > 0 {
      let key = Follow.Key(object: object, direction: walk.direction)
      // At least one more, or a walk that followed none would never show any.
      let step = max(walk.maximumReferences, 1)
      let limit = followPlaces[key].map {
        follows[$0].skipped > 0 ? follows[$0].limit + step : follows[$0].limit
      }
      let new = graph.follow(object, walk, finder, limit: limit ?? step, budget: nil)
      graph.walk(walk, finder, queue: new.map { ($0, 1) }, maximumDepth: depth, budget: nil)
    }
    graph.settle()
    return graph
  }

  /// The graph walked on by a number of references from every object at its rim.
  ///
  /// - Parameters:
  ///   - depth: how many references farther.
  ///   - direction: which way to follow; by default the way the graph was walked.
  /// - Returns: the graph that reaches farther, within the walk's budget.
  /// - Throws: ``ObjectGraphError/negativeDepth(_:)``.
  /// - Complexity: as a walk.
  public func deepened(
    by depth: Int = 1, _ direction: ReferenceWalk.Direction? = nil
  ) throws(ObjectGraphError) -> ReferenceGraph {
    guard depth >= 0 else { throw .negativeDepth(depth) }
    var graph = self
    let walk = walk(direction ?? self.direction)
    let finder = NeighbourFinder(heap: heap, walk: walk, backReferences: backReferences)
    graph.backReferences = finder.backReferences ?? backReferences
    let rim = nodes.filter { !isFollowed($0.object, walk.direction) }
    graph.walk(
      walk, finder, queue: rim.map { ($0.object, 0) }, maximumDepth: depth, budget: walk.nodeBudget)
    graph.settle()
    return graph
  }

  /// The way the graph was walked; where it was walked both ways, backward.
  var direction: ReferenceWalk.Direction { walks[.backward] == nil ? .forward : .backward }

  private func walk(_ direction: ReferenceWalk.Direction) -> ReferenceWalk {
    if let walk = walks[direction] { return walk }
    var walk = walks[direction.reversed] ?? ReferenceWalk(direction)
    walk.direction = direction
    return walk
  }
}
