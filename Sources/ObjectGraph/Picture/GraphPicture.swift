/// Boxes and arrows with everything that is written on them, in no particular format.
///
/// A style makes it of a ``ReferenceGraph``, a writer turns it into text. Texts are meant literally: what a
/// format needs escaped, its writer escapes.
public struct GraphPicture: Hashable, Sendable {
  /// Which way a layout in layers goes.
  public enum RankDirection: String, Hashable, Sendable, CaseIterable {
    /// From the top down.
    case topToBottom = "TB"
    /// From the left to the right.
    case leftToRight = "LR"
    /// From the bottom up.
    case bottomToTop = "BT"
    /// From the right to the left.
    case rightToLeft = "RL"
  }

  /// The picture's name, of letters, digits and underscores.
  public var name: String
  /// The colour behind everything, `nil` for the format's own.
  public var background: PictureColor?
  /// The fonts, the best first, `nil` for the format's own.
  public var fonts: [String] = []
  /// The Graphviz engine that is to place the nodes, `nil` for the one that suits their number.
  public var layoutEngine: String?
  /// Which way a layout in layers goes, `nil` for the format's own.
  public var rankDirection: RankDirection?
  /// The space between layers in inches, `nil` for the format's own.
  public var rankSeparation: Double?
  /// The space between neighbours of a layer in inches, `nil` for the format's own.
  public var nodeSeparation: Double?
  /// The space around the picture in inches, `nil` for the format's own.
  public var padding: Double?
  /// Whether layouts by springs pull nodes apart that would overlap, and draw edges below nodes.
  public var keepsNodesApart = false
  /// How nodes look that do not say.
  public var nodeLook = NodeLook()
  /// How edges look that do not say.
  public var edgeLook = EdgeLook()
  /// The nodes.
  public var nodes: [PictureNode] = []
  /// Frames round some of the nodes.
  public var clusters: [PictureCluster] = []
  /// The names of nodes that a layout in layers puts into its first one.
  public var firstLayer: [String] = []
  /// The edges; each between two of the nodes.
  public var edges: [PictureEdge] = []
  /// What is written below the picture: notes, then the legend.
  public var footer: [PictureRow] = []
  /// The colour of the footer's text.
  public var footerColor: PictureColor?

  /// Makes an empty picture.
  ///
  /// - Parameter name: the picture's name, of letters, digits and underscores.
  public init(name: String) {
    self.name = name
  }
}
