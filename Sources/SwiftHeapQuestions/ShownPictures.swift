public import HeapGraph
import SwiftHeap

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Captures this process's heap and draws what an instance refers to: objgraph's `show_refs`.
///
/// ```swift
/// try showReferences(from: session, file: "session.svg")
/// ```
///
/// - Parameters:
///   - instance: an instance of any class or actor.
///   - depth: how many references to follow in a row.
///   - file: where the picture is to be; its extension says the format. By itself an SVG in the temporary folder (DOT text in
///     a build without Graphviz), whose name is printed.
///   - configure: sets the other parameters of the walk.
/// - Returns: the picture's path.
/// - Throws: `SwiftHeapError`, ``LiveObjectError``, `ObjectGraphError` or `HeapGraphError`.
/// - Complexity: O(*n* + *m*) in the size of the heap, and that of the layout.
@discardableResult
public func showReferences(
  from instance: AnyObject, depth: Int = 3, file: String? = nil,
  _ configure: (inout ReferenceWalk) -> Void = { _ in }
) throws -> String {
  try show(SwiftHeap.capture().references(from: instance, depth: depth, configure), file)
}

/// Captures this process's heap and draws what refers to an instance: objgraph's `show_backrefs`.
///
/// - Parameters:
///   - instance: an instance of any class or actor.
///   - depth: how many references to follow in a row.
///   - file: where the picture is to be, as for ``showReferences(from:depth:file:_:)``.
///   - configure: sets the other parameters of the walk.
/// - Returns: the picture's path.
/// - Throws: `SwiftHeapError`, ``LiveObjectError``, `ObjectGraphError` or `HeapGraphError`.
/// - Complexity: O(*n* + *m*) in the size of the heap, and that of the layout.
@discardableResult
public func showBackReferences(
  to instance: AnyObject, depth: Int = 3, file: String? = nil,
  _ configure: (inout ReferenceWalk) -> Void = { _ in }
) throws -> String {
  try show(SwiftHeap.capture().backReferences(to: instance, depth: depth, configure), file)
}

/// Captures this process's heap and draws by what chain an instance is held: objgraph's `show_chain`.
///
/// - Parameters:
///   - instance: an instance of any class or actor.
///   - goal: where the chain begins.
///   - file: where the picture is to be, as for ``showReferences(from:depth:file:_:)``.
/// - Returns: the picture's path.
/// - Throws: ``LiveObjectError/notHeld(type:)`` where there is no chain, and what the others throw.
/// - Complexity: O(*n* + *m*) in the size of the heap, and that of the layout.
@discardableResult
public func showChain(
  to instance: AnyObject, from goal: ChainGoal = .rootOfKind([.global, .static]), file: String? = nil
) throws -> String {
  let heap = try SwiftHeap.capture()
  guard let chain = try heap.chain(to: instance, from: goal) else {
    throw LiveObjectError.notHeld(type: _typeName(type(of: instance), qualified: false))
  }
  return try show(heap.graph(of: chain), file)
}

private func show(_ graph: ReferenceGraph, _ file: String?) throws -> String {
  if let file {
    try graph.write(to: file)
    return file
  }
  let name = "heapgraph-\(UUID().uuidString).\(GraphvizRenderer.isAvailable ? "svg" : "dot")"
  let path = FileManager.default.temporaryDirectory.path + "/" + name
  try graph.write(to: path)
  print(path)
  return path
}
