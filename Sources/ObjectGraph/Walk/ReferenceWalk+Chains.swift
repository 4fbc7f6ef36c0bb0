public import HeapAnalysis
public import HeapModel

extension ReferenceWalk {
  /// Walks along chains, and to nothing else: objgraph's `show_chain`.
  ///
  /// Backwards it starts at what the chains hold in the end, forward at their first holders, and it goes as
  /// far as the longest chain. Besides the chains it shows what else their objects refer to among each other.
  ///
  /// - Parameters:
  ///   - chains: the chains.
  ///   - heap: the heap that they are of.
  ///   - backReferences: the heap's back-references, of the walk's ``selection``, where they are at hand.
  /// - Returns: what was found.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or an object is none of the heap's.
  /// - Complexity: as ``graph(from:in:backReferences:)``, and O(*k*) in the objects of the chains.
  public func graph(
    along chains: [ReferenceChain], in heap: HeapSnapshot, backReferences: BackReferences? = nil
  ) throws(ObjectGraphError) -> ReferenceGraph {
    var walk = self
    let members = Set(chains.lazy.flatMap(\.objects))
    let filter = self.filter
    walk.filter = { members.contains($0) && filter?($0) ?? true }
    walk.maximumDepth = (chains.lazy.map(\.objects.count).max() ?? 1) - 1
    let starts = chains.lazy.map { direction == .backward ? $0.held : $0.holder }
    return try walk.graph(from: starts, in: heap, backReferences: backReferences)
  }
}

extension ReferenceGraph {
  /// The objects and references of chains, and nothing else.
  ///
  /// What chains share is there once. The walk's budget is shared out among the chains, two objects for each at
  /// least: of a chain with more objects than its share, both ends are drawn and a ``ReferenceGap`` between them.
  /// Chains for which nothing is left are counted in a ``GraphNote/chainsLeftOut(chains:)``.
  ///
  /// - Parameters:
  ///   - chains: the chains.
  ///   - heap: the heap that they are of.
  ///   - walk: which end the question was about (backwards: what is held in the end), what is highlighted and
  ///     told of the objects, and how the graph is walked on.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or an object is none of the heap's.
  /// - Complexity: O(*k*) in the objects of the chains.
  public init(
    chains: [ReferenceChain], in heap: HeapSnapshot, walk: ReferenceWalk = ReferenceWalk(.backward)
  ) throws(ObjectGraphError) {
    try self.init(links: chains.map(ChainLinks.init), in: heap, walk: walk)
  }

  /// One chain, given by its references.
  ///
  /// - Parameters:
  ///   - references: the references, each starting where the one before it ends.
  ///   - heap: the heap that they are of.
  ///   - walk: which end the question was about, and how the graph is walked on.
  /// - Throws: ``ObjectGraphError/brokenChain(position:)``, and as for several chains.
  /// - Complexity: O(*k*) in the references.
  public init(
    chain references: [Reference], in heap: HeapSnapshot, walk: ReferenceWalk = ReferenceWalk(.backward)
  ) throws(ObjectGraphError) {
    for (position, pair) in zip(references, references.dropFirst()).enumerated()
    where pair.0.target != pair.1.source {
      throw .brokenChain(position: position + 1)
    }
    let objects = (references.first.map { [$0.source] } ?? []) + references.map(\.target)
    try self.init(links: [ChainLinks(objects: objects, references: references)], in: heap, walk: walk)
  }

  private init(
    links chains: [ChainLinks], in heap: HeapSnapshot, walk: ReferenceWalk
  ) throws(ObjectGraphError) {
    try walk.check()
    self.init(heap: heap, walk: walk)
    // Each chain gets its share, and at least its two ends.
    let share = walk.nodeBudget.map { max($0 / max(chains.count, 1), 2) } ?? .max
    var knownStarts: Set<ObjectIndex> = []
    for chain in chains where !chain.objects.isEmpty {
      if let object = chain.objects.first(where: { $0.position >= heap.objectCount }) {
        throw .unknownObject(object, objectCount: heap.objectCount)
      }
      let part = ChainPart(of: chain, walk.direction, share: share)
      if let budget = walk.nodeBudget {
        let new = Set(part.steps.map(part.object)).filter { places[$0] == nil }
        if new.count > max(budget, 2) - foundNodes.count {
          chainsOverBudget += 1
          continue
        }
      }
      if knownStarts.insert(part.object(0)).inserted { starts.append(part.object(0)) }
      add(part, walk: walk)
    }
    walkDepth = foundNodes.lazy.map(\.depth).max() ?? 0
    settle()
  }

  private mutating func add(_ part: ChainPart, walk: ReferenceWalk) {
    let isBackward = walk.direction == .backward
    let (head, tail) = (part.head, part.tail)
    for step in part.steps {
      let relation: ReferenceNode.Relation = step == 0 ? .start : isBackward ? .holder : .held
      let depth = step < head ? step : head + (step - tail) + 1
      let object = part.object(step)
      let node = ReferenceNode(object: object, depth: depth, relation: relation, walk: walk)
      if !add(node, for: object), let place = places[object] {
        foundNodes[place].relation = foundNodes[place].relation.union(relation)
        foundNodes[place].depth = min(foundNodes[place].depth, depth)
      }
      if step > 0, step != tail || tail == head {
        add(ReferenceEdge(reference: part.reference(step), direction: walk.direction))
      }
    }
    if head < tail, tail < part.count {
      let (near, far) = (part.object(head - 1), part.object(tail))
      foundGaps.append(
        ReferenceGap(
          source: isBackward ? far : near, target: isBackward ? near : far, direction: walk.direction,
          objectCount: tail - head))
    }
  }
}

/// A chain's objects and the references between them, from the first holder on.
private struct ChainLinks {
  var objects: [ObjectIndex]
  var references: [Reference]

  init(objects: [ObjectIndex], references: [Reference]) {
    self.objects = objects
    self.references = references
  }

  init(_ chain: ReferenceChain) {
    objects = chain.objects
    references = chain.references
  }
}

/// What is drawn of a chain, told from the end that was asked about.
private struct ChainPart {
  let chain: ChainLinks
  let isBackward: Bool
  /// How many steps are drawn from the start on.
  let head: Int
  /// The step from which on the rest is drawn; the number of steps where the head is all of them.
  let tail: Int

  /// The part of a chain that has at most so many objects.
  init(of chain: ChainLinks, _ direction: ReferenceWalk.Direction, share: Int) {
    self.chain = chain
    isBackward = direction == .backward
    let count = chain.objects.count
    head = count <= share ? count : (share + 1) / 2
    tail = count <= share ? count : count - share / 2
  }

  var count: Int { chain.objects.count }
  var steps: [Int] { Array(0..<head) + Array(tail..<count) }

  func object(_ step: Int) -> ObjectIndex { chain.objects[isBackward ? count - 1 - step : step] }

  /// The reference between a step's object and the one before it.
  func reference(_ step: Int) -> Reference {
    chain.references[isBackward ? count - 1 - step : step - 1]
  }
}
