/// A way that Graphviz places nodes and edges, by Graphviz's own name for it: `dot`, `sfdp`, `neato` ….
///
/// Which engines there are depends on the installed Graphviz and its plugins; ask
/// ``GraphvizRenderer/availableEngines``. A value may name an engine that is not there: rendering then
/// throws ``GraphvizError/unknownEngine(_:available:)``, which lists those that are.
public struct LayoutEngine: RawRepresentable, Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Graphviz's name for the engine, in lower case.
  public let rawValue: String

  /// Makes the engine of this name.
  ///
  /// - Parameter rawValue: Graphviz's name; upper case is made lower case.
  public init(rawValue: String) {
    self.rawValue = rawValue.lowercased()
  }

  /// Makes the engine of this name.
  ///
  /// - Parameter value: Graphviz's name.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }

  /// Layers, with references pointing one way: the best to read, and slow where references cross.
  public static let dot = LayoutEngine(rawValue: "dot")
  /// Springs on many scales: fast for any graph.
  public static let sfdp = LayoutEngine(rawValue: "sfdp")
  /// Springs, for small graphs.
  public static let neato = LayoutEngine(rawValue: "neato")
  /// Springs with clusters.
  public static let fdp = LayoutEngine(rawValue: "fdp")
  /// Rings around one node.
  public static let twopi = LayoutEngine(rawValue: "twopi")
  /// One circle.
  public static let circo = LayoutEngine(rawValue: "circo")

  /// Graphviz's name for the engine.
  public var description: String { rawValue }

  /// Orders engines by name.
  ///
  /// - Parameters:
  ///   - left: One engine.
  ///   - right: Another.
  /// - Returns: Whether the name of `left` comes first.
  public static func < (left: LayoutEngine, right: LayoutEngine) -> Bool { left.rawValue < right.rawValue }

  /// The name without the library after a colon.
  var baseName: Substring { rawValue.prefix { $0 != ":" } }
}
