import HeapGraph

/// A Graphviz attribute that each node is to have, with places that depend on the object.
struct NodeAttribute: Sendable {
  let name: String
  private let template: String

  /// Reads `name=value` texts.
  static func parse(_ texts: [String]) throws(HeapCommandError) -> [NodeAttribute] {
    var attributes: [NodeAttribute] = []
    for text in texts {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
        throw .usage("--attribute is '\(text)'; write NAME=VALUE, for example URL=http://localhost/{address}")
      }
      attributes.append(
        NodeAttribute(name: String(text[..<sign]), template: String(text[text.index(after: sign)...])))
    }
    return attributes
  }

  /// The value for an object.
  func value(for object: ObjectIndex, in heap: HeapSnapshot) -> String {
    template.replacing("{address}", with: "\(heap.address(of: object))")
      .replacing("{index}", with: "\(object.position)")
      .replacing("{type}", with: heap.type(of: object).qualifiedName)
  }
}
