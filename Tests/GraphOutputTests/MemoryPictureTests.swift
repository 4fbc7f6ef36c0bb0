import GraphOutput
import GraphvizRenderer
import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@Suite(.enabled(if: GraphvizRenderer.isAvailable)) struct MemoryPictureTests {
  @Test(arguments: MemoryScene.all)
  func `Graphviz reads every picture of memory as it was meant`(_ scene: MemoryScene) throws {
    let back = try ReadBack(scene.picture.dot)
    back.expect(scene.picture)
    expectPorts(of: scene.picture, in: back.graph)
  }

  @Test(arguments: MemoryScene.all)
  func `Graphviz has nothing to warn of`(_ scene: MemoryScene) throws {
    let image = try GraphvizRenderer().render(scene.picture.dot, format: .svg)
    #expect(image.warnings.isEmpty)
    #expect(image.engine == .dot)
  }

  @Test func `a table shows what it was given, whatever that is`() throws {
    let nasty = "<b>&amp;\"\\N\\\u{0}]]>\u{202E}</td>"
    let address = Address(rawValue: 0x1000)
    let layout = ObjectLayout(
      typeName: nasty, address: address, text: nasty,
      blocks: [
        MemoryBlock(
          title: nasty, address: address, offsets: 0..<16,
          fields: [
            MemoryField(
              at: 0, size: ByteCount(8), name: nasty, role: .slot, value: nasty,
              reference: FieldReference(
                to: Address(rawValue: 0x2000), typeName: nasty, text: nasty, kind: .slot))
          ]),
        MemoryBlock(title: nasty, address: Address(rawValue: 0x3000), offsets: 0..<1, fields: []),
      ])
    var style = MemoryStyle()
    style.valueLimit = 500
    let picture = layout.picture(style)
    let back = try ReadBack(picture.dot)
    back.expect(picture)
    #expect(
      back.texts.nodes["o1000"]?.contains { $0.contains("<b>&amp;\"\\N\\\\0]]>\\u{202e}</td>") } == true)
    let tooltips = try ReadBack.tooltips(of: picture.dot)
    #expect(tooltips["o2000"]?.contains("<b>&amp;\"\\N\\\\0]]>\\u{202e}</td>") == true)
  }

  @Test(arguments: 0..<60)
  func `random objects that refer to each other and themselves come back`(seed: Int) throws {
    let layouts = RandomLayouts(seed: UInt64(seed)).layouts
    let picture = layouts.picture()
    let back = try ReadBack(picture.dot)
    back.expect(picture, "seed \(seed)")
    expectPorts(of: picture, in: back.graph)
    let image = try GraphvizRenderer().render(picture.dot, format: .svg)
    #expect(image.warnings.isEmpty, "seed \(seed)")
  }

  @Test func `random tables come back`() throws {
    for seed in 0..<60 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var texts = NastyTexts(generator: generator)
      var table = PictureTable(stroke: seed.isMultiple(of: 2) ? .black : nil, fill: .white)
      table.strokeWidth = UInt8.random(in: 0...255, using: &generator)
      table.cellPadding = UInt8.random(in: 0...255, using: &generator)
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        var row = PictureTable.Row(
          [], rule: Bool.random(using: &generator) ? .red : nil,
          ruleWidth: UInt8.random(in: 0...255, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: break
        case 1: row.cells = [PictureTable.Cell(rows: [PictureRow([texts.text()])], columns: 2)]
        case 2:
          row.cells = [
            PictureTable.Cell(
              PictureStrip(
                Array(repeating: .red, count: Int.random(in: 0...5, using: &generator)), width: 3, height: 4,
                spacing: UInt8.random(in: 0...255, using: &generator))), PictureTable.Cell([texts.text()]),
          ]
        default:
          row.cells = [
            PictureTable.Cell([texts.text(), texts.text()], alignment: .center, fill: .hsv(0.1, 0.2, 0.9)),
            PictureTable.Cell([]),
          ]
        }
        table.rows.append(row)
      }
      var picture = GraphPicture(name: "tables")
      var look = NodeLook()
      look.shape = .plain
      picture.nodes = [PictureNode(name: "o1", label: .table(table), look: look)]
      try ReadBack(picture.dot).expect(picture, "seed \(seed)")
    }
  }

  @Test func `a full picture is drawn in the time that one will wait`() throws {
    // As many rows as there may be, all of whose references lead to the same few objects.
    let layouts = (0..<20).map { number in
      let address = Address(rawValue: 0x10_0000 + UInt64(number) * 0x1000)
      return ObjectLayout(
        typeName: "tuple", address: address,
        blocks: [
          MemoryBlock(
            title: "tuple", address: address, offsets: 0..<256,
            fields: (0..<32).map { position in
              MemoryField(
                at: position * 8, size: ByteCount(8), name: "[\(position)]", role: .slot,
                reference: FieldReference(
                  to: Address(rawValue: 0x20_0000 + UInt64((position * 7 + number) % 32) * 32),
                  typeName: "int", text: "\((position * 7 + number) % 32)"))
            })
        ])
    }
    let picture = layouts.picture()
    #expect(picture.nodes.filter { $0.classes.contains("block") }.count == 5)
    let start = ContinuousClock.now
    #expect(try GraphvizRenderer().render(picture.dot, format: .svg).engine == .dot)
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  /// Checks that every end of an edge is at the cell that was meant, and that the cell is there.
  private func expectPorts(of picture: GraphPicture, in graph: ParsedGraph) {
    func text(_ port: PicturePort?) -> String? {
      guard let port else { return nil }
      return [port.cell, port.side?.rawValue].compactMap { $0 }.joined(separator: ":")
    }
    let meant = picture.edges.map { [$0.source, $0.target, text($0.sourcePort), text($0.targetPort)] }
    let read = graph.edges.map {
      [$0.tail, $0.head, $0.attributes["tailport"]?.text, $0.attributes["headport"]?.text]
    }
    #expect(Set(read) == Set(meant))
    var cells: [String: Set<String>] = [:]
    for node in picture.nodes {
      guard case .table(let table) = node.label else { continue }
      cells[node.name] = Set(table.rows.flatMap { $0.cells.compactMap(\.port) })
    }
    for edge in picture.edges {
      for (node, port) in [(edge.source, edge.sourcePort), (edge.target, edge.targetPort)] {
        if let cell = port?.cell { #expect(cells[node]?.contains(cell) == true) }
      }
    }
  }
}
