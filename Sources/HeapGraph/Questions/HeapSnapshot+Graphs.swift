public import HeapAnalysis
public import HeapModel
public import ObjectGraph

extension HeapSnapshot {
  /// What some objects refer to: objgraph's `show_refs`.
  ///
  /// ```swift
  /// try heap.references(from: [object], depth: 5) { walk in
  ///   walk.filter = { heap.type(of: $0).name != "function" }
  /// }.write(to: "refs.svg")
  /// ```
  ///
  /// - Parameters:
  ///   - objects: where to start.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk, which are objgraph's.
  /// - Returns: the objects and references to draw.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or an object is none of the heap's.
  /// - Complexity: O(*n* + *m*) in what is found and what that refers to.
  public func references(
    from objects: some Sequence<ObjectIndex>, depth: Int = 3,
    _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws(ObjectGraphError) -> ReferenceGraph {
    var walk = ReferenceWalk(.forward)
    walk.maximumDepth = depth
    configure(&walk)
    return try walk.graph(from: objects, in: self)
  }

  /// What an object refers to.
  ///
  /// - Parameters:
  ///   - object: where to start.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or the object is none of the heap's.
  public func references(
    from object: ObjectIndex, depth: Int = 3, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws(ObjectGraphError) -> ReferenceGraph {
    try references(from: CollectionOfOne(object), depth: depth, configure)
  }

  /// What objects refer to that a text names.
  ///
  /// - Parameters:
  ///   - name: `type:Session`, `@0x7f12a0`, `#17`, or a variable such as `t.child`.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk.
  /// - Throws: ``HeapAnalysisError`` where nothing is found by the name, ``ObjectGraphError`` where a limit is
  ///   negative.
  public func references(
    from name: String, depth: Int = 3, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws -> ReferenceGraph {
    try references(from: objects(named: name), depth: depth, configure)
  }

  /// What refers to some objects: objgraph's `show_backrefs`.
  ///
  /// - Parameters:
  ///   - objects: where to start.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk, which are objgraph's.
  /// - Returns: the objects and references to draw.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or an object is none of the heap's.
  /// - Complexity: O(*n* + *m*) of the whole heap. Whoever asks often builds ``HeapAnalysis/BackReferences``
  ///   once and hands them to ``ObjectGraph/ReferenceWalk/graph(from:in:backReferences:)``.
  public func backReferences(
    to objects: some Sequence<ObjectIndex>, depth: Int = 3,
    _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws(ObjectGraphError) -> ReferenceGraph {
    var walk = ReferenceWalk(.backward)
    walk.maximumDepth = depth
    configure(&walk)
    return try walk.graph(from: objects, in: self)
  }

  /// What refers to an object.
  ///
  /// - Parameters:
  ///   - object: where to start.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or the object is none of the heap's.
  public func backReferences(
    to object: ObjectIndex, depth: Int = 3, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws(ObjectGraphError) -> ReferenceGraph {
    try backReferences(to: CollectionOfOne(object), depth: depth, configure)
  }

  /// What refers to objects that a text names.
  ///
  /// - Parameters:
  ///   - name: `type:Session`, `@0x7f12a0`, `#17`, or a variable such as `t.child`.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk.
  /// - Throws: ``HeapAnalysisError`` where nothing is found by the name, ``ObjectGraphError`` where a limit is
  ///   negative.
  public func backReferences(
    to name: String, depth: Int = 3, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws -> ReferenceGraph {
    try backReferences(to: objects(named: name), depth: depth, configure)
  }
}

extension HeapSnapshot {
  /// Chains as a graph: objgraph's `show_chain`.
  ///
  /// - Parameters:
  ///   - chains: the chains; what they share is drawn once.
  ///   - configure: sets what is highlighted and told of the objects.
  /// - Returns: the objects and references of the chains, and nothing else.
  /// - Throws: ``ObjectGraphError`` where a limit is negative or an object is none of the heap's.
  /// - Complexity: O(*k*) in the objects of the chains.
  public func graph(
    of chains: ReferenceChain..., configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws(ObjectGraphError) -> ReferenceGraph {
    var walk = ReferenceWalk(.backward)
    configure(&walk)
    return try ReferenceGraph(chains: chains, in: self, walk: walk)
  }
}
