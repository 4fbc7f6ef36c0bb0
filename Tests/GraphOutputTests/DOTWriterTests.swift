import GraphOutput
import GraphvizRenderer
import HeapAnalysis
import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@Suite(.enabled(if: GraphvizRenderer.isAvailable)) struct DOTWriterTests {
  @Test(arguments: Scene.all)
  func `Graphviz reads every scene as it was meant`(_ scene: Scene) throws {
    let picture = try scene.graph().picture(scene.style)
    try ReadBack(picture.dot).expect(picture)
  }

  @Test(arguments: [GraphStyle.modern, .classic])
  func `an address can be got back from every node's name`(style: GraphStyle) throws {
    let graph = try Scene.sessions(.backward, depth: 4)
    let parsed = try GraphvizRenderer.parse(graph.dot(style))
    let addresses = parsed.nodes.map(\.name).compactMap { Address(hexadecimal: $0.dropFirst()) }
    #expect(addresses == graph.nodes.map { graph.heap.address(of: $0.object) })
    let edges = parsed.edges.map { [$0.tail, $0.head].map { Address(hexadecimal: $0.dropFirst()) } }
    let meant = graph.edges.map { [graph.heap.address(of: $0.source), graph.heap.address(of: $0.target)] }
    #expect(Set(edges) == Set(meant))
    #expect(edges.count == meant.count)
  }

  @Test func `nodes and edges have identifiers and classes`() throws {
    let graph = try Scene.strengths()
    let parsed = try GraphvizRenderer.parse(graph.dot())
    for node in parsed.nodes { #expect(node.attributes["id"]?.text == node.name) }
    #expect(parsed.nodes.first?.attributes["class"] == "object start")
    let classes = Set(parsed.edges.compactMap { $0.attributes["class"]?.text })
    #expect(
      classes == [
        "reference strong attribute", "reference weak element", "reference weak attribute",
        "reference strong captured-variable", "reference unowned attribute", "reference unmanaged attribute",
        "reference strong unknown inferred",
      ])
    #expect(Set(parsed.edges.map { $0.attributes["id"]?.text }).count == graph.edges.count)
  }

  @Test func `weak and inferred references are dashed and dotted`() throws {
    let parsed = try GraphvizRenderer.parse(Scene.strengths().dot())
    for edge in parsed.edges {
      let classes = edge.attributes["class"]?.text.split(separator: " ") ?? []
      let style = edge.attributes["style"]?.text
      if classes.contains("inferred") {
        #expect(style == "dotted")
      } else if classes.contains("strong") {
        #expect(style == nil)
      } else {
        #expect(style == "dashed")
      }
    }
  }

  @Test(arguments: [
    (1e300, "1000000000000000"), (9_223_372_036_854_775_808, "1000000000000000"),
    (-1e19, "-1000000000000000"), (123_456_789, "123456789"), (.infinity, "0"), (.nan, "0"),
    (0.766_666_666, "0.766667"), (0.999_999_99, "1"),
  ])
  func `numbers are written whatever they are`(_ number: Double, _ text: String) throws {
    var picture = try Scene.strengths().picture()
    picture.rankSeparation = number
    #expect(try GraphvizRenderer.parse(picture.dot).attributes["ranksep"]?.text == text)
  }

  @Test func `a dense heap is not left to dot, which would take a minute for its labels`() throws {
    let heap = try RandomHeap(seed: 7, objects: 40, references: 320).snapshot
    var walk = ReferenceWalk(.backward)
    walk.maximumDepth = 5
    let deep = try walk.graph(from: [ObjectIndex(0)], in: heap)
    #expect(deep.edges.count > 200)
    #expect(try GraphvizRenderer().render(deep.dot(), format: .svg).engine == .sfdp)
    let sparse = try Scene.sessions(.backward, depth: 4)
    #expect(try GraphvizRenderer().render(sparse.dot(), format: .svg).engine == .dot)
  }

  @Test func `further attributes go before the picture's own`() throws {
    let graph = try Scene.fan(ReferenceWalk(.forward))
    var picture = graph.picture()
    picture.nodes[0].attributes = [
      "fillcolor": "pink", "label": "two\nlines", "xlabel": "a\\Nb", "odd name": "\\",
    ]
    let back = try ReadBack(picture.dot)
    let node = try #require(back.graph.node(picture.nodes[0].name))
    #expect(node.attributes["fillcolor"] == "pink")
    #expect(back.texts.nodes[node.name]?.contains("two") == true)
    #expect(back.texts.nodes[node.name]?.contains("lines") == true)
    #expect(node.attributes["odd name"] == "\\\\")
    let highlighted = try #require(picture.nodes.first { $0.classes.contains("highlighted") })
    #expect(
      back.graph.node(highlighted.name)?.attributes["URL"] == "https://example.org/?a=1&b=\"2\"")
  }

  @Test(arguments: [GraphStyle.modern, .classic])
  func `tooltips say what was meant, whatever it is`(style: GraphStyle) throws {
    let picture = try Scene.nasty().picture(style)
    let tooltips = try ReadBack.tooltips(of: picture.dot)
    for node in picture.nodes {
      let meant = try #require(node.tooltip)
      #expect(tooltips[node.name].map(Self.plain) == Self.plain(meant))
    }
    for edge in picture.edges {
      let name = try #require(edge.name)
      #expect(tooltips[name].map(Self.plain) == edge.tooltip.map(Self.plain))
    }
  }

  /// SVG writes some spaces as ones that do not break.
  private static func plain(_ text: String) -> String {
    String(text.map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func `a tooltip has the address, the size, the qualified type and the text`() throws {
    var sketch = HeapSketch()
    sketch.object(
      "a", type: "app.models.Session", size: 2_048,
      details: ObjectDetails(
        referenceCount: 3, generation: .number(2), flags: [.hasFinalizer, .uncollectable], text: "'ada'",
        allocationSite: AllocationSite(frames: [.init(function: "login", file: "app.py", line: 7)])))
    sketch.refer("a", "a", strength: .weak, label: .name("me"), isTraced: false, isInferred: true)
    var walk = ReferenceWalk(.forward)
    walk.extraInformation = { _ in "first\nsecond" }
    let picture = try walk.graph(from: [ObjectIndex(0)], in: sketch.snapshot()).picture()
    #expect(
      picture.nodes[0].tooltip == """
        app.models.Session
        0x1000 · #0 · 2 KiB
        reference count 3
        generation 2
        has a finalizer
        uncollectable
        made in login (app.py:7)
        'ada'
        first
        second
        """)
    #expect(picture.edges[0].tooltip == "me\nattribute, weak, inferred, not traced\n0x1000 → 0x1000")
  }

  @Test(arguments: 0..<100)
  func `random texts in random pictures come back`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var texts = NastyTexts(generator: generator)
    var picture = GraphPicture(name: "random")
    picture.fonts = ["DejaVu Sans"]
    let count = Int.random(in: 1...12, using: &generator)
    for position in 0..<count {
      let isTable = Bool.random(using: &generator)
      let label: PictureLabel =
        isTable
        ? .rows(
          (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            PictureRow(
              [texts.text(), texts.text()], trailing: Bool.random(using: &generator) ? [texts.text()] : [])
          })
        : .lines((0..<Int.random(in: 1...3, using: &generator)).map { _ in texts.next() })
      picture.nodes.append(PictureNode(name: "o\(position)", label: label, tooltip: texts.next()))
    }
    for position in 0..<Int.random(in: 0...20, using: &generator) {
      picture.edges.append(
        PictureEdge(
          from: "o\(Int.random(in: 0..<count, using: &generator))",
          to: "o\(Int.random(in: 0..<count, using: &generator))", name: "e\(position)",
          label: Bool.random(using: &generator) ? [texts.next()] : [], tooltip: texts.next()))
    }
    if Bool.random(using: &generator) {
      picture.footer = [
        PictureRow([texts.text()]),
        PictureRow([PictureText(.box(fill: .red, stroke: .black)), texts.text()]),
      ]
    }
    try ReadBack(picture.dot).expect(picture, "seed \(seed)")
    let tooltips = try ReadBack.tooltips(of: picture.dot)
    for node in picture.nodes {
      #expect(
        Self.plain(tooltips[node.name] ?? "") == Self.plain(Self.lineByLine(node.tooltip ?? "")),
        "seed \(seed)")
    }
  }

  private static func lineByLine(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { DisplayText.visible(String($0)) }.joined(separator: "\n")
  }

  @Test func `a large picture is written in one pass`() throws {
    var picture = GraphPicture(name: "large")
    for position in 0..<20_000 {
      picture.nodes.append(PictureNode(name: "o\(position)", label: .lines(["\(position)"])))
      picture.edges.append(PictureEdge(from: "o\(position)", to: "o\((position * 7) % 20_000)"))
    }
    var output = CountingStream()
    DOTWriter.write(picture, to: &output)
    // One piece a statement, none of them growing.
    #expect(output.pieces == 40_002)
    #expect(output.longest < 100)
  }

  private struct CountingStream: TextOutputStream {
    var pieces = 0
    var longest = 0
    mutating func write(_ string: String) {
      pieces += 1
      longest = max(longest, string.utf8.count)
    }
  }
}

/// Texts of pieces that are known to break what is not careful.
struct NastyTexts {
  var generator: SeededGenerator
  private static let pieces: [String] =
    [
      "\\", "\"", "<", ">", "&", ";", "#", "\n", "\r\n", "\0", "\u{1B}", "{", "}", "|", "[", "]", " ", "  ",
      "a", "N", "G",
      "L", "l", "n", "r", "E", "&amp;", "&lt;", "&#65;", "\\N", "\\\"", "\u{202E}", "\u{2066}", "\u{200B}",
      "ש", "م", "é",
      "e\u{301}", "👩‍👩‍👧", "🇩🇪", "\u{FFFF}", "\u{FFFD}", "-->", "]]>", "<b>", "</td>", "--", "->", "'", "`", "%",
      "$", "\u{85}",
      "\u{2028}", "\u{10FFFF}", "\u{A0}", "ﷺ", "\t", "/*", "*/", "//", "=", ",", "é",
    ]

  init(generator: SeededGenerator) {
    self.generator = generator
  }

  mutating func next() -> String {
    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  mutating func text() -> PictureText {
    PictureText(
      next(), isBold: Bool.random(using: &generator), size: Bool.random(using: &generator) ? 8.5 : nil,
      color: Bool.random(using: &generator) ? .hsv(0.1, 0.5, 0.5) : nil,
      fill: Int.random(in: 0..<4, using: &generator) == 0 ? .rgb(0xAABBCC) : nil)
  }
}
