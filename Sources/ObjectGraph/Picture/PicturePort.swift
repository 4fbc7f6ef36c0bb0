/// Where at a node an edge ends.
public struct PicturePort: Hashable, Sendable {
  /// A side of a node or cell, by its point of the compass in Graphviz.
  public enum Side: String, Hashable, Sendable {
    /// The upper side.
    case top = "n"
    /// The right side.
    case right = "e"
    /// The lower side.
    case bottom = "s"
    /// The left side.
    case left = "w"
  }

  /// The name of the cell, `nil` for the node as a whole.
  public var cell: String?
  /// The side, `nil` for the one that suits the layout.
  public var side: Side?

  /// Makes a port.
  ///
  /// - Parameters:
  ///   - cell: the name of the cell, `nil` for the node as a whole.
  ///   - side: the side, `nil` for the one that suits the layout.
  public init(cell: String? = nil, side: Side? = nil) {
    self.cell = cell
    self.side = side
  }
}
