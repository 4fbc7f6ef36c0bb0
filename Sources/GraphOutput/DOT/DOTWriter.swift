public import ObjectGraph

/// Writes pictures in DOT, the language of Graphviz.
///
/// The same picture gives the same bytes. Every object's node is named `o` and its address in hexadecimal
/// digits, and `_` and its index where drawn objects share an address; nodes and edges have an `id` and a
/// `class`, so that SVG can be styled and scripted.
public enum DOTWriter {
  /// Writes a picture.
  ///
  /// - Parameters:
  ///   - picture: the picture.
  ///   - output: where the text goes, a statement at a time.
  /// - Complexity: O(*n* + *m*) in the picture, with memory for one statement.
  public static func write(_ picture: GraphPicture, to output: inout some TextOutputStream) {
    output.write("digraph \(DOTText.name(picture.name)) {\n")
    write("graph", graphAttributes(of: picture), to: &output)
    var nodeDefaults = attributes(of: picture.nodeLook, defaults: NodeLook())
    if !picture.fonts.isEmpty { nodeDefaults.insert(("fontname", fonts(picture)), at: 0) }
    write("node", nodeDefaults, to: &output)
    var edgeDefaults = attributes(of: picture.edgeLook)
    if !picture.fonts.isEmpty { edgeDefaults.insert(("fontname", fonts(picture)), at: 0) }
    write("edge", edgeDefaults, to: &output)
    for node in picture.nodes {
      write(DOTText.name(node.name), attributes(of: node, defaults: picture.nodeLook), to: &output)
    }
    for cluster in picture.clusters { write(cluster, to: &output) }
    if !picture.firstLayer.isEmpty {
      let names = picture.firstLayer.map { DOTText.name($0) + "; " }.joined()
      output.write("  { rank=min; \(names)}\n")
    }
    for edge in picture.edges {
      write(
        end(edge.source, edge.sourcePort) + " -> " + end(edge.target, edge.targetPort), attributes(of: edge),
        to: &output, evenWhereEmpty: true)
    }
    output.write("}\n")
  }

  private static func write(_ cluster: PictureCluster, to output: inout some TextOutputStream) {
    output.write("  subgraph \(DOTText.name("cluster_" + cluster.name)) {\n")
    var attributes: [Attribute] = [("id", DOTText.value("cluster_" + cluster.name))]
    if !cluster.label.isEmpty { attributes.append(("label", DOTText.label(cluster.label))) }
    attributes.append(("labeljust", "l"))
    attributes.append(("labelloc", "t"))
    attributes += self.attributes(of: cluster.look, defaults: NodeLook())
    for (name, value) in attributes { output.write("    \(name)=\(value);\n") }
    let names = cluster.nodes.map { DOTText.name($0) + "; " }.joined()
    output.write("    \(names)\n  }\n")
  }

  private typealias Attribute = (name: String, value: String)

  private static func write(
    _ head: String, _ attributes: [Attribute], to output: inout some TextOutputStream,
    evenWhereEmpty: Bool = false
  ) {
    guard !attributes.isEmpty || evenWhereEmpty else { return }
    var line = "  " + head
    if !attributes.isEmpty {
      line += " [" + attributes.lazy.map { $0.name + "=" + $0.value }.joined(separator: ", ") + "]"
    }
    output.write(line + ";\n")
  }

  /// An end of an edge: a node, and where at it.
  private static func end(_ node: String, _ port: PicturePort?) -> String {
    DOTText.name(node) + (port?.cell.map { ":" + DOTText.name($0) } ?? "")
      + (port?.side.map { ":" + $0.rawValue } ?? "")
  }

  private static func fonts(_ picture: GraphPicture) -> String {
    DOTText.value(picture.fonts.joined(separator: ","))
  }

  private static func graphAttributes(of picture: GraphPicture) -> [Attribute] {
    var attributes: [Attribute] = []
    if let background = picture.background { attributes.append(("bgcolor", DOTNumber.color(background))) }
    if !picture.fonts.isEmpty { attributes.append(("fontname", fonts(picture))) }
    if let engine = picture.layoutEngine { attributes.append(("layout", DOTText.name(engine))) }
    if let direction = picture.rankDirection { attributes.append(("rankdir", direction.rawValue)) }
    if let value = picture.rankSeparation { attributes.append(("ranksep", DOTNumber.text(value))) }
    if let value = picture.nodeSeparation { attributes.append(("nodesep", DOTNumber.text(value))) }
    if let value = picture.padding { attributes.append(("pad", DOTNumber.text(value))) }
    if picture.keepsNodesApart { attributes += [("overlap", "false"), ("outputorder", "edgesfirst")] }
    if !picture.footer.isEmpty {
      attributes.append(("label", DOTTable.footer(picture.footer)))
      attributes.append(("labelloc", "b"))
      attributes.append(("labeljust", "l"))
      attributes.append(("fontsize", "10"))
      if let color = picture.footerColor { attributes.append(("fontcolor", DOTNumber.color(color))) }
    }
    return attributes
  }

  private static func attributes(of node: PictureNode, defaults: NodeLook) -> [Attribute] {
    var attributes: [Attribute] = [("id", DOTText.value(node.name))]
    if !node.classes.isEmpty {
      attributes.append(("class", DOTText.value(node.classes.joined(separator: " "))))
    }
    switch node.label {
    case .lines(let lines): attributes.append(("label", DOTText.label(lines)))
    case .rows(let rows): attributes.append(("label", DOTTable.label(rows)))
    case .table(let table): attributes.append(("label", DOTTable.label(table)))
    }
    if let tooltip = node.tooltip { attributes.append(("tooltip", DOTText.tooltip(tooltip))) }
    attributes += self.attributes(of: node.look, defaults: defaults)
    for (name, value) in node.attributes.sorted(by: { $0.key < $1.key }) {
      // Of two attributes of one name the last holds; it is written once all the same.
      attributes.removeAll { $0.name == name }
      let text =
        switch name {
        case "label", "xlabel":
          DOTText.label(value.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        case "tooltip": DOTText.tooltip(value)
        default: DOTText.value(value)
        }
      attributes.append((DOTText.name(name), text))
    }
    return attributes
  }

  private static func attributes(of look: NodeLook, defaults: NodeLook) -> [Attribute] {
    var attributes: [Attribute] = []
    if let shape = look.shape { attributes.append(("shape", shape.rawValue)) }
    if look.line != nil || look.isRounded != nil
      || (look.fill != nil && defaults.fill == nil && defaults.isRounded == nil)
    {
      // One attribute says all three, so that whoever sets one sets all.
      var style = ["filled"]
      if look.isRounded ?? defaults.isRounded ?? false { style.append("rounded") }
      if let line = look.line ?? defaults.line, line != .solid { style.append(line.rawValue) }
      attributes.append(("style", "\"" + style.joined(separator: ",") + "\""))
    }
    if let fill = look.fill { attributes.append(("fillcolor", DOTNumber.color(fill))) }
    if let stroke = look.stroke { attributes.append(("color", DOTNumber.color(stroke))) }
    if let width = look.strokeWidth { attributes.append(("penwidth", DOTNumber.text(width))) }
    if let color = look.textColor { attributes.append(("fontcolor", DOTNumber.color(color))) }
    if let size = look.fontSize { attributes.append(("fontsize", DOTNumber.text(size))) }
    if let height = look.height { attributes.append(("height", DOTNumber.text(height))) }
    if let margin = look.margin {
      attributes.append(("margin", "\"" + margin.map(DOTNumber.text).joined(separator: ",") + "\""))
    }
    return attributes
  }

  private static func attributes(of edge: PictureEdge) -> [Attribute] {
    var attributes: [Attribute] = []
    if let name = edge.name { attributes.append(("id", DOTText.value(name))) }
    if !edge.classes.isEmpty {
      attributes.append(("class", DOTText.value(edge.classes.joined(separator: " "))))
    }
    if !edge.label.isEmpty { attributes.append(("label", DOTText.label(edge.label))) }
    if let tooltip = edge.tooltip {
      let text = DOTText.tooltip(tooltip)
      attributes.append(("tooltip", text))
      if !edge.label.isEmpty { attributes.append(("labeltooltip", text)) }
    }
    return attributes + self.attributes(of: edge.look)
  }

  private static func attributes(of look: EdgeLook) -> [Attribute] {
    var attributes: [Attribute] = []
    if let line = look.line { attributes.append(("style", line.rawValue)) }
    if let color = look.stroke { attributes.append(("color", DOTNumber.color(color))) }
    if let width = look.strokeWidth { attributes.append(("penwidth", DOTNumber.text(width))) }
    if let arrow = look.arrow { attributes.append(("arrowhead", arrow.rawValue)) }
    if let size = look.arrowSize { attributes.append(("arrowsize", DOTNumber.text(size))) }
    if let color = look.textColor { attributes.append(("fontcolor", DOTNumber.color(color))) }
    if let size = look.fontSize { attributes.append(("fontsize", DOTNumber.text(size))) }
    if let weight = look.weight { attributes.append(("weight", "\(weight)")) }
    if let orders = look.ordersLayers { attributes.append(("constraint", "\(orders)")) }
    if let length = look.length { attributes.append(("len", DOTNumber.text(length))) }
    return attributes
  }
}

extension GraphPicture {
  /// The picture in DOT, the language of Graphviz.
  ///
  /// - Complexity: O(*n* + *m*).
  public var dot: String {
    var text = ""
    DOTWriter.write(self, to: &text)
    return text
  }
}

extension ReferenceGraph {
  /// The graph in DOT, the language of Graphviz.
  ///
  /// - Parameter style: how it looks.
  /// - Returns: the text; the same graph gives the same bytes.
  /// - Complexity: O(*n* + *m*) in what is drawn, and in the number of the heap's roots.
  public func dot(_ style: GraphStyle = .modern) -> String {
    picture(style).dot
  }
}
