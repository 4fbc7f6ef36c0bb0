public import HeapAnalysis
public import HeapModel

/// Objects of a graph that belong together and are drawn in one frame.
public struct ObjectCluster: Hashable, Sendable {
  /// What is written at the frame, a line each.
  public var title: [String]
  /// The objects.
  public var objects: Set<ObjectIndex>
  /// The positions of the references that make it one, drawn in red.
  public var closingReferences: Set<Int>
  /// The positions of those among them that would best be weak, drawn heavier.
  public var remedies: Set<Int>

  /// Makes a cluster.
  ///
  /// - Parameters:
  ///   - title: what is written at the frame, a line each.
  ///   - objects: the objects.
  ///   - closingReferences: the positions of the references that make it one.
  ///   - remedies: the positions of those that would best be weak.
  public init(
    title: [String], objects: Set<ObjectIndex>, closingReferences: Set<Int> = [], remedies: Set<Int> = []
  ) {
    self.title = title
    self.objects = objects
    self.closingReferences = closingReferences
    self.remedies = remedies
  }
}

extension HeapSnapshot {
  /// Leaked cycles with what they hold: a frame round each cycle, and in red the references that close it.
  ///
  /// - Parameters:
  ///   - cycles: the cycles, from ``HeapAnalysis/LeakReport``.
  ///   - depth: how far what they hold is followed.
  ///   - configure: sets the other parameters of the walk.
  /// - Returns: the graph; where it has no room for a whole cycle, a note says so.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or an object is none of the heap's.
  /// - Complexity: O(*n* + *m*) in what is drawn and what that refers to.
  public func graph(
    of cycles: [LeakedCycle], depth: Int = 1, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws(ObjectGraphError) -> ReferenceGraph {
    var walk = ReferenceWalk(.forward)
    walk.maximumDepth = depth
    configure(&walk)
    // The shortest way round each cycle comes first, so that it is there even where not all is.
    let starts = cycles.flatMap { $0.way.map(\.source) } + cycles.flatMap(\.objects)
    var graph = try walk.graph(from: starts, in: self)
    for (number, cycle) in cycles.enumerated() {
      let first = cycle.objects.first.map { type(of: $0).name } ?? ""
      let title = cycles.count > 1 ? "cycle \(number + 1): \(first)" : "cycle: \(first)"
      let held = cycle.heldCount == 1 ? "1 object" : "\(cycle.heldCount) objects"
      graph.clusters.append(
        ObjectCluster(
          title: [title, "\(held), \(cycle.heldSize)"], objects: Set(cycle.objects),
          closingReferences: Set(cycle.references.map(\.position)),
          remedies: Set(cycle.remedies.first?.references.map(\.position) ?? [])))
    }
    return graph
  }
}
