import HeapModel

extension ModernStyle {
  /// What the colours and lines mean, of those that occur.
  func legend() -> [PictureRow] {
    var rows: [PictureRow] = []
    func add(_ ink: ModernPalette.Ink, _ text: String, if occurs: Bool) {
      guard occurs else { return }
      rows.append(
        PictureRow([PictureText(.box(fill: ink.fill, stroke: ink.stroke)), PictureText(text)]))
    }
    func add(_ line: PictureLine, _ color: PictureColor, _ text: String, if occurs: Bool) {
      guard occurs else { return }
      rows.append(PictureRow([PictureText(.line(line, color)), PictureText(text)]))
    }

    let nodes = graph.nodes.filter { $0.relation != .start }
    let plain = nodes.filter { !$0.isHighlighted && ObjectKind(heap.flags(of: $0.object)) == nil }
    add(palette.start, "asked for", if: nodes.count < graph.nodes.count)
    add(palette.holder, "holds it, paler from farther away", if: plain.contains { $0.relation == .holder })
    add(palette.held, "is held by it, paler from farther away", if: plain.contains { $0.relation == .held })
    add(palette.both, "holds it and is held by it", if: plain.contains { $0.relation == .both })
    add(palette.highlighted, "highlighted", if: nodes.contains(where: \.isHighlighted))
    let kinds = Set(
      nodes.filter { !$0.isHighlighted }.compactMap { ObjectKind(heap.flags(of: $0.object)) })
    for kind in ObjectKind.allCases { add(palette.ink(of: kind), kind.rawValue, if: kinds.contains(kind)) }
    add(
      palette.finalizer, "has a finalizer",
      if: graph.nodes.contains { heap.flags(of: $0.object).contains(.hasFinalizer) })

    let references = graph.edges.map(\.reference)
    let typed = references.filter { !$0.isInferred }
    let strong = Set(
      graph.edges.filter { Self.line(of: $0.reference).line == nil }.map(\.direction))
    let isBoth = strong.count > 1
    add(
      .solid, palette.holds, isBoth ? "strong reference that leads to it" : "strong reference",
      if: strong.contains(.backward))
    add(
      .solid, palette.isHeld, isBoth ? "strong reference that starts from it" : "strong reference",
      if: strong.contains(.forward))
    add(
      .dashed, palette.edgeText, "weak reference, empty head: does not keep alive",
      if: typed.contains { $0.strength == .weak })
    add(
      .dashed, palette.edgeText, "unowned reference, diamond head",
      if: typed.contains { $0.strength == .unowned })
    add(
      .dashed, palette.edgeText, "unmanaged reference, round head",
      if: typed.contains { $0.strength == .unmanaged })
    add(
      .dotted, palette.edgeText, "inferred from memory, may be none",
      if: references.contains(where: \.isInferred))
    return rows
  }
}
