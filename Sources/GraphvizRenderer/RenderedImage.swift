/// A picture that Graphviz drew, and what it had to say about it.
public struct RenderedImage: Sendable, Hashable {
  /// The file's content.
  public let bytes: [UInt8]
  /// What format the bytes are in.
  public let format: ImageFormat
  /// What placed the nodes: the engine asked for, else the graph's own `layout` attribute, else the one
  /// chosen by size.
  public let engine: LayoutEngine
  /// Graphviz's warnings, one line each, in the order in which they came.
  ///
  /// For example a label too big for its node, an edge to a port that is not there, or that a bitmap would be
  /// too large and was drawn with fewer dots an inch. Empty for a clean picture. They are not printed.
  public let warnings: [String]
}
