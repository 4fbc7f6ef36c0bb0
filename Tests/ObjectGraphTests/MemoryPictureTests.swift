import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@Suite struct MemoryPictureTests {
  private static let address = Address(rawValue: 0x1000)

  /// An object of one block of words, with what each refers to.
  private static func words(
    _ type: String, at address: Address = address, text: String? = nil, _ references: [FieldReference?]
  ) -> ObjectLayout {
    ObjectLayout(
      typeName: type, address: address, text: text,
      blocks: [
        MemoryBlock(
          title: type, address: address, offsets: 0..<references.count * 8,
          fields: references.enumerated().map { position, reference in
            MemoryField(
              at: position * 8, size: ByteCount(8), name: "f\(position)", role: .slot, reference: reference)
          })
      ])
  }

  private func table(_ name: String, _ picture: GraphPicture) throws -> PictureTable {
    let node = try #require(picture.nodes.first { $0.name == name })
    guard case .table(let table) = node.label else { throw NoTable() }
    return table
  }

  private struct NoTable: Error {}

  private func texts(_ row: PictureTable.Row) -> [String] {
    row.cells.map { cell in
      switch cell.content {
      case .texts(let texts): texts.map(\.text).joined()
      case .rows(let rows):
        rows.map { ($0.leading + $0.trailing).map(\.text).joined() }.joined(separator: "|")
      case .strip(let strip): "\(strip.fills.count) patches"
      }
    }
  }

  // MARK: - Objects

  @Test func `every field is a row with its offset, its name and its value`() throws {
    let table = try table("o7f3a5c1f2a30", SampleLayouts.slotted.picture())
    #expect(
      table.rows.map(texts) == [
        ["Point  48 B|0x7f3a5c1f2a30"], ["−16", "_gc_next", "0x7f3a5c1e80f0"],
        ["−8", "_gc_prev", "0x7f3a5c1e7fd0"], [], ["0", "ob_refcnt", "1"],
        ["8", "ob_type", "0x55d01c2a8f10"],
        ["16", "a", "0x7f3a5d002060"], ["24", "b", "0x7f3a5d002080"],
      ])
  }

  @Test func `rows of one role have one colour, and roles have several`() throws {
    let table = try table("o7f3a5c1e8090", SampleLayouts.instance.picture())
    func fill(_ name: String) throws -> PictureColor? {
      let row = try #require(table.rows.first { texts($0).dropFirst().first == name })
      #expect(Set(row.cells.map(\.fill)).count == 1)
      return row.cells.first?.fill
    }
    #expect(try fill("weakrefs") == fill("_gc_prev"))
    #expect(try fill("name") == fill("left"))
    #expect(try fill("padding") == fill("slack"))
    let roles = ["weakrefs", "ob_refcnt", "capacity", "name", "padding"]
    #expect(Set(try roles.map(fill)).count == roles.count)
  }

  @Test func `a title tells what the text and the sizes say beyond the obvious`() throws {
    let instance = try table("o7f3a5c1e8090", SampleLayouts.instance.picture())
    #expect(texts(instance.rows[0]) == ["Node  93 B|0x7f3a5c1e8090|reported as 72 B"])
    let picture = SampleLayouts.list.picture()
    #expect(
      texts(try table("o7f3a5c1f4d80", picture).rows[0])
        == ["list  56 B|3 items  0x7f3a5c1f4d80|88 B in 2 blocks"])
    #expect(
      texts(try table("m7f3a5c1b6680", picture).rows[0]) == ["items  32 B|of list  0x7f3a5c1b6680"])
  }

  @Test func `an arrow leads from a field to the row it points at in another block, or to a box`() throws {
    let picture = SampleLayouts.list.picture()
    let items = try #require(picture.edges.first { $0.target == "m7f3a5c1b6680" })
    #expect(items.source == "o7f3a5c1f4d80")
    // After two rows of the collector's and two of the header is the size, then the items.
    #expect(items.sourcePort == PicturePort(cell: "f5", side: .right))
    #expect(items.targetPort == PicturePort(cell: "a0", side: .left))
    let element = try #require(picture.edges.first { $0.target == "o7f3a5c2b9e30" })
    #expect(element.targetPort == PicturePort(side: .left))
    #expect(element.classes == ["reference", "strong", "attribute"])
    #expect(element.tooltip == "[0]\nattribute, strong\n0x7f3a5c1b6680 → 0x7f3a5c2b9e30")
    #expect(Set(picture.edges.compactMap(\.name)).count == picture.edges.count)
  }

  @Test func `an arrow back to where one came from does not order the blocks`() throws {
    let picture = SampleLayouts.list.picture()
    let back = try #require(picture.edges.first { $0.target == "o7f3a5c1f4d80" })
    #expect(back.source == "m7f3a5c1b6680")
    #expect(back.sourcePort == PicturePort(cell: "a2", side: .left))
    // The object's address is its count of references, not what the collector keeps before it.
    #expect(back.targetPort == PicturePort(cell: "f2", side: .right))
    #expect(back.look.ordersLayers == false)
  }

  @Test func `objects that refer to each other in a circle are ordered by all arrows but the last`() {
    let addresses = (1...3).map { Address(rawValue: UInt64($0) * 0x1000) }
    let circle = (0..<3).map { position in
      Self.words("T", at: addresses[position], [FieldReference(to: addresses[(position + 1) % 3])])
    }
    let picture = circle.picture()
    #expect(picture.edges.map(\.look.ordersLayers) == [nil, nil, false])
    #expect(picture.firstLayer.isEmpty)
  }

  @Test func `what does not keep alive is dashed, and the legend says so`() throws {
    let references = ReferenceStrength.allCases.enumerated().map { position, strength in
      FieldReference(to: Address(rawValue: 0x9000 + UInt64(position)), strength: strength)
    }
    let picture = Self.words("T", references).picture()
    #expect(picture.edges.map(\.look.line) == [nil, .dashed, .dashed, .dashed])
    #expect(picture.edges.map(\.look.arrow) == [nil, .empty, .diamond, .dot])
    let legend = picture.footer.map { ($0.leading + $0.trailing).map(\.text).joined() }
    #expect(
      legend == [
        "reference of the program's", "weak reference, empty head: does not keep alive",
        "unowned reference, diamond head", "bare address, round head: does not keep alive",
      ])
    var silent = MemoryStyle()
    silent.showsLegend = false
    #expect(Self.words("T", references).picture(silent).footer.isEmpty)
  }

  @Test func `the legend tells what occurs and nothing else`() {
    let legend = SampleLayouts.slotted.picture().footer.map { $0.leading.last?.text }
    #expect(
      legend == ["the runtime's, before the object's address", "header", "reference of the program's"])
  }

  @Test func `what several fields refer to is one box, also from several objects`() throws {
    let shared = FieldReference(to: Address(rawValue: 0x9000), typeName: "int", text: "3")
    let picture = [
      Self.words("A", [shared, shared]), Self.words("B", at: Address(rawValue: 0x2000), [shared]),
    ].picture()
    #expect(picture.nodes.map(\.name).sorted() == ["o1000", "o2000", "o9000"])
    #expect(picture.edges.filter { $0.target == "o9000" }.count == 3)
    #expect(picture.firstLayer.sorted() == ["o1000", "o2000"])
  }

  @Test func `an object that refers to another one that is drawn leads to it`() {
    let other = Address(rawValue: 0x2000)
    let picture = [
      Self.words("A", [FieldReference(to: other, typeName: "B")]), Self.words("B", at: other, [nil]),
    ].picture()
    #expect(picture.nodes.count == 2)
    #expect(picture.edges.map(\.target) == ["o2000"])
    #expect(picture.firstLayer.isEmpty)
  }

  @Test func `two moments of one object stay two`() throws {
    let before = Self.words("A", [nil])
    let after = Self.words("A", [FieldReference(to: Self.address)])
    let picture = [before, after].picture()
    #expect(picture.nodes.map(\.name).sorted() == ["o1000", "o1000_2"])
    let arrows = picture.edges.filter { $0.look.line != .invisible }
    #expect(arrows.map { [$0.source, $0.target] } == [["o1000_2", "o1000_2"]])
  }

  @Test func `objects that nothing leads to stand one below the other in their order`() {
    let layouts = (1...3).map { number in
      Self.words(
        "T\(number)", at: Address(rawValue: UInt64(number) * 0x1000),
        [FieldReference(to: Address(rawValue: 0x9000 + UInt64(number)))])
    }
    let picture = layouts.picture()
    #expect(picture.firstLayer == ["o1000", "o2000", "o3000"])
    let order = picture.edges.filter { $0.look.line == .invisible }
    #expect(order.map { [$0.source, $0.target] } == [["o1000", "o2000"], ["o2000", "o3000"]])
  }

  @Test func `an object's arrow to itself goes past its left where that is free`() throws {
    let second = Address(rawValue: 0x2000)
    let picture = [
      Self.words("A", [FieldReference(to: Self.address), FieldReference(to: second)]),
      Self.words("B", at: second, [nil, FieldReference(to: second)]),
    ].picture()
    let loops = picture.edges.filter { $0.source == $0.target }
    #expect(loops.map(\.sourcePort) == [.init(cell: "a0", side: .left), .init(cell: "f1", side: .right)])
    #expect(loops.map(\.targetPort) == [.init(cell: "a0", side: .left), .init(cell: "f0", side: .right)])
  }

  // MARK: - Too much

  @Test func `of a thousand fields the first and the last are shown, and the others counted`() throws {
    let layout = SampleLayouts.wide(1_000)
    let picture = layout.picture()
    let table = try table("o100000", picture)
    #expect(table.rows.count == 1 + 32)
    #expect(texts(table.rows[29]) == ["224", "… 969 more fields", "7.6 KiB"])
    #expect(texts(table.rows[30])[1] == "[997]")
    #expect(picture.nodes.count == 1 + 31)
    #expect(picture.edges.count == 31)
    var style = MemoryStyle()
    for limit in [-1, 0, 4] {
      style.rowLimit = limit
      #expect(layout.picture(style).edges.count == 3)
    }
    style.rowLimit = 1_000
    #expect(layout.picture(style).edges.count == 1_000)
  }

  @Test func `what leads to a field that is not shown leads to the row that stands for it`() throws {
    let address = Address(rawValue: 0x10_0000)
    let pointer = Self.words("P", [FieldReference(to: Address(rawValue: address.rawValue + 500 * 8))])
    let picture = [pointer, SampleLayouts.wide(1_000)].picture()
    let edge = try #require(picture.edges.first { $0.source == "o1000" })
    #expect(edge.targetPort == PicturePort(cell: "a28", side: .left))
  }

  @Test func `blocks for which there is no room are counted in a note`() {
    let layouts = (0..<10).map { Self.words("T", at: Address(rawValue: 0x1000 + $0 * 0x100), [nil, nil]) }
    var style = MemoryStyle()
    style.showsLegend = false
    style.rowBudget = 4
    let picture = layouts.picture(style)
    #expect(picture.nodes.count == 2)
    #expect(
      picture.footer.map { $0.leading.last?.text }
        == ["8 more blocks are not drawn: the picture has room for 4 rows."])
    style.rowBudget = 0
    #expect(layouts.picture(style).nodes.count == 1)
    #expect([ObjectLayout]().picture(style).nodes.isEmpty)
  }

  @Test func `long texts are cut in their cells and told where one points`() throws {
    let long = String(repeating: "x", count: 1_000_000)
    let layout = ObjectLayout(
      typeName: long, address: Self.address, text: long,
      blocks: [
        MemoryBlock(
          title: long, address: Self.address, offsets: 0..<8,
          fields: [
            MemoryField(
              at: 0, size: ByteCount(8), name: long, role: .value, value: long,
              reference: FieldReference(to: Address(rawValue: 0x2000), typeName: long, text: long))
          ])
      ])
    let picture = layout.picture()
    let row = texts(try table("o1000", picture).rows[1])
    #expect(row[1] == String(repeating: "x", count: 36) + "…")
    #expect(row[2] == String(repeating: "x", count: 28) + "…")
    let tooltip = try #require(picture.nodes.first?.tooltip)
    #expect(tooltip.contains(" = " + String(repeating: "x", count: 500) + "…"))
    #expect(tooltip.utf8.count < 5_000)
    #expect(picture.nodes.allSatisfy { ($0.tooltip ?? "").utf8.count < 5_000 })
    #expect(picture.edges.allSatisfy { ($0.tooltip ?? "").utf8.count < 5_000 })
  }

  // MARK: - Arenas

  @Test func `a pool is a row with its size class, a patch for every block, and counts`() throws {
    let pool = PoolLayout(
      address: Address(rawValue: 0x1040), size: ByteCount(64), headerSize: .zero, blockSize: ByteCount(16),
      blocks: [.used, .freed, .untouched])
    let unused = [0x1080, 0x10C0].map { PoolLayout(unusedAt: Address(rawValue: $0), size: ByteCount(64)) }
    let arena = ArenaLayout(
      title: "arena 7", address: Self.address, size: ByteCount(256), pools: [pool] + unused)
    let picture = arena.picture()
    let table = try table("o1000", picture)
    #expect(
      table.rows.map(texts) == [
        ["arena 7   1 of 3 pools in use · 16 B of 256 B0x1000"], ["+40", "16 B", "3 patches", "1 of 3"],
        ["+80", "", "2 pools of no size class", "128 B"],
      ])
    guard case .strip(let strip) = table.rows[1].cells[2].content else { throw NoTable() }
    #expect(Set(strip.fills).count == 3)
    #expect(picture.footer.map { $0.leading.last?.text } == ["handed out", "given back", "never handed out"])
  }

  @Test(arguments: [0, 1, 63, 64, 65, 340, 1_021, 100_000])
  func `a strip is no longer for more blocks`(count: Int) throws {
    let pool = PoolLayout(
      address: Self.address, size: ByteCount(count * 16 + 48), headerSize: ByteCount(48),
      blockSize: ByteCount(16),
      blocks: (0..<count).map { $0 % 3 == 0 ? .used : .freed })
    let arena = ArenaLayout(title: "arena", address: Self.address, size: pool.size, pools: [pool])
    let picture = arena.picture()
    guard case .strip(let strip) = try table("o1000", picture).rows[1].cells[2].content else {
      throw NoTable()
    }
    #expect(strip.fills.count <= 64)
    #expect(strip.fills.isEmpty == (count == 0))
    #expect((Int(strip.width) + 1) * strip.fills.count <= 384)
    let legend = picture.footer.compactMap { $0.leading.last?.text }
    #expect(legend.contains { $0.hasPrefix("handed out in part: a patch stands for up to ") } == (count > 64))
  }

  @Test func `pools for which there is no room are counted in a row`() throws {
    var style = MemoryStyle()
    style.rowLimit = 8
    let table = try table("o7f3a5c100000", SampleLayouts.arena.picture(style))
    #expect(table.rows.count == 1 + 8)
    #expect(texts(table.rows[6])[2] == "… 12 more pools")
  }
}
