/// How a line is drawn.
public enum PictureLine: String, Hashable, Sendable {
  /// Without gaps.
  case solid
  /// In dashes.
  case dashed
  /// In dots.
  case dotted
  /// Not at all, so that it only puts its ends in order.
  case invisible = "invis"
}

/// The outline of a node, by its name in Graphviz.
public enum PictureShape: String, Hashable, Sendable {
  /// A rectangle.
  case box
  /// A sheet with a tab.
  case folder
  /// A sheet with a folded corner.
  case note
  /// A box with two plugs.
  case component
  /// A sheet with an index tab.
  case tab
  /// Two circles.
  case doubleCircle = "doublecircle"
  /// None: a table's own outline is the node's.
  case plain
}

/// The head of an edge, by its name in Graphviz.
public enum PictureArrow: String, Hashable, Sendable {
  /// A filled triangle.
  case normal
  /// An empty triangle.
  case empty = "onormal"
  /// An empty dot.
  case dot = "odot"
  /// An empty diamond.
  case diamond = "odiamond"
  /// No head.
  case none
}

/// How a node looks; what is `nil` is as in the picture's ``GraphPicture/nodeLook``.
public struct NodeLook: Hashable, Sendable {
  /// Its outline.
  public var shape: PictureShape?
  /// How its outline is drawn.
  public var line: PictureLine?
  /// Whether its corners are round.
  public var isRounded: Bool?
  /// What it is filled with.
  public var fill: PictureColor?
  /// The colour of its outline.
  public var stroke: PictureColor?
  /// The width of its outline in points.
  public var strokeWidth: Double?
  /// The colour of its text.
  public var textColor: PictureColor?
  /// The size of its text in points.
  public var fontSize: Double?
  /// Its least height in inches.
  public var height: Double?
  /// The space around its label in inches, to the sides and above.
  public var margin: [Double]?

  /// Makes a look that says nothing.
  public init() {}
}

/// How an edge looks; what is `nil` is as in the picture's ``GraphPicture/edgeLook``.
public struct EdgeLook: Hashable, Sendable {
  /// How its line is drawn.
  public var line: PictureLine?
  /// The colour of its line.
  public var stroke: PictureColor?
  /// The width of its line in points.
  public var strokeWidth: Double?
  /// Its head.
  public var arrow: PictureArrow?
  /// The size of its head, 1 being the usual.
  public var arrowSize: Double?
  /// The colour of its label.
  public var textColor: PictureColor?
  /// The size of its label in points.
  public var fontSize: Double?
  /// How strongly a layout in layers keeps it short and straight, 1 being the usual.
  public var weight: Int?
  /// Whether a layout in layers puts its target behind its source; where not said, it does.
  public var ordersLayers: Bool?
  /// Its length in inches in layouts by springs.
  public var length: Double?

  /// Makes a look that says nothing.
  public init() {}
}

/// A frame round nodes that belong together.
public struct PictureCluster: Hashable, Sendable {
  /// Its name, of letters, digits and underscores, unlike every other cluster's.
  public var name: String
  /// What is written in its corner, a line each.
  public var label: [String]
  /// The names of its nodes.
  public var nodes: [String]
  /// How it looks; shape, height and margin are a frame's own.
  public var look: NodeLook

  /// Makes a frame.
  ///
  /// - Parameters:
  ///   - name: its name, unlike every other cluster's.
  ///   - label: what is written in its corner, a line each.
  ///   - nodes: the names of its nodes.
  ///   - look: how it looks.
  public init(name: String, label: [String], nodes: [String], look: NodeLook = NodeLook()) {
    self.name = name
    self.label = label
    self.nodes = nodes
    self.look = look
  }
}

/// A node of a picture.
public struct PictureNode: Hashable, Sendable {
  /// Its name, of letters, digits and underscores, unlike every other's.
  public var name: String
  /// What is written in it.
  public var label: PictureLabel
  /// How it looks.
  public var look: NodeLook
  /// What is told where one points at it.
  public var tooltip: String?
  /// What it is, for style sheets and scripts.
  public var classes: [String]
  /// Attributes of whoever asked for the picture, by their Graphviz names; they go before the picture's own.
  public var attributes: [String: String] = [:]

  /// Makes a node.
  ///
  /// - Parameters:
  ///   - name: its name, unlike every other's.
  ///   - label: what is written in it.
  ///   - look: how it looks.
  ///   - tooltip: what is told where one points at it.
  ///   - classes: what it is, for style sheets and scripts.
  public init(
    name: String, label: PictureLabel, look: NodeLook = NodeLook(), tooltip: String? = nil,
    classes: [String] = []
  ) {
    self.name = name
    self.label = label
    self.look = look
    self.tooltip = tooltip
    self.classes = classes
  }
}

/// An edge of a picture.
public struct PictureEdge: Hashable, Sendable {
  /// The name of the node where it starts.
  public var source: String
  /// The name of the node where it ends.
  public var target: String
  /// Where at its node it starts, `nil` for wherever suits the layout.
  public var sourcePort: PicturePort?
  /// Where at its node it ends, `nil` for wherever suits the layout.
  public var targetPort: PicturePort?
  /// Its name, unlike every other's, where it has one.
  public var name: String?
  /// The lines written beside it.
  public var label: [String]
  /// How it looks.
  public var look: EdgeLook
  /// What is told where one points at it.
  public var tooltip: String?
  /// What it is, for style sheets and scripts.
  public var classes: [String]

  /// Makes an edge.
  ///
  /// - Parameters:
  ///   - source: the name of the node where it starts.
  ///   - target: the name of the node where it ends.
  ///   - name: its name, unlike every other's, where it has one.
  ///   - label: the lines written beside it.
  ///   - look: how it looks.
  ///   - tooltip: what is told where one points at it.
  ///   - classes: what it is, for style sheets and scripts.
  public init(
    from source: String, to target: String, name: String? = nil, label: [String] = [],
    look: EdgeLook = EdgeLook(), tooltip: String? = nil, classes: [String] = []
  ) {
    self.source = source
    self.target = target
    self.name = name
    self.label = label
    self.look = look
    self.tooltip = tooltip
    self.classes = classes
  }
}
