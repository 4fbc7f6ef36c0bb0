import HeapAnalysis
import HeapModel

/// objgraph's look: grey boxes that darken with depth, red text for what was asked for, green modules.
struct ClassicStyle {
  let graph: ReferenceGraph
  let style: GraphStyle
  private let words: ObjectDescription
  private var heap: HeapSnapshot { graph.heap }

  init(graph: ReferenceGraph, style: GraphStyle) {
    self.graph = graph
    self.style = style
    words = ObjectDescription(graph, style)
  }

  func picture() -> GraphPicture {
    var picture = GraphPicture(name: "ObjectGraph")
    picture.nodeLook.shape = .box
    picture.nodeLook.fill = .white
    picture.rankDirection = style.rankDirection
    for node in graph.nodes {
      picture.nodes.append(self.picture(of: node))
      if heap.flags(of: node.object).contains(.hasFinalizer) { addFinalizerMark(of: node, to: &picture) }
    }
    for edge in graph.edges { picture.edges.append(self.picture(of: edge)) }
    for remaining in graph.remaining { add(remaining, to: &picture) }
    for gap in graph.gaps {
      var look = EdgeLook()
      look.line = .dotted
      look.stroke = .red
      picture.edges.append(
        PictureEdge(
          from: words.nodeName(of: gap.source), to: words.nodeName(of: gap.target), label: [gap.description],
          look: look, classes: ["gap"]))
    }
    picture.footer = graph.notes.map { PictureRow([PictureText("\($0)")]) }
    if style.showsLegend { picture.footer += legend(of: picture) }
    return picture
  }

  private func picture(of node: ReferenceNode) -> PictureNode {
    let color = color(of: node)
    var look = NodeLook()
    look.fill = .hsv(color.h, color.s, color.v)
    if node.relation == .start { look.textColor = .red }
    if color.v < 0.5 { look.textColor = .white }
    var title = DisplayText.cut(words.typeName(of: node.object), to: 200)
    if let count = words.referenceCount(of: node.object) { title += " [\(count)]" }
    var lines = [title]
    if let text = heap.text(of: node.object) {
      // Names stand in full, everything else as far as objgraph shows it.
      let isName = ObjectKind(heap.flags(of: node.object)) != nil
      lines.append(DisplayText.cut(text, to: isName ? 200 : 40))
    }
    if let extra = node.extraInformation { lines += DisplayText.lines(extra, limit: 200, count: 20) }
    var picture = PictureNode(
      name: words.nodeName(of: node.object), label: .lines(lines), look: look,
      tooltip: words.tooltip(of: node), classes: words.classes(of: node))
    picture.attributes = node.attributes
    return picture
  }

  private func color(of node: ReferenceNode) -> (h: Double, s: Double, v: Double) {
    var color = (h: 0.0, s: 0.0, v: shade(node.depth))
    if ObjectKind(heap.flags(of: node.object)) == .module { (color.h, color.s) = (0.3, 1) }
    if node.isHighlighted { color = (0.6, 0.6, 0.5 + color.v * 0.5) }
    return color
  }

  /// From 1 at the starting objects to 0.3 at the full depth.
  private func shade(_ depth: Int) -> Double {
    guard graph.depth > 0 else { return 1 }
    let part = Double(depth) / Double(graph.depth)
    return 1 - part + 0.3 * part
  }

  private func addFinalizerMark(of node: ReferenceNode, to picture: inout GraphPicture) {
    let name = words.nodeName(of: node.object)
    var look = NodeLook()
    look.shape = .doubleCircle
    look.height = 0.25
    look.stroke = .red
    look.fill = .hsv(0, 0.5, 1)
    look.fontSize = 6
    picture.nodes.append(
      PictureNode(
        name: name + "_has_a_del", label: .lines(["__del__"]), look: look, classes: ["finalizer"]))
    picture.edges.append(
      PictureEdge(from: name, to: name + "_has_a_del", look: Self.markLook, classes: ["finalizer"]))
  }

  private func add(_ remaining: RemainingReferences, to picture: inout GraphPicture) {
    let name = words.nodeName(of: remaining.object)
    let isForward = remaining.direction == .forward
    // An object of a graph that was walked both ways, or cut, can have several.
    var mark = "too_many_" + name
    if remaining.reason == .budget { mark += "_over_budget" }
    if graph.walks.count > 1 { mark += isForward ? "_references" : "_backreferences" }
    let depth = (graph[remaining.object]?.depth ?? 0) + 1
    var look = NodeLook()
    look.shape = .box
    look.height = 0.25
    look.stroke = .red
    look.fill = .hsv(0, 1, max(shade(depth), 0))
    look.textColor = .white
    look.fontSize = 6
    let noun = isForward ? "more references" : "more backreferences"
    picture.nodes.append(
      PictureNode(
        name: mark, label: .lines(["\(remaining.count) \(noun)"]), look: look, classes: ["remaining"]))
    picture.edges.append(
      PictureEdge(
        from: isForward ? name : mark, to: isForward ? mark : name, look: Self.markLook,
        classes: ["remaining"]))
  }

  private static let markLook: EdgeLook = {
    var look = EdgeLook()
    look.stroke = .red
    look.line = .dotted
    look.length = 0.25
    look.weight = 10
    return look
  }()
}

// MARK: - References

extension ClassicStyle {
  private func picture(of edge: ReferenceEdge) -> PictureEdge {
    var look = EdgeLook()
    let label = label(of: edge.reference)
    look.weight = label.weight
    if edge.reference.strength != .strong || edge.reference.isInferred { look.line = .dashed }
    return PictureEdge(
      from: words.nodeName(of: edge.source), to: words.nodeName(of: edge.target),
      name: words.edgeName(edge), label: label.lines, look: look, tooltip: words.tooltip(of: edge),
      classes: words.classes(of: edge))
  }

  /// objgraph's label, or the name that a reference has where objgraph knows none.
  private func label(of reference: Reference) -> (lines: [String], weight: Int?) {
    let name = heap.name(of: reference)
    if reference.kind == .dictionaryValue || reference.kind == .dictionaryKey {
      if reference.kind == .dictionaryKey { return ([], nil) }
      if let name, Self.isIdentifier(name) { return ([DisplayText.cut(name, to: 200)], 2) }
      switch heap.label(of: reference) {
      case .object(let key):
        let text = heap.text(of: key).map { DisplayText.cut($0, to: 40) }
        return ([DisplayText.cut(words.typeName(of: key), to: 200)] + (text.map { [$0] } ?? []), nil)
      case .name, .index, nil:
        return (heap.labelText(of: reference).map { [DisplayText.cut($0, to: 40)] } ?? [], nil)
      }
    }
    guard let name else { return ([], nil) }
    let isOfRuntime = name.hasPrefix("__") || name.hasPrefix("f_")
    return ([DisplayText.cut(name, to: 200)], isOfRuntime ? 10 : 2)
  }

  private static func isIdentifier(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
    }
  }

  private func legend(of picture: GraphPicture) -> [PictureRow] {
    func entry(_ sign: PictureText.Swatch, _ text: String) -> PictureRow {
      PictureRow([PictureText(sign), PictureText(text)])
    }
    func occurs(_ name: String) -> Bool { picture.nodes.contains { $0.classes.contains(name) } }
    var rows: [PictureRow] = []
    if occurs("start") {
      rows.append(PictureRow([PictureText("red text", color: .red), PictureText("asked for")]))
    }
    rows.append(entry(.box(fill: .hsv(0, 0, 0.6), stroke: .black), "the darker, the farther away"))
    if occurs("module") { rows.append(entry(.box(fill: .hsv(0.3, 1, 0.8), stroke: .black), "module")) }
    if occurs("highlighted") {
      rows.append(entry(.box(fill: .hsv(0.6, 0.6, 0.9), stroke: .black), "highlighted"))
    }
    if occurs("finalizer") {
      rows.append(entry(.box(fill: .hsv(0, 0.5, 1), stroke: .red), "has a finalizer"))
    }
    if occurs("remaining") {
      rows.append(entry(.box(fill: .hsv(0, 1, 0.8), stroke: .red), "references that are not drawn"))
    }
    if picture.edges.contains(where: { $0.look.line == .dashed }) {
      rows.append(entry(.line(.dashed, .black), "does not keep alive, or inferred"))
    }
    return rows
  }
}
