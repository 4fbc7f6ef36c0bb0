import HeapAnalysis
public import HeapModel

/// Objects and the references between them, chosen to be drawn.
///
/// A value to hold on to: every change gives a new graph, and what was hidden can be shown again.
///
/// ```swift
/// let graph = try ReferenceWalk(.backward).graph(from: [session], in: heap)
/// let more = try graph.hiding(type: "frame").expanding(cache)
/// ```
public struct ReferenceGraph: Sendable {
  /// The heap whose objects these are.
  public let heap: HeapSnapshot
  /// The objects that are drawn, in the order in which they were found.
  public private(set) var nodes: [ReferenceNode] = []
  /// The references that are drawn, in the order in which they were found.
  public private(set) var edges: [ReferenceEdge] = []
  /// The objects of which not all references are drawn.
  public private(set) var remaining: [RemainingReferences] = []
  /// The parts of chains that are too long to be drawn.
  public private(set) var gaps: [ReferenceGap] = []
  /// The objects that were asked for.
  public internal(set) var starts: [ObjectIndex] = []
  /// Objects that are drawn in frames; none is in two.
  public var clusters: [ObjectCluster] = []

  // How the graph is walked on, by direction.
  var walks: [ReferenceWalk.Direction: ReferenceWalk]
  // Built by the walk backwards, kept so that walking on need not build it again.
  var backReferences: BackReferences?

  // What was found, hidden or not.
  var foundNodes: [ReferenceNode] = []
  var foundEdges: [ReferenceEdge] = []
  var foundGaps: [ReferenceGap] = []
  // The place of each object in `foundNodes`.
  var places: [ObjectIndex: Int] = [:]
  // The place of each object in `nodes` while something is hidden; else `places` tells.
  private var drawnPlaces: [ObjectIndex: Int] = [:]
  // The positions of the references in `foundEdges`.
  var drawnReferences: Set<Int> = []
  // What was followed from each object so far, in the order in which that began.
  var follows: [Follow] = []
  var followPlaces: [Follow.Key: Int] = [:]
  var hidden = HiddenObjects()
  // The budget at which the walk was cut.
  var cutBudget: Int?
  var startsOverBudget = 0
  var chainsOverBudget = 0
  // The depth of the walk, or of the farthest node where walking on led farther.
  var walkDepth: Int

  /// How far the references of one object were followed.
  struct Follow: Sendable {
    struct Key: Hashable, Sendable {
      var object: ObjectIndex
      var direction: ReferenceWalk.Direction
    }
    var key: Key
    var limit: Int
    var skipped: Int
    var overBudget: Int
  }

  init(heap: HeapSnapshot, walk: ReferenceWalk) {
    self.heap = heap
    walks = [walk.direction: walk]
    walkDepth = walk.maximumDepth
  }

  /// How deep the graph is: the walk's depth, or what walking on reached beyond it.
  public var depth: Int { walkDepth }

  /// The node of an object, `nil` where the object is not drawn.
  ///
  /// - Complexity: O(1) on average.
  public subscript(object: ObjectIndex) -> ReferenceNode? {
    (hidden.isEmpty ? places : drawnPlaces)[object].map { nodes[$0] }
  }

  /// What whoever looks at the graph has to know.
  ///
  /// - Complexity: O(*n*) in the number of objects with references that are not drawn.
  public var notes: [GraphNote] {
    var notes: [GraphNote] = []
    if startsOverBudget > 0 { notes.append(.startsLeftOut(objects: startsOverBudget)) }
    if chainsOverBudget > 0 { notes.append(.chainsLeftOut(chains: chainsOverBudget)) }
    if let cutBudget {
      let references = remaining.reduce(0) { $0 + ($1.reason == .budget ? $1.count : 0) }
      if references > 0 { notes.append(.cut(budget: cutBudget, references: references)) }
    }
    if foundNodes.count > nodes.count { notes.append(.hidden(objects: foundNodes.count - nodes.count)) }
    if heap.isPartial { notes.append(.partialHeap) }
    return notes
  }

  /// Whether an object's references were followed that way, or were not because it lies at the rim.
  public func isFollowed(_ object: ObjectIndex, _ direction: ReferenceWalk.Direction) -> Bool {
    followPlaces[Follow.Key(object: object, direction: direction)] != nil
  }
}

// MARK: - Growing

extension ReferenceGraph {
  /// Puts a node in, or joins what is new about one that is there.
  ///
  /// - Returns: whether it is new.
  @discardableResult
  mutating func add(_ node: @autoclosure () -> ReferenceNode, for object: ObjectIndex) -> Bool {
    if places[object] != nil { return false }
    places[object] = foundNodes.count
    foundNodes.append(node())
    return true
  }

  mutating func add(_ edge: ReferenceEdge) {
    if drawnReferences.insert(edge.reference.position).inserted { foundEdges.append(edge) }
  }

  mutating func record(_ follow: Follow) {
    if let place = followPlaces[follow.key] {
      follows[place] = follow
    } else {
      followPlaces[follow.key] = follows.count
      follows.append(follow)
    }
  }

  /// Puts together what is drawn: what is not hidden, as far as the starting objects still lead to it.
  ///
  /// - Complexity: O(*n* + *m*) in what was found.
  mutating func settle() {
    if hidden.isEmpty {
      nodes = foundNodes
      edges = foundEdges
      gaps = foundGaps
      drawnPlaces = [:]
    } else {
      let hidden = hidden.among(foundNodes, in: heap)
      let visible = reachable { !hidden.contains($0.object) }
      nodes = foundNodes.filter { visible.contains($0.object) }
      drawnPlaces = [:]
      for (place, node) in nodes.enumerated() { drawnPlaces[node.object] = place }
      edges = foundEdges.filter { visible.contains($0.source) && visible.contains($0.target) }
      gaps = foundGaps.filter { visible.contains($0.source) && visible.contains($0.target) }
    }
    remaining = []
    for follow in follows where self[follow.key.object] != nil {
      let object = follow.key.object
      let direction = follow.key.direction
      if follow.skipped > 0 {
        remaining.append(
          RemainingReferences(object: object, direction: direction, reason: .limit, count: follow.skipped))
      }
      if follow.overBudget > 0 {
        remaining.append(
          RemainingReferences(object: object, direction: direction, reason: .budget, count: follow.overBudget)
        )
      }
    }
  }

  /// The found objects to which the starting objects lead over nodes of a sort.
  func reachable(where isPassed: (ReferenceNode) -> Bool) -> Set<ObjectIndex> {
    var leads: [ObjectIndex: [ObjectIndex]] = [:]
    for edge in foundEdges { leads[edge.near, default: []].append(edge.far) }
    for gap in foundGaps { leads[gap.near, default: []].append(gap.far) }
    var reached: Set<ObjectIndex> = []
    var queue: [ObjectIndex] = []
    func enter(_ object: ObjectIndex) {
      guard let place = places[object], isPassed(foundNodes[place]), reached.insert(object).inserted else {
        return
      }
      queue.append(object)
    }
    for start in starts { enter(start) }
    var next = 0
    while next < queue.count {
      for object in leads[queue[next]] ?? [] { enter(object) }
      next += 1
    }
    return reached
  }
}
