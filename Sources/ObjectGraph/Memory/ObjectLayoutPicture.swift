import HeapModel

/// Draws objects' memory: a table for every block, a row for every field, an arrow for every reference.
struct ObjectLayoutPicture {
  let layouts: [ObjectLayout]
  let style: MemoryStyle
  let palette: MemoryPalette
  let drawn: [DrawnBlock]
  private let blocksLeftOut: Int

  static let titleLimit = 48
  static let nameLimit = 36
  static let smallSize = 9.0
  static let tinySize = 8.0

  init(_ layouts: [ObjectLayout], _ style: MemoryStyle) {
    self.layouts = layouts
    self.style = style
    palette = MemoryPalette(style.theme)
    var names = NodeNames()
    var drawn: [DrawnBlock] = []
    var rows = 0
    var leftOut = 0
    for (object, layout) in layouts.enumerated() {
      for (position, block) in layout.blocks.enumerated() {
        guard rows < style.rowBudget || drawn.isEmpty else {
          leftOut += 1
          continue
        }
        let name = names.name((position == 0 ? "o" : "m") + String(block.address.rawValue, radix: 16))
        let new = DrawnBlock(
          block, of: object, isOwn: position == 0, name: name, rowLimit: style.rowLimit)
        drawn.append(new)
        rows += new.rows.count
      }
    }
    self.drawn = drawn
    blocksLeftOut = leftOut
  }

  func picture() -> GraphPicture {
    var picture = GraphPicture.memory("ObjectLayout", palette)
    picture.rankDirection = .leftToRight
    picture.rankSeparation = 0.7
    picture.nodeSeparation = layouts.count > 1 ? 0.16 : 0.1
    for block in drawn { picture.nodes.append(node(of: block)) }
    addReferences(to: &picture)
    if blocksLeftOut > 0 {
      picture.footer.append(
        palette.note(
          "\(blocksLeftOut) more block\(blocksLeftOut == 1 ? " is" : "s are") not drawn: the picture has room "
            + "for \(style.rowBudget) rows."))
    }
    if style.showsLegend { picture.footer += legend(of: picture) }
    return picture
  }
}

// MARK: - Blocks

extension ObjectLayoutPicture {
  private func node(of drawn: DrawnBlock) -> PictureNode {
    let layout = layouts[drawn.object]
    var table = PictureTable(stroke: palette.stroke, fill: palette.band(.unused).fill)
    table.rows.append(title(of: drawn, in: layout))
    var hasPreHeader = false
    for (position, row) in drawn.rows.enumerated() {
      let offset = DrawnBlock.offset(of: row)
      // Where the object's own address is.
      if hasPreHeader, offset >= 0 {
        table.rows.append(PictureTable.Row([], rule: palette.strongRule, ruleWidth: 2))
      }
      hasPreHeader = offset < 0
      table.rows.append(self.row(row, position))
    }
    var look = NodeLook()
    look.shape = .plain
    return PictureNode(
      name: drawn.name, label: .table(table), look: look, tooltip: tooltip(of: drawn, in: layout),
      classes: ["block", drawn.isOwn ? "own" : "further"])
  }

  private func title(of drawn: DrawnBlock, in layout: ObjectLayout) -> PictureTable.Row {
    let ink = drawn.isOwn ? palette.own : palette.other
    func small(_ text: String) -> PictureText { PictureText(text, size: Self.smallSize, color: ink.muted) }
    let title = drawn.isOwn ? layout.typeName : drawn.block.title
    var rows = [
      PictureRow(
        [PictureText(DisplayText.cut(title, to: Self.titleLimit), isBold: true, size: 12, color: ink.text)],
        trailing: [small("  \(drawn.block.size)")])
    ]
    var subtitle = "of \(layout.typeName)"
    if drawn.isOwn {
      let text = layout.text ?? ""
      subtitle = DisplayText.isOnlyTypeAndAddress(text, type: layout.typeName) ? "" : text
    }
    let address = small("\(drawn.block.address)")
    if subtitle.isEmpty {
      rows.append(PictureRow([address]))
    } else {
      rows.append(PictureRow([small(DisplayText.cut(subtitle, to: Self.titleLimit))]))
      rows[1].trailing = [small("  "), address]
    }
    var facts: [String] = []
    if drawn.isOwn, layout.blocks.count > 1 {
      facts.append("\(layout.size) in \(layout.blocks.count) blocks")
    }
    if drawn.isOwn, let reported = layout.reportedSize, reported != layout.size {
      facts.append("reported as \(reported)")
    }
    if !facts.isEmpty { rows.append(PictureRow([small(facts.joined(separator: ", "))])) }
    return PictureTable.Row([PictureTable.Cell(rows: rows, columns: 3, fill: ink.fill)])
  }

  private func row(_ row: ShownRow<MemoryField>, _ position: Int) -> PictureTable.Row {
    switch row {
    case .element(let field): return self.row(field, position)
    case .rest(let fields):
      let bytes = fields.reduce(ByteCount.zero) { $0 + $1.size }
      let band = palette.band(.unused)
      return cells(
        DrawnBlock.offset(of: row), "… \(fields.count) more fields", ("\(bytes)", band.text), band, position)
    }
  }

  private func row(_ field: MemoryField, _ position: Int) -> PictureTable.Row {
    let band = palette.band(field.role)
    let name = field.name.isEmpty ? "\(field.role)" : field.name
    // What a reference leads to says more than its address, and one that leads nowhere says nothing.
    let isQuiet = field.reference != nil || [.preHeader, .reference, .slot].contains(field.role)
    return cells(
      field.offset, DisplayText.cut(name, to: Self.nameLimit),
      (DisplayText.cut(Self.value(of: field), to: style.valueLimit), isQuiet ? palette.quiet : band.text),
      band,
      position)
  }

  private static func value(of field: MemoryField) -> String {
    if let value = field.value { return value }
    if let reference = field.reference { return "\(reference.target)" }
    return [.unused, .padding, .slack].contains(field.role) ? "\(field.size)" : ""
  }

  private func cells(
    _ offset: Int, _ name: String, _ value: (text: String, color: PictureColor), _ band: MemoryPalette.Band,
    _ position: Int
  ) -> PictureTable.Row {
    let offset = offset < 0 ? "−\(offset.magnitude)" : "\(offset)"
    return PictureTable.Row(
      [
        PictureTable.Cell(
          [PictureText(offset, size: Self.tinySize, color: palette.quiet)], alignment: .right,
          fill: band.fill,
          port: DrawnBlock.leftPort(position)),
        PictureTable.Cell([PictureText(name, color: band.text)], fill: band.fill),
        PictureTable.Cell(
          value.text.isEmpty ? [] : [PictureText(value.text, size: Self.smallSize, color: value.color)],
          alignment: .right, fill: band.fill, port: DrawnBlock.rightPort(position)),
      ], rule: palette.rule)
  }

  /// What is known of a block, and the values that its rows had to cut.
  private func tooltip(of drawn: DrawnBlock, in layout: ObjectLayout) -> String {
    let block = drawn.block
    var lines = [DisplayText.cut(layout.typeName, to: 500)]
    if !drawn.isOwn { lines.append(DisplayText.cut(block.title, to: 500)) }
    lines.append("\(block.address) · \(block.size)")
    if let allocated = block.allocatedSize { lines.append("allocated \(allocated)") }
    if drawn.isOwn, let reported = layout.reportedSize { lines.append("reported as \(reported)") }
    if drawn.isOwn, let text = layout.text { lines.append(DisplayText.cut(text, to: 2_000)) }
    for case .element(let field) in drawn.rows where lines.count < 40 {
      let value = Self.value(of: field)
      if DisplayText.cut(value, to: style.valueLimit) != DisplayText.visible(value) {
        lines.append(DisplayText.cut(field.name, to: 100) + " = " + DisplayText.cut(value, to: 500))
      }
    }
    return lines.joined(separator: "\n")
  }
}
