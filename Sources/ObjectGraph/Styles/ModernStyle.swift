import HeapAnalysis
import HeapModel

/// The look that is made to be read.
///
/// A node is a card: the type in bold with the size at its right, the text small below it. What holds is blue
/// with a heavier outline, what is held is amber, and both pale with distance; what was asked for is the dark
/// red card. Modules, classes, functions and frames have outlines and colours of their own.
struct ModernStyle {
  let graph: ReferenceGraph
  let style: GraphStyle
  let words: ObjectDescription
  let palette: ModernPalette
  private let roots: [ObjectIndex: [Root]]
  private let overBudget: [ObjectIndex: Int]
  private let clustered: Set<ObjectIndex>
  private let closing: Set<Int>
  private let remedies: Set<Int>
  var heap: HeapSnapshot { graph.heap }

  static let textLimit = 44
  static let titleLimit = 60
  static let edgeLimit = 32
  static let smallSize = 9.0
  static let tinySize = 8.0

  init(graph: ReferenceGraph, style: GraphStyle) {
    self.graph = graph
    self.style = style
    words = ObjectDescription(graph, style)
    palette = ModernPalette(style.theme)
    let drawn = Set(graph.nodes.lazy.map(\.object))
    clustered = graph.clusters.reduce(into: []) { $0.formUnion($1.objects) }
    closing = graph.clusters.reduce(into: []) { $0.formUnion($1.closingReferences) }
    remedies = graph.clusters.reduce(into: []) { $0.formUnion($1.remedies) }
    overBudget = Dictionary(
      graph.remaining.lazy.filter { $0.reason == .budget }.map { ($0.object, $0.count) }, uniquingKeysWith: +)
    roots = Dictionary(grouping: graph.heap.roots(of: drawn), by: \.object)
  }

  func picture() -> GraphPicture {
    var picture = GraphPicture(name: "ObjectGraph")
    picture.background = palette.background
    picture.fonts = ["Helvetica", "Arial", "DejaVu Sans", "sans-serif"]
    picture.rankDirection = style.rankDirection ?? (isWide ? .leftToRight : nil)
    picture.rankSeparation = 0.5
    picture.nodeSeparation = 0.22
    picture.padding = 0.15
    picture.keepsNodesApart = true
    picture.nodeLook.shape = .box
    picture.nodeLook.isRounded = true
    picture.nodeLook.fontSize = 11
    picture.nodeLook.margin = [0.1, 0.05]
    picture.nodeLook.height = 0.3
    picture.edgeLook.fontSize = Self.smallSize
    picture.edgeLook.textColor = palette.edgeText
    picture.edgeLook.arrowSize = 0.65
    for node in graph.nodes { picture.nodes.append(self.picture(of: node)) }
    for edge in graph.edges { picture.edges.append(self.picture(of: edge)) }
    for remaining in graph.remaining where remaining.reason == .limit { add(remaining, to: &picture) }
    for gap in graph.gaps { picture.edges.append(self.picture(of: gap)) }
    for (number, cluster) in graph.clusters.enumerated() {
      let nodes = graph.nodes.lazy.filter { cluster.objects.contains($0.object) }
      var look = NodeLook()
      look.isRounded = true
      look.line = .dashed
      look.fill = palette.cluster
      look.stroke = palette.start.stroke
      look.textColor = palette.closing
      look.fontSize = Self.smallSize
      picture.clusters.append(
        PictureCluster(
          name: "\(number + 1)", label: cluster.title, nodes: nodes.map { words.nodeName(of: $0.object) },
          look: look))
    }
    picture.footerColor = palette.edgeText
    picture.footer = graph.notes.map { note in
      PictureRow([
        PictureText(" note ", isBold: true, color: palette.root.text, fill: palette.root.fill),
        PictureText("\(note)"),
      ])
    }
    if style.showsLegend { picture.footer += legend() }
    return picture
  }
}

// MARK: - Nodes

extension ModernStyle {
  /// Whether so many objects lie side by side that they are better put one below the other.
  private var isWide: Bool {
    var widths: [Int: Int] = [:]
    for node in graph.nodes { widths[node.depth, default: 0] += 1 }
    return (widths.values.max() ?? 0) >= max(9, 2 * widths.count)
  }

  private func picture(of node: ReferenceNode) -> PictureNode {
    let kind = ObjectKind(heap.flags(of: node.object))
    let ink = ink(of: node, kind)
    var look = NodeLook()
    look.fill = ink.fill
    look.stroke = ink.stroke
    look.textColor = ink.text
    look.strokeWidth = strokeWidth(of: node)
    switch kind {
    case .module?: (look.shape, look.isRounded) = (.folder, false)
    case .class?: (look.shape, look.isRounded) = (.component, false)
    case .frame?: (look.shape, look.isRounded) = (.note, false)
    case .function?: (look.shape, look.isRounded) = (.tab, false)
    case nil: break
    }
    var picture = PictureNode(
      name: words.nodeName(of: node.object), label: .rows(rows(of: node, kind, ink)), look: look,
      tooltip: words.tooltip(of: node), classes: words.classes(of: node))
    picture.attributes = node.attributes
    return picture
  }

  private func ink(of node: ReferenceNode, _ kind: ObjectKind?) -> ModernPalette.Ink {
    if clustered.contains(node.object) { return palette.both }
    if node.relation == .start { return palette.start }
    if node.isHighlighted { return palette.highlighted }
    if let kind { return palette.ink(of: kind) }
    switch node.relation {
    case .start: return palette.start
    case .holder: return node.depth <= 1 ? palette.holder : palette.farHolder
    case .held: return node.depth <= 1 ? palette.held : palette.farHeld
    case .both: return palette.both
    }
  }

  private func strokeWidth(of node: ReferenceNode) -> Double {
    if node.relation == .start { return node.isHighlighted ? 3.5 : 2.5 }
    if node.isHighlighted { return 2.5 }
    switch node.relation {
    case .start, .both: return 1.6
    case .holder: return node.depth <= 1 ? 1.8 : 1.3
    case .held: return 0.9
    }
  }

  private func rows(
    of node: ReferenceNode, _ kind: ObjectKind?, _ ink: ModernPalette.Ink
  ) -> [PictureRow] {
    let object = node.object
    func small(_ text: String) -> PictureText {
      PictureText(text, size: Self.smallSize, color: ink.muted)
    }
    // Of modules, classes, functions and frames the name says more than the type.
    let typeName = DisplayText.cut(words.typeName(of: object), to: Self.titleLimit)
    let text = text(of: object)
    var title = typeName
    var subtitle = text.map { DisplayText.cut($0, to: Self.textLimit) }
    if kind != nil, let text {
      (title, subtitle) = (DisplayText.cut(text, to: Self.titleLimit), typeName)
    }
    var rows = [PictureRow([PictureText(title, isBold: true)])]
    if heap.shallowSize(of: object) > .zero {
      rows[0].trailing = [
        PictureText("  \(heap.shallowSize(of: object))", size: Self.tinySize, color: ink.muted)
      ]
    }
    if let subtitle { rows.append(PictureRow([small(subtitle)])) }
    if let count = words.referenceCount(of: object) {
      let strong = count == "immortal" ? count : count == "1" ? "1 ref" : "\(count) refs"
      let counts = [strong, words.countsOfOthers(of: object)].compactMap(\.self).joined(separator: ", ")
      rows.append(PictureRow([small(counts)]))
    }
    if let extra = node.extraInformation {
      rows += DisplayText.lines(extra, limit: Self.titleLimit, count: 8).map { PictureRow([small($0)]) }
    }
    rows += badges(of: object).map { PictureRow([$0]) }
    let over = overBudget[object] ?? 0
    if over > 0 { rows.append(PictureRow([small("+ \(over) not drawn")])) }
    return rows
  }

  /// An object's text, without what every object of its type says of itself.
  private func text(of object: ObjectIndex) -> String? {
    guard let text = words.text(of: object), !text.isEmpty else { return nil }
    // The card has the type, the tooltip the address.
    return DisplayText.isOnlyTypeAndAddress(text, type: heap.type(of: object).name) ? nil : text
  }

  private func badges(of object: ObjectIndex) -> [PictureText] {
    func badge(_ text: String, _ ink: ModernPalette.Ink) -> PictureText {
      PictureText(" \(text) ", isBold: true, size: Self.tinySize, color: ink.text, fill: ink.fill)
    }
    var badges: [PictureText] = []
    let flags = heap.flags(of: object)
    if flags.contains(.uncollectable) {
      badges.append(badge("uncollectable", palette.finalizer))
    }
    if flags.contains(.hasFinalizer) {
      badges.append(badge(flags.contains(.finalized) ? "finalizer ran" : "finalizer", palette.finalizer))
    }
    let roots = (self.roots[object] ?? []).filter { $0.kind != .module }
    for root in roots.prefix(2) {
      let words = [root.kind == .other ? "" : "\(root.kind)", root.name ?? ""]
      let text = words.filter { !$0.isEmpty }.joined(separator: " ")
      badges.append(badge(DisplayText.cut(text.isEmpty ? "root" : text, to: Self.textLimit), palette.root))
    }
    if roots.count > 2 { badges.append(badge("\(roots.count - 2) more roots", palette.root)) }
    return badges
  }

  private func add(_ remaining: RemainingReferences, to picture: inout GraphPicture) {
    let name = words.nodeName(of: remaining.object)
    let isForward = remaining.direction == .forward
    let mark = (isForward ? "more_references_" : "more_referrers_") + name
    let (one, many) = isForward ? ("reference", "references") : ("referrer", "referrers")
    var look = NodeLook()
    look.line = .dashed
    look.fill = palette.background == .transparent ? .white : palette.background
    look.stroke = palette.quiet
    look.strokeWidth = 1
    look.textColor = style.theme == .dark ? palette.edgeText : palette.farHeld.muted
    look.fontSize = Self.smallSize
    look.height = 0.22
    look.margin = [0.09, 0.03]
    let text = "\(remaining.count) more \(remaining.count == 1 ? one : many)"
    picture.nodes.append(
      PictureNode(name: mark, label: .lines([text]), look: look, classes: ["remaining"]))
    var edge = EdgeLook()
    edge.line = .dashed
    edge.stroke = palette.quiet
    edge.strokeWidth = 1
    edge.arrow = isForward ? PictureArrow.none : .normal
    picture.edges.append(
      PictureEdge(
        from: isForward ? name : mark, to: isForward ? mark : name, look: edge, classes: ["remaining"]))
  }
}

// MARK: - Edges

extension ModernStyle {
  private func picture(of edge: ReferenceEdge) -> PictureEdge {
    let reference = edge.reference
    var look = EdgeLook()
    look.stroke = edge.direction == .backward ? palette.holds : palette.isHeld
    look.strokeWidth =
      switch graph[edge.near]?.depth ?? 0 {
      case 0: 1.9
      case 1: 1.4
      default: 1.0
      }
    (look.line, look.arrow) = Self.line(of: reference)
    if look.line != nil { look.strokeWidth = 1.2 }
    if closing.contains(reference.position) {
      look.stroke = palette.closing
      look.strokeWidth = remedies.contains(reference.position) ? 3 : 1.6
    }
    // The spaces keep the label off the line.
    let label = heap.labelText(of: reference).map { DisplayText.cut($0, to: Self.edgeLimit) }
    return PictureEdge(
      from: words.nodeName(of: edge.source), to: words.nodeName(of: edge.target),
      name: words.edgeName(edge), label: label.map { [" \($0) "] } ?? [], look: look,
      tooltip: words.tooltip(of: edge), classes: words.classes(of: edge))
  }

  /// How a reference's line differs from a strong one's.
  static func line(of reference: Reference) -> (line: PictureLine?, arrow: PictureArrow?) {
    let line = line(of: reference.strength)
    return reference.isInferred ? (.dotted, line.arrow) : line
  }

  /// How a line of a strength differs from a strong one.
  static func line(of strength: ReferenceStrength) -> (line: PictureLine?, arrow: PictureArrow?) {
    switch strength {
    case .strong: (nil, nil)
    case .weak: (.dashed, .empty)
    case .unowned: (.dashed, .diamond)
    case .unmanaged: (.dashed, .dot)
    }
  }

  private func picture(of gap: ReferenceGap) -> PictureEdge {
    var look = EdgeLook()
    look.line = .dotted
    look.stroke = palette.quiet
    look.strokeWidth = 2
    return PictureEdge(
      from: words.nodeName(of: gap.source), to: words.nodeName(of: gap.target), label: [gap.description],
      look: look, classes: ["gap"])
  }
}

extension HeapSnapshot {
  /// The roots of some objects, without making those of all others.
  fileprivate func roots(of objects: Set<ObjectIndex>) -> [Root] {
    let records = columns.roots
    guard (0..<records.count).contains(where: { objects.contains(ObjectIndex(rawValue: records[$0].object)) })
    else { return [] }
    return roots.filter { objects.contains($0.object) }
  }
}
