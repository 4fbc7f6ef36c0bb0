import GraphOutput
import HeapAnalysis
import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

/// Graphs that are drawn by several tests, and whose DOT is kept as golden files.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  let style: GraphStyle
  let graph: @Sendable () throws -> ReferenceGraph

  var testDescription: String { name }

  /// The picture's DOT.
  func dot() throws -> String { try graph().picture(style).dot }

  static let all: [Scene] = [
    Scene(name: "sessions-modern", style: legend(.modern)) { try sessions(.backward, depth: 5) },
    Scene(name: "sessions-dark", style: legend(.modern, theme: .dark)) { try sessions(.backward, depth: 5) },
    Scene(name: "sessions-classic", style: legend(.classic)) { try sessions(.backward, depth: 5) },
    Scene(name: "sessions-both", style: legend(.modern)) {
      try sessions(.backward, depth: 2).merging(sessions(.forward, depth: 2))
    },
    Scene(name: "tree-modern", style: .modern) { try tree(ReferenceWalk(.forward)) },
    Scene(name: "tree-classic", style: .classic) { try tree(.objgraph(.forward)) },
    Scene(name: "fan-modern", style: legend(.modern)) { try fan(ReferenceWalk(.forward)) },
    Scene(name: "fan-classic", style: legend(.classic)) { try fan(.objgraph(.forward)) },
    Scene(name: "strengths-modern", style: legend(.modern)) { try strengths() },
    Scene(name: "strengths-classic", style: legend(.classic)) { try strengths() },
    Scene(name: "chain-modern", style: legend(.modern)) { try chain() },
    Scene(name: "chain-classic", style: .classic) { try chain() },
    Scene(name: "cut-modern", style: sideways(legend(.modern))) { try cut() },
    Scene(name: "nasty-modern", style: .modern) { try nasty() },
    Scene(name: "nasty-classic", style: .classic) { try nasty() },
  ]

  private static func legend(_ look: GraphStyle.Look, theme: GraphStyle.Theme = .adaptive) -> GraphStyle {
    var style = GraphStyle(look)
    style.theme = theme
    style.showsLegend = true
    return style
  }

  private static func sideways(_ style: GraphStyle) -> GraphStyle {
    var style = style
    style.rankDirection = .leftToRight
    return style
  }

  /// A session that a listener's closure holds though its server forgot it.
  static func sessions(_ direction: ReferenceWalk.Direction, depth: Int) throws -> ReferenceGraph {
    var sketch = HeapSketch()
    func object(
      _ name: String, _ type: String, _ size: Int, _ text: String?, _ flags: ObjectFlags = .tracked,
      references: Int = 1
    ) {
      sketch.object(
        name, type: type, size: size,
        details: ObjectDetails(referenceCount: references, flags: flags.union(.tracked), text: text))
    }
    object("main", "builtins.module", 72, "__main__", [.module, .importedModule], references: 4)
    object("globals", "builtins.dict", 1_184, "23 items", references: 9)
    object("server", "__main__.Server", 48, "<__main__.Server object at 0x7f01>", references: 2)
    object("sessions", "builtins.dict", 232, "2 items")
    object("listeners", "builtins.list", 88, "3 items")
    object("callback", "builtins.function", 152, "on_shutdown", .function)
    object("cells", "builtins.tuple", 48, "1 items")
    object("cell", "builtins.cell", 40, nil)
    object("session", "__main__.Session", 48, "<__main__.Session object at 0x7f02>", [], references: 2)
    object("class", "builtins.type", 1_704, "Server", .class, references: 7)
    object("frame", "builtins.frame", 488, "app.py:41", .frame)
    object("reference", "weakref.ReferenceType", 72, nil)
    object("basket", "builtins.list", 56, "2 items")
    object("user", "builtins.str", 46, "'grace'", references: 3)
    object("item", "__main__.Item", 48, nil, .hasFinalizer)
    object("price", "decimal.Decimal", 104, "Decimal('19.90')")
    sketch.refer("main", "globals", kind: .attributeDictionary, label: .name("__dict__"))
    sketch.refer("globals", "server", kind: .dictionaryValue, label: .name("server"))
    sketch.refer("globals", "class", kind: .dictionaryValue, label: .name("Server"))
    sketch.refer("server", "class", kind: .type)
    sketch.refer("server", "sessions", label: .name("sessions"))
    sketch.refer("server", "listeners", label: .name("listeners"))
    sketch.refer("frame", "server", kind: .localVariable, label: .name("self"))
    sketch.refer("listeners", "callback", kind: .element, label: .index(1))
    sketch.refer("callback", "cells", kind: .internal, label: .name("__closure__"))
    sketch.refer("callback", "globals", kind: .internal, label: .name("__globals__"))
    sketch.refer("cells", "cell", kind: .element, label: .index(0))
    sketch.refer("cell", "session", kind: .cellContents, label: .name("session"))
    sketch.refer("reference", "session", kind: .referent, strength: .weak, isTraced: false)
    sketch.refer("globals", "reference", kind: .dictionaryValue, label: .name("leaked"))
    sketch.refer("session", "basket", label: .name("basket"))
    sketch.refer("session", "user", label: .name("user"))
    sketch.refer("session", "callback", label: .name("on_close"))
    sketch.refer("basket", "item", kind: .element, label: .index(0))
    sketch.refer("basket", "item", kind: .element, label: .index(1))
    sketch.refer("item", "price", kind: .slot, label: .name("price"))
    sketch.root("frame", kind: .frame, as: "serve (MainThread)")
    var walk = ReferenceWalk(direction)
    walk.maximumDepth = depth
    return try walk.graph(from: [sketch.index("session")], in: sketch.snapshot())
  }

  /// objgraph's own first example: a tree of three levels.
  static func tree(_ walk: ReferenceWalk) throws -> ReferenceGraph {
    var sketch = HeapSketch()
    func tree(_ name: String) {
      sketch.object(
        name, type: "__main__.Tree", size: 48,
        details: ObjectDetails(flags: .tracked, text: "<__main__.Tree object at 0x\(name)>"))
    }
    tree("root")
    for branch in ["left", "right"] {
      tree(branch)
      sketch.refer("root", branch, label: .name(branch))
      for leaf in ["left", "right"] {
        tree(branch + leaf)
        sketch.refer(branch, branch + leaf, label: .name(leaf))
      }
    }
    return try walk.graph(from: [sketch.index("root")], in: sketch.snapshot())
  }

  /// Objects with more references than are followed.
  static func fan(_ walk: ReferenceWalk) throws -> ReferenceGraph {
    var sketch = HeapSketch()
    func item(_ name: String, _ type: String, _ text: String) {
      sketch.object(name, type: type, details: ObjectDetails(flags: .tracked, text: text))
    }
    item("table", "builtins.list", "40 items")
    for row in 0..<40 {
      item("row\(row)", "builtins.dict", "\(row) items")
      sketch.refer("table", "row\(row)", kind: .element, label: .index(row))
      guard row == 2 || row == 5 else { continue }
      for column in 0..<(row == 2 ? 14 : 3) {
        let name = "value\(row).\(column)"
        item(name, "builtins.str", "'what stands in column \(column) of the row and is rather long'")
        item("key\(column)", "builtins.str", "'column \(column)'")
        sketch.refer("row\(row)", "key\(column)", kind: .dictionaryKey, isTraced: false)
        sketch.refer(
          "row\(row)", name, kind: .dictionaryValue, label: .object(sketch["key\(column)"]))
      }
    }
    var walk = walk
    walk.highlight = { [wanted = sketch["row5"]] in $0 == wanted }
    walk.extraInformation = { [wanted = sketch["row5"]] in $0 == wanted ? "changed last\nby nobody" : nil }
    walk.attributes = { [wanted = sketch["row5"]] in
      $0 == wanted ? ["URL": "https://example.org/?a=1&b=\"2\""] : [:]
    }
    return try walk.graph(from: [sketch.index("table")], in: sketch.snapshot())
  }

  /// A cycle, parallel references, and every strength.
  static func strengths() throws -> ReferenceGraph {
    var sketch = HeapSketch()
    for (name, type) in [
      ("controller", "App.Controller"), ("view", "App.View"), ("cache", "Foundation.NSCache"),
      ("closure", "closure context"), ("timer", "App.Timer"), ("buffer", "Swift.ManagedBuffer<Int, UInt8>"),
    ] {
      sketch.object(
        name, type: type, size: 32 + 16 * name.count,
        details: ObjectDetails(
          referenceCount: name.count, flags: name == "timer" ? .hasFinalizer : [],
          text: name == "view" ? "\"Checkout\"" : nil))
    }
    sketch.refer("controller", "view", label: .name("view"))
    sketch.refer("controller", "view", label: .name("visibleView"))
    sketch.refer("controller", "view", kind: .element, strength: .weak, label: .index(0))
    sketch.refer("view", "controller", strength: .weak, label: .name("delegate"))
    sketch.refer("controller", "timer", label: .name("timer"))
    sketch.refer("timer", "closure", label: .name("action"))
    sketch.refer("closure", "controller", kind: .capturedVariable, label: .name("self"))
    sketch.refer("closure", "closure", strength: .unowned, label: .name("own"))
    sketch.refer("view", "cache", strength: .unowned, label: .name("images"))
    sketch.refer("timer", "cache", strength: .unmanaged, label: .name("context"))
    sketch.refer("cache", "buffer", kind: .unknown, isInferred: true)
    sketch.root("controller", kind: .static, as: "Controller.shared")
    return try ReferenceWalk(.forward).graph(from: [sketch.index("controller")], in: sketch.snapshot())
  }

  /// A linked list of which both ends are drawn.
  static func chain() throws -> ReferenceGraph {
    var sketch = HeapSketch()
    let count = 5_000
    for position in 0..<count {
      sketch.object("\(position)", type: "List.Node", details: ObjectDetails(text: "node \(position)"))
    }
    for position in 1..<count { sketch.refer("\(position - 1)", "\(position)", label: .name("next")) }
    let heap = try sketch.snapshot()
    let found = try heap.shortestChain(from: [ObjectIndex(0)], to: .object(ObjectIndex(count - 1)))
    var walk = ReferenceWalk(.backward)
    walk.nodeBudget = 7
    return try ReferenceGraph(chains: found.map { [$0] } ?? [], in: heap, walk: walk)
  }

  /// A heap that is recorded in part, with more objects than the picture may have.
  static func cut() throws -> ReferenceGraph {
    var builder = HeapSnapshotBuilder()
    builder.isPartial = true
    let type = builder.addType(name: "Cell", qualifiedName: "Grid.Cell")
    let side = 30
    for position in 0..<side * side {
      builder.addObject(
        at: Address(rawValue: 0x10000 + UInt64(position) * 32), type: type, size: ByteCount(32),
        details: ObjectDetails(text: "(\(position / side), \(position % side))"))
    }
    for position in 0..<side * side {
      for (name, next) in [("east", position + 1), ("south", position + side)] where next < side * side {
        builder.addReference(
          from: .index(ObjectIndex(position)), to: .index(ObjectIndex(next)), kind: .attribute,
          label: .name(name))
      }
    }
    var walk = ReferenceWalk(.forward)
    walk.maximumDepth = 20
    walk.nodeBudget = 16
    return try walk.graph(from: [ObjectIndex(0)], in: builder.finish())
  }

  /// Texts that break what is not careful.
  static let nastyTexts = [
    "\"quoted\" \\\"twice\\\"", "back\\slash at the end\\", "\\N \\G \\L \\l \\E \\T \\H \\n \\\\N",
    "a\nb\r\nc\td",
    "nul\0 bell\u{7} escape\u{1B}[31m delete\u{7F} next\u{85}", "<b>bold</b> <!-- --> <![CDATA[x]]> >>> <<<",
    "a & b &amp; &lt;i&gt; &#65; &bogus; &", "שלום עולם", "mixed مرحبا 123 abc",
    "\u{202E}desrever\u{202C} \u{2067}isolate",
    "👩‍👩‍👧‍👦 🇩🇪 👍🏽 e\u{301}", "zero\u{200B}width\u{FEFF}", "\u{2028}line\u{2029}paragraph", "{ record | <port> }",
    "  two  spaces  ", "", " ", "\u{FFFD}\u{FFFE}\u{FFFF}", "%s %d %n ${HOME} `id` $(id)", "\\", "\\\\", "&",
    "\"", "<", ">",
    "z\u{335}\u{321}\u{322}\u{327}\u{328}\u{334}\u{335}\u{336}\u{337}\u{338}", "graph", "strict", "a;b}]",
    String(repeating: "long ", count: 2_000),
  ]

  static func nasty() throws -> ReferenceGraph {
    var sketch = HeapSketch()
    sketch.object("hub", type: "Hub")
    for (position, text) in nastyTexts.enumerated() {
      sketch.object(
        "\(position)", type: position.isMultiple(of: 2) ? "Type" + text : "Type",
        details: ObjectDetails(text: text))
      sketch.refer("hub", "\(position)", label: .name(text))
    }
    var walk = ReferenceWalk(.forward)
    walk.maximumReferences = 100
    return try walk.graph(from: [sketch.index("hub")], in: sketch.snapshot())
  }
}
