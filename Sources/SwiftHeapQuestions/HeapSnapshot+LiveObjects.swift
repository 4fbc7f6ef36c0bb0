public import HeapGraph
import SwiftHeap

extension HeapSnapshot {
  /// What an instance of this process refers to: objgraph's `show_refs`.
  ///
  /// - Parameters:
  ///   - instance: an instance of any class or actor, made before the snapshot.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk.
  /// - Throws: ``LiveObjectError/notInHeap(type:)``, and `ObjectGraphError` where a limit is negative.
  /// - Complexity: O(*n*) in the number of objects, and O(*m*) in what is found.
  public func references(
    from instance: AnyObject, depth: Int = 3, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws -> ReferenceGraph {
    try references(from: index(of: instance), depth: depth, configure)
  }

  /// What refers to an instance of this process: objgraph's `show_backrefs`.
  ///
  /// - Parameters:
  ///   - instance: an instance of any class or actor, made before the snapshot.
  ///   - depth: how many references to follow in a row.
  ///   - configure: sets the other parameters of the walk.
  /// - Throws: ``LiveObjectError/notInHeap(type:)``, and `ObjectGraphError` where a limit is negative.
  /// - Complexity: O(*n* + *m*) of the whole heap.
  public func backReferences(
    to instance: AnyObject, depth: Int = 3, _ configure: (inout ReferenceWalk) -> Void = { _ in }
  ) throws -> ReferenceGraph {
    try backReferences(to: index(of: instance), depth: depth, configure)
  }

  /// Why an instance of this process is alive, by a shortest chain that leads to it: objgraph's `find_backref_chain`.
  ///
  /// A chain whose references types tell comes before one with references that a scan of memory found.
  /// The variable by which the caller holds the instance is no object, and so the start of no chain but that of the
  /// instance alone, where it lies on a stack.
  ///
  /// - Parameters:
  ///   - instance: an instance of any class or actor, made before the snapshot.
  ///   - goal: where the chain begins.
  ///   - maxDepth: the most references the chain may have; `nil` for any number.
  /// - Returns: the chain, `nil` where there is none.
  /// - Throws: ``LiveObjectError/notInHeap(type:)``, or `HeapAnalysisError/cancelled`.
  /// - Complexity: O(*n* + *m*) of the whole heap.
  public func chain(
    to instance: AnyObject, from goal: ChainGoal = .rootOfKind([.global, .static]), maxDepth: Int? = nil
  ) throws -> ReferenceChain? {
    let object = try index(of: instance)
    let told = ReferenceSelection(strengths: [.strong], includesInferred: false)
    return try chain(to: object, from: goal, selection: told, maxDepth: maxDepth)
      ?? chain(to: object, from: goal, maxDepth: maxDepth)
  }

  private func index(of instance: AnyObject) throws(LiveObjectError) -> ObjectIndex {
    guard let object = object(instance) else {
      throw .notInHeap(type: _typeName(Swift.type(of: instance), qualified: false))
    }
    return object
  }
}
