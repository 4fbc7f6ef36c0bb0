public import HeapAnalysis
public import HeapModel

extension HeapSnapshot {
  /// Why an object is alive, by a shortest chain of references that leads to it: objgraph's
  /// `find_backref_chain`.
  ///
  /// - Parameters:
  ///   - object: where the chain ends.
  ///   - goal: where it begins; objgraph's usual one is ``HeapAnalysis/ChainGoal/importedModule``.
  ///   - selection: which references to follow; objgraph's are the traced ones.
  ///   - maxDepth: the most references the chain may have; `nil` for any number. objgraph's is 20.
  /// - Returns: the chain, `nil` where there is none (objgraph gives the object itself then).
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) of the whole heap.
  public func chain(
    to object: ObjectIndex, from goal: ChainGoal = .root, selection: ReferenceSelection = .strong,
    maxDepth: Int? = nil
  ) throws(HeapAnalysisError) -> ReferenceChain? {
    try BackReferences(of: self, selection: selection, monitor: .taskCancellation)
      .shortestChain(to: CollectionOfOne(object), from: goal, maxDepth: maxDepth)
  }

  /// Why one of the objects that a text names is alive: the shortest chain that leads to any of them.
  ///
  /// - Parameters:
  ///   - name: `type:Session`, `@0x7f12a0`, `#17`, or a variable such as `t.child`.
  ///   - goal: where the chain begins.
  ///   - selection: which references to follow.
  ///   - maxDepth: the most references the chain may have; `nil` for any number.
  /// - Returns: the chain, `nil` where there is none.
  /// - Throws: ``HeapAnalysisError`` where nothing is found by the name.
  public func chain(
    to name: String, from goal: ChainGoal = .root, selection: ReferenceSelection = .strong,
    maxDepth: Int? = nil
  ) throws(HeapAnalysisError) -> ReferenceChain? {
    let objects = try objects(named: name)
    return try BackReferences(of: self, selection: selection, monitor: .taskCancellation)
      .shortestChain(to: objects, from: goal, maxDepth: maxDepth)
  }

  /// How an object leads to another, by a shortest chain of references: objgraph's `find_ref_chain`.
  ///
  /// - Parameters:
  ///   - object: where the chain begins.
  ///   - goal: where it ends.
  ///   - selection: which references to follow; objgraph's are the traced ones.
  ///   - maxDepth: the most references the chain may have; `nil` for any number. objgraph's is 20.
  /// - Returns: the chain, `nil` where there is none.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) in what is within reach.
  public func chain(
    from object: ObjectIndex, to goal: ChainGoal, selection: ReferenceSelection = .strong,
    maxDepth: Int? = nil
  ) throws(HeapAnalysisError) -> ReferenceChain? {
    try shortestChain(from: CollectionOfOne(object), to: goal, selection: selection, maxDepth: maxDepth)
  }
}
