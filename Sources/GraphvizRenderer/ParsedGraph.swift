/// A graph as cgraph reads it from DOT text: no layout, no drawing.
package struct ParsedGraph: Sendable, Hashable {
  /// An attribute's value, or a name, as cgraph keeps it.
  ///
  /// In a quoted string cgraph resolves `\"` to `"`, removes a backslash with the line end after it, and
  /// joins strings put together with `+`. Every other backslash stays, with what follows it: `\n`, `\l`,
  /// `\N` and `\\` are resolved only when a label is drawn, and so are entities such as `&amp;`. See
  /// ``DrawnTexts`` for what a reader of the picture sees.
  package struct Value: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The characters, without the outer quotes or angle brackets.
    package let text: String
    /// Whether the value was written `<…>`, that is, as markup.
    package let isHTML: Bool

    package init(_ text: String, isHTML: Bool = false) {
      self.text = text
      self.isHTML = isHTML
    }

    package init(stringLiteral text: String) {
      self.init(text)
    }

    package var description: String { isHTML ? "<\(text)>" : text }
  }

  /// Attributes by name.
  ///
  /// Those written for the object itself and those it has from a default (`node [shape=box]`). One that is
  /// empty, as it would be by default, is left out, and so is a node's label `\N`, which every node has that
  /// is given none.
  package typealias Attributes = [String: Value]

  package struct Node: Sendable, Hashable {
    package let name: String
    package let attributes: Attributes
  }

  package struct Edge: Sendable, Hashable {
    /// The name of the node it starts from.
    package let tail: String
    /// The name of the node it points to.
    package let head: String
    /// A port written after a node's name is under `tailport` and `headport`.
    package let attributes: Attributes
  }

  package struct Subgraph: Sendable, Hashable {
    /// `nil` where it was written without one.
    ///
    /// One that begins with `cluster` is drawn as a frame.
    package let name: String?
    package let attributes: Attributes
    /// The names of the nodes in it and in the subgraphs within it.
    package let nodeNames: [String]
  }

  /// `nil` where it was written without one.
  package let name: String?
  /// `digraph`, not `graph`.
  package let isDirected: Bool
  /// Written with `strict`.
  package let isStrict: Bool
  package let attributes: Attributes
  /// In the order of their first mention.
  package let nodes: [Node]
  /// By tail, in the order of the nodes; those of one tail in the order of the text.
  package let edges: [Edge]
  /// Outer ones before those within them.
  package let subgraphs: [Subgraph]
  /// What cgraph warned of while it read.
  package let warnings: [String]

  /// The first node of this name.
  ///
  /// - Complexity: O(*n*) in nodes.
  package func node(_ name: String) -> Node? {
    nodes.first { $0.name == name }
  }
}
