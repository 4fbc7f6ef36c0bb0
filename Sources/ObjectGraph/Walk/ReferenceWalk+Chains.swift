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
  /// What chains share is there once. Of a chain with more objects than the walk's budget, both ends are drawn
  /// and a ``ReferenceGap`` between them.
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
    for chain in chains where !chain.objects.isEmpty {
      if let object = chain.objects.first(where: { $0.position >= heap.objectCount }) {
        throw .unknownObject(object, objectCount: heap.objectCount)
      }
      add(chain, walk: walk, share: share)
    }
    walkDepth = foundNodes.lazy.map(\.depth).max() ?? 0
    settle()
  }

  private mutating func add(_ chain: ChainLinks, walk: ReferenceWalk, share: Int) {
    let isBackward = walk.direction == .backward
    let count = chain.objects.count
    // From the end that was asked about.
    func object(_ step: Int) -> ObjectIndex { chain.objects[isBackward ? count - 1 - step : step] }
    func reference(_ step: Int) -> Reference {
      chain.references[isBackward ? count - 1 - step : step - 1]
    }
    let head = count <= share ? count : (share + 1) / 2
    let tail = count <= share ? count : count - share / 2

    for step in Array(0..<head) + Array(tail..<count) {
      let relation: ReferenceNode.Relation = step == 0 ? .start : isBackward ? .holder : .held
      let depth = step < head ? step : head + (step - tail) + 1
      let node = ReferenceNode(object: object(step), depth: depth, relation: relation, walk: walk)
      if !add(node, for: object(step)), let place = places[object(step)] {
        foundNodes[place].relation = foundNodes[place].relation.union(relation)
        foundNodes[place].depth = min(foundNodes[place].depth, depth)
      }
      if step == 0 {
        if !starts.contains(object(0)) { starts.append(object(0)) }
      } else if step != tail || tail == head {
        add(ReferenceEdge(reference: reference(step), direction: walk.direction))
      }
    }
    if head < tail, tail < count {
      let (near, far) = (object(head - 1), object(tail))
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
