import HeapAnalysis
import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@Suite struct StyleTests {
  private static func sketch() -> HeapSketch {
    var sketch = HeapSketch()
    func object(_ name: String, _ type: String, _ flags: ObjectFlags, _ text: String?, count: Int = 1) {
      sketch.object(
        name, type: type, size: 64, details: ObjectDetails(referenceCount: count, flags: flags, text: text))
    }
    object("start", "app.Start", .hasFinalizer, "<app.Start object at 0x1000>")
    object("module", "builtins.module", [.module, .importedModule], "json", count: Int(UInt32.max))
    object("dict", "builtins.dict", .tracked, "2 items")
    object("key", "builtins.str", [], "'a key'")
    object("value", "builtins.str", [], String(repeating: "x", count: 100))
    object("class", "builtins.type", .class, "Start")
    object("function", "builtins.function", .function, "load")
    object("frame", "builtins.frame", .frame, "app.py:1")
    for (name, label) in [("module", "m"), ("class", "c"), ("function", "f"), ("frame", "_frame")] {
      sketch.refer("start", name, label: .name(label))
    }
    sketch.refer("start", "dict", kind: .attributeDictionary)
    sketch.refer("dict", "value", kind: .dictionaryValue, label: .object(sketch["key"]))
    sketch.refer("dict", "value", kind: .dictionaryValue, label: .name("name"))
    sketch.refer("dict", "value", kind: .dictionaryValue, label: .name("two words"))
    sketch.refer("dict", "start", kind: .element, strength: .weak, label: .index(4))
    sketch.root("frame", kind: .frame, as: "main")
    sketch.root("module", kind: .module, as: "json")
    return sketch
  }

  private static func picture(
    _ look: GraphStyle.Look, _ walk: ReferenceWalk = ReferenceWalk(),
    change: (inout GraphStyle) -> Void = { _ in }
  ) throws -> (HeapSketch, GraphPicture) {
    let sketch = sketch()
    var style = GraphStyle(look)
    change(&style)
    return (sketch, try walk.graph(from: [sketch.index("start")], in: sketch.snapshot()).picture(style))
  }

  private func node(_ name: String, _ sketch: HeapSketch, _ picture: GraphPicture) throws -> PictureNode {
    let address = String(HeapSketch.address(sketch.index(name).position).rawValue, radix: 16)
    return try #require(picture.nodes.first { $0.name == "o" + address })
  }

  private func texts(_ node: PictureNode) -> [String] {
    switch node.label {
    case .lines(let lines): lines
    case .rows(let rows): rows.flatMap { ($0.leading + $0.trailing).map { $0.text.trimmed } }
    case .table(let table): table.texts.map { $0.text.trimmed }
    }
  }

  // MARK: - Classic

  @Test func `the classic look has objgraph's colours`() throws {
    var walk = ReferenceWalk()
    let dict = ObjectIndex(2)
    walk.highlight = { $0 == dict }
    let (sketch, picture) = try Self.picture(.classic, walk)
    #expect(picture.nodeLook.shape == .box)
    #expect(picture.nodeLook.fill == .white)
    let start = try node("start", sketch, picture)
    #expect(start.look.fill == .hsv(0, 0, 1))
    #expect(start.look.textColor == .red)
    // A third of the way from 1 to 0.3.
    let shade = 1 - 1.0 / 3 + 0.3 * (1.0 / 3)
    #expect(try node("module", sketch, picture).look.fill == .hsv(0.3, 1, shade))
    #expect(try node("class", sketch, picture).look.fill == .hsv(0, 0, shade))
    #expect(try node("dict", sketch, picture).look.fill == .hsv(0.6, 0.6, 0.5 + shade * 0.5))
    #expect(try node("class", sketch, picture).look.textColor == nil)
    walk.maximumDepth = 2
    let (_, shallow) = try Self.picture(.classic, walk)
    #expect(try node("value", sketch, shallow).look.textColor == .white)
    walk.maximumDepth = 0
    let (_, alone) = try Self.picture(.classic, walk)
    #expect(try node("start", sketch, alone).look.fill == .hsv(0, 0, 1))
  }

  @Test func `the classic look has objgraph's labels, and names where objgraph has none`() throws {
    let (sketch, picture) = try Self.picture(.classic) { $0.showsReferenceCounts = true }
    #expect(texts(try node("start", sketch, picture)) == ["Start [1]", "<app.Start object at 0x1000>"])
    #expect(texts(try node("module", sketch, picture)) == ["module [immortal]", "json"])
    #expect(
      texts(try node("value", sketch, picture)) == ["str [1]", String(repeating: "x", count: 40) + "…"])
    let (_, long) = try Self.picture(.classic) { $0.showsQualifiedNames = true }
    #expect(texts(try node("dict", sketch, long)) == ["builtins.dict", "2 items"])
    let labels = picture.edges.map(\.label)
    #expect(
      labels == [
        [], ["m"], ["c"], ["f"], ["_frame"], ["__dict__"], ["str", "'a key'"], ["name"], ["['two words']"],
        [],
      ])
    #expect(picture.edges.map(\.look.weight) == [10, 2, 2, 2, 2, 10, nil, 2, nil, nil])
    #expect(picture.edges.last?.look.line == .dashed)
  }

  @Test func `the classic look marks finalizers and counts what it leaves out`() throws {
    var walk = ReferenceWalk.objgraph(.forward)
    walk.maximumReferences = 2
    let (_, picture) = try Self.picture(.classic, walk)
    let mark = try #require(picture.nodes.first { $0.name == "o1000_has_a_del" })
    #expect(mark.label == .lines(["__del__"]))
    #expect(mark.look.shape == .doubleCircle)
    #expect(picture.edges.contains { $0.source == "o1000" && $0.target == "o1000_has_a_del" })
    let more = try #require(picture.nodes.first { $0.name == "too_many_o1000" })
    #expect(more.label == .lines(["3 more references"]))
    #expect(picture.edges.contains { $0.source == "o1000" && $0.target == "too_many_o1000" })
    let sketch = Self.sketch()
    walk = .objgraph(.backward)
    walk.maximumReferences = 0
    walk.looksBackAsCollector = false
    let back = try walk.graph(from: [sketch.index("value")], in: sketch.snapshot()).picture(.classic)
    #expect(back.nodes.last?.label == .lines(["1 more backreferences"]))
    #expect(back.edges.map(\.source) == [back.nodes.last?.name])
  }

  // MARK: - Modern

  @Test func `the modern look sets type, text and size apart`() throws {
    let (sketch, picture) = try Self.picture(.modern) { $0.showsReferenceCounts = true }
    #expect(texts(try node("dict", sketch, picture)) == ["dict", "64 B", "2 items", "1 ref"])
    // What every object says of itself is left out.
    #expect(texts(try node("start", sketch, picture)) == ["Start", "64 B", "1 ref", "finalizer"])
    // Of what makes up a program the name comes first.
    #expect(texts(try node("module", sketch, picture)) == ["json", "64 B", "module", "immortal"])
    #expect(texts(try node("function", sketch, picture)) == ["load", "64 B", "function", "1 ref"])
    #expect(
      texts(try node("frame", sketch, picture)) == ["app.py:1", "64 B", "frame", "1 ref", "frame main"])
    #expect(texts(try node("value", sketch, picture))[2] == String(repeating: "x", count: 44) + "…")
    guard case .rows(let rows) = try node("dict", sketch, picture).label else {
      Issue.record("a modern label is one line")
      return
    }
    #expect(rows[0].leading[0].isBold)
    #expect(rows[1].leading[0].size == 9)
  }

  @Test func `one item is one item in the modern look, and objgraph's in the classic one`() throws {
    var sketch = HeapSketch()
    for (name, text) in [("a", "1 items"), ("b", "2 items"), ("c", "11 items"), ("d", "'1 items'")] {
      sketch.object(name, type: "list", size: 0, details: ObjectDetails(text: text))
      sketch.refer("a", name)
    }
    let graph = try ReferenceWalk().graph(from: [sketch["a"]], in: sketch.snapshot())
    #expect(graph.picture().nodes.map { texts($0).last } == ["1 item", "2 items", "11 items", "'1 items'"])
    #expect(graph.picture().nodes[0].tooltip?.hasSuffix("\n1 item") == true)
    let classic = graph.picture(.classic)
    #expect(classic.nodes.map { texts($0).last } == ["1 items", "2 items", "11 items", "'1 items'"])
    #expect(classic.nodes[0].tooltip?.hasSuffix("\n1 items") == true)
  }

  @Test(arguments: GraphStyle.Look.allCases)
  func `objects that share an address stay apart`(look: GraphStyle.Look) throws {
    // As the file of a runtime says that has no addresses.
    var columns = try ChainHeap.chain(of: 4).columns
    columns.addresses = Column([0, 0, 0x20, 0])
    try columns.checkAll()
    let graph = try ReferenceWalk().graph(from: [ObjectIndex(0)], in: HeapSnapshot(checked: columns))
    let picture = graph.picture(GraphStyle(look))
    let objects = picture.nodes.filter { $0.classes.contains("object") }
    #expect(objects.map(\.name) == ["o0_0", "o0_1", "o20", "o0_3"])
    #expect(Set(picture.nodes.map(\.name)).count == picture.nodes.count)
    let ends = picture.edges.filter { $0.classes.contains("reference") }.map(\.target)
    #expect(ends == ["o0_1", "o20", "o0_3"])
    // What is not drawn makes no name longer.
    let alone = try ReferenceWalk().graph(from: [ObjectIndex(3)], in: graph.heap)
    #expect(alone.picture(GraphStyle(look)).nodes.first?.name == "o0")
  }

  @Test func `what was asked for, and every kind of object, has a look of its own`() throws {
    let (sketch, picture) = try Self.picture(.modern)
    let names = ["start", "module", "dict", "class", "function", "frame"]
    let looks = try names.map { try node($0, sketch, picture).look }
    #expect(Set(looks.map(\.fill)).count == names.count)
    #expect(looks.map(\.shape) == [nil, .folder, nil, .component, .tab, .note])
    #expect(looks.map(\.strokeWidth) == [2.5, 0.9, 0.9, 0.9, 0.9, 0.9])
    let back = try ReferenceWalk(.backward).graph(from: [sketch.index("value")], in: sketch.snapshot())
    let holder = try node("dict", sketch, back.picture())
    #expect(holder.look.fill != looks[2].fill)
    #expect(holder.look.strokeWidth == 1.8)
  }

  @Test func `a legend lists what occurs and nothing else`() throws {
    let (_, picture) = try Self.picture(.modern) { $0.showsLegend = true }
    let entries = picture.footer.map { $0.leading.last?.text }
    #expect(
      entries == [
        "asked for", "is held by it, paler from farther away", "module", "class", "function", "frame",
        "has a finalizer", "strong reference", "weak reference, empty head: does not keep alive",
      ])
    let (_, without) = try Self.picture(.modern)
    #expect(without.footer.isEmpty)
    let plain = try ReferenceWalk(.backward).graph(
      from: [ObjectIndex(1)], in: HeapSketch("a -> b").snapshot())
    var style = GraphStyle.modern
    style.showsLegend = true
    #expect(
      plain.picture(style).footer.map { $0.leading.last?.text } == [
        "asked for", "holds it, paler from farther away", "strong reference",
      ])
    let (_, classic) = try Self.picture(.classic) { $0.showsLegend = true }
    #expect(
      classic.footer.map { $0.leading.last?.text } == [
        "asked for", "the darker, the farther away", "module", "has a finalizer",
        "does not keep alive, or inferred",
      ])
  }

  @Test(arguments: GraphStyle.Theme.allCases)
  func `text stands out from what lies behind it`(theme: GraphStyle.Theme) throws {
    var style = GraphStyle.modern
    style.theme = theme
    style.showsLegend = true
    let (_, picture) = try Self.picture(.modern) { $0 = style }
    for node in picture.nodes {
      let fill = try #require(node.look.fill)
      #expect(contrast(fill, try #require(node.look.textColor)) >= 6.5, "\(node.name)")
      guard case .rows(let rows) = node.label else { continue }
      for text in rows.flatMap({ $0.leading + $0.trailing }) {
        guard let color = text.color else { continue }
        #expect(contrast(text.fill ?? fill, color) >= 5, "\(node.name): \(text.text)")
      }
    }
    let pages: [PictureColor] =
      switch theme {
      case .adaptive: [.white, .rgb(0x0D1117)]
      case .light: [.white]
      case .dark: [.rgb(0x0D1117)]
      }
    let inks =
      picture.edges.compactMap(\.look.stroke)
      + [picture.edgeLook.textColor, picture.footerColor].compactMap(\.self)
    for page in pages {
      for ink in inks { #expect(contrast(page, ink) >= 3.6, "\(ink) on \(page)") }
    }
  }

  /// The contrast of two colours as the web's guidelines for accessible content have it.
  private func contrast(_ first: PictureColor, _ second: PictureColor) -> Double {
    func luminance(_ color: PictureColor) -> Double {
      guard case .rgb(let value) = color else { return 0 }
      func channel(_ shift: UInt32) -> Double {
        let part = Double(value >> shift & 0xFF) / 255
        // The gamma curve, near enough without a library's power function.
        return part * part * (0.3 * part + 0.7)
      }
      return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
    let (dark, light) = (min(luminance(first), luminance(second)), max(luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test func `many objects side by side are put one below the other`() throws {
    var sketch = HeapSketch()
    for position in 0..<10 { sketch.refer("a", "\(position)") }
    let graph = try ReferenceWalk().graph(from: [sketch["a"]], in: sketch.snapshot())
    #expect(graph.picture().rankDirection == .leftToRight)
    var style = GraphStyle.modern
    style.rankDirection = .topToBottom
    #expect(graph.picture(style).rankDirection == .topToBottom)
    #expect(graph.picture(.classic).rankDirection == nil)
    #expect(graph.hiding([1, 2].map { ObjectIndex($0) }).picture().rankDirection == nil)
  }

  @Test func `what a budget cut off is told at each object and below the picture`() throws {
    let sketch = HeapSketch("a -> b; a -> c; a -> d")
    var walk = ReferenceWalk()
    walk.nodeBudget = 2
    let graph = try walk.graph(from: [sketch.index("a")], in: sketch.snapshot())
    let modern = graph.picture()
    #expect(texts(modern.nodes[0]).last == "+ 2 not drawn")
    #expect(modern.footer.map { $0.leading.last?.text } == graph.notes.map(\.description))
    let classic = graph.picture(.classic)
    #expect(classic.nodes.last?.label == .lines(["2 more references"]))
    #expect(classic.footer.count == 1)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\nb\tc\r\n", "a\\nb\\tc\\r\\n"), ("\0\u{1B}", "\\0\\u{1b}"),
    ("\u{202E}x", "\\u{202e}x"),
    ("שלום", "שלום"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("\u{FEFF}\u{FFFF}", "\\u{feff}\\u{ffff}"), ("\u{1FFFE}", "\\u{1fffe}"),
    ("\\", "\\"), ("", ""),
  ])
  func `what cannot be seen is written out`(_ text: String, _ shown: String) {
    #expect(DisplayText.visible(text) == shown)
    #expect(DisplayText.cut(text, to: 100) == shown)
    #expect(DisplayText.visible(shown) == shown)
  }

  @Test func `a text is cut between characters and never grows past its limit`() {
    #expect(DisplayText.cut("abcdef", to: 6) == "abcdef")
    #expect(DisplayText.cut("abcdef", to: 5) == "abcde…")
    #expect(DisplayText.cut("ab👩‍👩‍👧", to: 2) == "ab…")
    #expect(DisplayText.cut("ab\u{202E}", to: 5) == "ab…")
    #expect(DisplayText.cut("a" + String(repeating: "\u{301}", count: 10_000), to: 10) == "…")
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let text = String(
        (0..<30).map { _ in ["a", "\n", "é", "\u{202E}", "🇩🇪", " "].randomElement(using: &generator) ?? "a" }
          .joined())
      let cut = DisplayText.cut(text, to: 12)
      #expect(cut.count <= 13)
      let visible = DisplayText.visible(text)
      #expect(cut == visible || visible.hasPrefix(cut.dropLast()))
    }
  }

  @Test func `lines are cut, and too many of them left out`() {
    #expect(DisplayText.lines("a\nbcd\r\ne", limit: 2, count: 5) == ["a", "bc…", "e"])
    #expect(DisplayText.lines("a\nb\nc", limit: 9, count: 2) == ["a", "b", "…"])
    #expect(DisplayText.lines("a\n\nb", limit: 9, count: 9) == ["a", "", "b"])
  }
}
