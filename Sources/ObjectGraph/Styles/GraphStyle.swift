/// How a graph is turned into a picture.
public struct GraphStyle: Hashable, Sendable {
  /// What the picture looks like.
  public enum Look: String, Hashable, Sendable, CaseIterable {
    /// Made to be read: type and text set apart, what holds and what is held told by colour and weight.
    case modern
    /// objgraph's.
    case classic
  }

  /// What the modern look stands on.
  public enum Theme: String, Hashable, Sendable, CaseIterable {
    /// Nothing: it can be read on light and on dark pages, and in print.
    case adaptive
    /// White.
    case light
    /// Almost black.
    case dark
  }

  /// What the picture looks like.
  public var look: Look
  /// What the modern look stands on.
  public var theme = Theme.adaptive
  /// Whether types are named with what leads to them: `collections.OrderedDict`.
  public var showsQualifiedNames = false
  /// Whether reference counts are told, where the heap has them.
  public var showsReferenceCounts = false
  /// Whether a legend says what the colours and lines mean that occur.
  public var showsLegend = false
  /// Which way the layout goes, `nil` for from the top down; the modern look goes from the left to the right
  /// where many objects would lie side by side.
  public var rankDirection: GraphPicture.RankDirection?

  /// Makes a style.
  ///
  /// - Parameter look: what the picture looks like.
  public init(_ look: Look = .modern) {
    self.look = look
  }

  /// Made to be read.
  public static let modern = GraphStyle(.modern)
  /// objgraph's look.
  public static let classic = GraphStyle(.classic)
}

extension ReferenceGraph {
  /// The graph as a picture.
  ///
  /// - Parameter style: how it looks.
  /// - Returns: a picture that a writer can turn into text.
  /// - Complexity: O(*n* + *m*) in what is drawn, and in the number of the heap's roots.
  public func picture(_ style: GraphStyle = .modern) -> GraphPicture {
    switch style.look {
    case .modern: ModernStyle(graph: self, style: style).picture()
    case .classic: ClassicStyle(graph: self, style: style).picture()
    }
  }
}
