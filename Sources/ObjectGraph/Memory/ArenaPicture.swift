import HeapModel

/// Draws arenas: a table for each, a row for every pool with its size class, its blocks as a strip, and counts.
struct ArenaPicture {
  let arenas: [ArenaLayout]
  let style: MemoryStyle
  let palette: MemoryPalette

  /// The most patches of a strip, and the width of one that has as many, in points.
  static let patchLimit = 64
  static let stripWidth = 384

  init(_ arenas: [ArenaLayout], _ style: MemoryStyle) {
    self.arenas = arenas
    self.style = style
    palette = MemoryPalette(style.theme)
  }

  func picture() -> GraphPicture {
    var picture = GraphPicture.memory("Arenas", palette)
    picture.nodeSeparation = 0.3
    var names = NodeNames()
    var rows = 0
    var leftOut = 0
    var patches = PatchStatistics()
    for arena in arenas {
      guard rows < style.rowBudget || picture.nodes.isEmpty else {
        leftOut += 1
        continue
      }
      let name = names.name("o" + String(arena.address.rawValue, radix: 16))
      let table = table(of: arena, &patches)
      rows += table.rows.count
      var look = NodeLook()
      look.shape = .plain
      picture.nodes.append(
        PictureNode(
          name: name, label: .table(table), look: look,
          tooltip: DisplayText.cut(arena.title, to: 500) + "\n\(arena.address) · \(arena.size)",
          classes: ["arena"]))
    }
    if leftOut > 0 {
      picture.footer.append(
        palette.note(
          "\(leftOut) more arena\(leftOut == 1 ? " is" : "s are") not drawn: the picture has room for "
            + "\(style.rowBudget) rows."))
    }
    if style.showsLegend { picture.footer += legend(patches) }
    return picture
  }

  // MARK: - An arena

  private func table(of arena: ArenaLayout, _ patches: inout PatchStatistics) -> PictureTable {
    let ink = palette.own
    let small = ObjectLayoutPicture.smallSize
    let classed = arena.pools.filter { $0.blockSize != nil }
    let title = DisplayText.cut(arena.title, to: ObjectLayoutPicture.titleLimit)
    let counts = "\(classed.count) of \(arena.pools.count) pools in use · \(arena.usedSize) of \(arena.size)"
    var table = PictureTable(stroke: palette.stroke, fill: palette.band(.unused).fill)
    let titleRow = PictureRow(
      [
        PictureText(title, isBold: true, size: 12, color: ink.text),
        PictureText("   " + counts, size: small, color: ink.muted),
      ], trailing: [PictureText("\(arena.address)", size: small, color: ink.muted)])
    table.rows = [PictureTable.Row([PictureTable.Cell(rows: [titleRow], columns: 4, fill: ink.fill)])]
    for row in ShownRow.rows(PoolRun.runs(arena.pools), limit: style.rowLimit) {
      switch row {
      case .element(.pool(let pool)): table.rows.append(self.row(pool, in: arena, &patches))
      case .element(.unused(let count, let first, let size)):
        table.rows.append(
          self.row(
            offset: first.rawValue - arena.address.rawValue, size: "",
            text: "\(count) pool\(count == 1 ? "" : "s") of no size class", count: "\(size)"))
      case .rest(let runs):
        let pools = runs.reduce(0) { $0 + $1.count }
        let used = runs.reduce(ByteCount.zero) { $0 + $1.usedSize }
        table.rows.append(
          self.row(
            offset: (runs.first?.address.rawValue ?? 0) - arena.address.rawValue, size: "",
            text: "… \(pools) more pools", count: "\(used) used"))
      }
    }
    return table
  }

  private func row(_ pool: PoolLayout, in arena: ArenaLayout, _ patches: inout PatchStatistics)
    -> PictureTable.Row
  {
    let strip = strip(of: pool, &patches)
    return row(
      offset: pool.address.rawValue - arena.address.rawValue, size: pool.blockSize.map { "\($0)" } ?? "",
      content: PictureTable.Cell(strip, fill: palette.band(.unused).fill),
      count: "\(pool.blockCount(.used)) of \(pool.blocks.count)")
  }

  private func row(offset: UInt64, size: String, text: String, count: String) -> PictureTable.Row {
    let texts = [PictureText(text, size: ObjectLayoutPicture.smallSize, color: palette.quiet)]
    return row(
      offset: offset, size: size, content: PictureTable.Cell(texts, fill: palette.band(.unused).fill),
      count: count)
  }

  private func row(offset: UInt64, size: String, content: PictureTable.Cell, count: String)
    -> PictureTable.Row
  {
    let band = palette.band(.unused)
    func cell(_ text: String, _ size: Double, _ color: PictureColor, isBold: Bool = false)
      -> PictureTable.Cell
    {
      PictureTable.Cell(
        text.isEmpty ? [] : [PictureText(text, isBold: isBold, size: size, color: color)],
        alignment: .right, fill: band.fill)
    }
    return PictureTable.Row([
      cell("+" + String(offset, radix: 16), ObjectLayoutPicture.tinySize, palette.quiet),
      cell(size, ObjectLayoutPicture.smallSize, palette.band(.value).text, isBold: true), content,
      cell(count, ObjectLayoutPicture.smallSize, palette.band(.value).text),
    ])
  }

  // MARK: - Strips

  private func strip(of pool: PoolLayout, _ patches: inout PatchStatistics) -> PictureStrip {
    let group = max((pool.blocks.count + Self.patchLimit - 1) / Self.patchLimit, 1)
    var fills: [PictureColor] = []
    var start = 0
    while start < pool.blocks.count {
      let end = min(start + group, pool.blocks.count)
      fills.append(fill(pool.blocks[start..<end], &patches))
      start = end
    }
    patches.largestGroup = max(patches.largestGroup, group)
    // A point of space after each.
    let width = max(Self.stripWidth / max(fills.count, 1) - 1, 2)
    return PictureStrip(fills, width: UInt16(width), height: 10)
  }

  private func fill(_ blocks: ArraySlice<PoolLayout.BlockUse>, _ patches: inout PatchStatistics)
    -> PictureColor
  {
    let used = blocks.reduce(0) { $0 + ($1 == .used ? 1 : 0) }
    if used == blocks.count {
      patches.uses.insert(.used)
      return palette.used
    }
    if used > 0 {
      patches.isPartlyUsed = true
      return palette.partlyUsed(used * 4 / blocks.count)
    }
    let use: PoolLayout.BlockUse = blocks.contains(.freed) ? .freed : .untouched
    patches.uses.insert(use)
    return use == .freed ? palette.freed : palette.untouched
  }

  /// What occurs in the strips.
  private struct PatchStatistics {
    var uses: Set<PoolLayout.BlockUse> = []
    var isPartlyUsed = false
    var largestGroup = 1
  }

  private func legend(_ patches: PatchStatistics) -> [PictureRow] {
    func row(_ fill: PictureColor, _ text: String) -> PictureRow {
      PictureRow([PictureText(.box(fill: fill, stroke: palette.stroke)), PictureText(text)])
    }
    var rows: [PictureRow] = []
    let most = patches.largestGroup
    if patches.uses.contains(.used) { rows.append(row(palette.used, "handed out")) }
    if patches.isPartlyUsed {
      rows.append(row(palette.partlyUsed(1), "handed out in part: a patch stands for up to \(most) blocks"))
    }
    if patches.uses.contains(.freed) { rows.append(row(palette.freed, "given back")) }
    if patches.uses.contains(.untouched) { rows.append(row(palette.untouched, "never handed out")) }
    return rows
  }
}
