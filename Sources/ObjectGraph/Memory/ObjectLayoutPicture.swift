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
        drawn.append(
          DrawnBlock(
            block, of: object, isOwn: position == 0, name: name, every: block.everyField,
            rowLimit: style.rowLimit))
        rows += drawn.last?.rows.count ?? 0
      }
    }
    self.drawn = drawn
    blocksLeftOut = leftOut
  }

  func picture() -> GraphPicture {
    var picture = GraphPicture.memory("ObjectLayout", palette)
    picture.rankDirection = .leftToRight
    picture.rankSeparation = 0.7
    picture.nodeSeparation = 0.16
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

  // MARK: - Blocks

  private func node(of drawn: DrawnBlock) -> PictureNode {
    let layout = layouts[drawn.object]
    var table = PictureTable(stroke: palette.stroke, fill: palette.band(.unused).fill)
    table.rows = title(of: drawn, in: layout)
    for (position, row) in drawn.rows.enumerated() {
      table.rows.append(self.row(row, position, of: drawn))
    }
    var look = NodeLook()
    look.shape = .plain
    return PictureNode(
      name: drawn.name, label: .table(table), look: look, tooltip: tooltip(of: drawn, in: layout),
      classes: ["block", drawn.isOwn ? "own" : "further"])
  }

  private func title(of drawn: DrawnBlock, in layout: ObjectLayout) -> [PictureTable.Row] {
    let ink = drawn.isOwn ? palette.own : palette.other
    func text(_ text: String, isBold: Bool = false, size: Double) -> PictureText {
      PictureText(text, isBold: isBold, size: size, color: isBold ? ink.text : ink.muted)
    }
    let title = DisplayText.cut(drawn.isOwn ? layout.typeName : drawn.block.title, to: Self.titleLimit)
    var subtitle = layout.text ?? ""
    if !drawn.isOwn { subtitle = "of " + layout.typeName }
    subtitle = DisplayText.cut(subtitle, to: Self.titleLimit)
    var rows = [
      PictureTable.Row([
        PictureTable.Cell([text(title, isBold: true, size: 12)], columns: 2, fill: ink.fill),
        PictureTable.Cell(
          [text("\(drawn.block.size)", size: Self.smallSize)], alignment: .right, fill: ink.fill),
      ])
    ]
    rows.append(
      PictureTable.Row([
        PictureTable.Cell(
          subtitle.isEmpty ? [] : [text(subtitle, size: Self.smallSize)], columns: 2, fill: ink.fill),
        PictureTable.Cell(
          [text("\(drawn.block.address)", size: Self.tinySize)], alignment: .right, fill: ink.fill),
      ]))
    return rows
  }

  private func row(_ row: ShownRow<MemoryField>, _ position: Int, of drawn: DrawnBlock) -> PictureTable.Row {
    switch row {
    case .element(let field): return self.row(field, position)
    case .rest(let fields):
      let bytes = fields.reduce(ByteCount.zero) { $0 + $1.size }
      return cells(
        offset: fields.first?.offset ?? 0, name: "… \(fields.count) more fields", value: "\(bytes)",
        band: palette.band(.unused), position, isReference: false)
    }
  }

  private func row(_ field: MemoryField, _ position: Int) -> PictureTable.Row {
    let band = palette.band(field.role)
    let name = field.name.isEmpty ? "\(field.role)" : field.name
    var value = field.value ?? field.reference.map { "\($0.target)" } ?? ""
    if field.role == .padding || field.role == .slack, field.value == nil { value = "\(field.size)" }
    var row = cells(
      offset: field.offset, name: DisplayText.cut(name, to: Self.nameLimit),
      value: DisplayText.cut(value, to: style.valueLimit), band: band, position,
      isReference: field.reference != nil)
    if field.offset == 0 { (row.rule, row.ruleWidth) = (palette.strongRule, 2) }
    return row
  }

  private func cells(
    offset: Int, name: String, value: String, band: MemoryPalette.Band, _ position: Int, isReference: Bool
  ) -> PictureTable.Row {
    let minus = offset < 0 ? "−\(offset.magnitude)" : "\(offset)"
    return PictureTable.Row(
      [
        PictureTable.Cell(
          [PictureText(minus, size: Self.tinySize, color: palette.quiet)], alignment: .right, fill: band.fill,
          port: DrawnBlock.arrivalPort(position)),
        PictureTable.Cell([PictureText(name, color: band.text)], fill: band.fill),
        PictureTable.Cell(
          value.isEmpty ? [] : [PictureText(value, size: Self.smallSize, color: band.text)],
          alignment: .right, fill: band.fill, port: isReference ? DrawnBlock.departurePort(position) : nil),
      ], rule: palette.rule)
  }

  private func tooltip(of drawn: DrawnBlock, in layout: ObjectLayout) -> String {
    let block = drawn.block
    var lines = [DisplayText.cut(layout.typeName, to: 500)]
    if !drawn.isOwn { lines.append(DisplayText.cut(block.title, to: 500)) }
    lines.append("\(block.address) · \(block.size)")
    if let allocated = block.allocatedSize { lines.append("allocated \(allocated)") }
    if drawn.isOwn, let reported = layout.reportedSize { lines.append("reported \(reported)") }
    if drawn.isOwn, let text = layout.text { lines.append(DisplayText.cut(text, to: 2_000)) }
    return lines.joined(separator: "\n")
  }
}
