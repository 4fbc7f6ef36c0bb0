import Foundation
import HeapFixtures
import HeapGraph
import Testing

/// What `docs/from-objgraph.md` says in Swift stands here, too, where it is compiled and run.
@Suite struct FromObjgraphTests {
  static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/from-objgraph.md")

  /// The functions that objgraph 3.7 documents.
  static let functions = [
    "count", "typestats", "most_common_types", "show_most_common_types", "growth", "show_growth",
    "get_new_ids", "get_leaking_objects", "by_type", "at", "at_addrs", "find_ref_chain",
    "find_backref_chain", "show_backrefs", "show_refs", "show_chain", "is_proper_module",
  ]

  /// The parameters of its functions that say what is asked or drawn.
  static let parameters = [
    "max_depth", "too_many", "extra_ignore", "filter", "highlight", "filename", "extra_info", "refcounts",
    "shortnames", "output", "extra_node_attrs", "cull_func", "limit", "objects", "peak_stats", "sortby",
    "skip_update", "backrefs", "file",
  ]

  /// The cells of the tables, without the lines of titles.
  static func rows() throws -> [[String]] {
    try String(contentsOf: document, encoding: .utf8)
      .split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
      .map { row in
        row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      }
  }

  static func code(_ cell: String) -> String {
    cell.trimmingCharacters(in: CharacterSet(charactersIn: "`"))
  }

  @Test func `every function and parameter has its counterparts`() throws {
    let rows = try Self.rows()
    let names = rows.map { row in String(Self.code(row[0]).prefix { $0 != "(" && $0 != "=" }) }
    #expect(names == Self.functions + Self.parameters)
    for row in rows {
      #expect(row.count == 4, "\(row)")
      #expect(row[1].hasPrefix("`") && row[1].hasSuffix("`"), "\(row)")
      #expect(row[2].hasPrefix("`heapgraph ") && row[2].hasSuffix("`"), "\(row)")
    }
  }

  @Test func `what the document says in Swift is compiled here`() throws {
    // The document writes to the current folder, which belongs to all tests at once.
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
      .replacing(/folder\.path\(("[^"]*")\)/) { $0.1 }
    for row in try Self.rows() { #expect(source.contains(Self.code(row[1])), "\(row[1])") }
    let text = try String(contentsOf: Self.document, encoding: .utf8)
    let blocks = text.components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 3)
    for line in blocks.joined().split(separator: "\n") {
      #expect(source.contains(line.trimmingCharacters(in: .whitespaces)), "\(line)")
    }
  }

  @Test func `what other documents say in Swift is compiled here`() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
      .replacing(/folder\.path\(("[^"]*")\)/) { $0.1 }
    for name in ["../README.md", "guide.md"] {
      let file = Self.document.deletingLastPathComponent().appending(path: name)
      let text = try String(contentsOf: file, encoding: .utf8)
      let blocks = text.components(separatedBy: "```swift\n").dropFirst().map {
        $0.components(separatedBy: "```")[0]
      }
      let lines = blocks.filter { $0.contains("import HeapGraph") }.joined().split(separator: "\n")
      #expect(!lines.isEmpty)
      for line in lines {
        #expect(source.contains(line.trimmingCharacters(in: .whitespaces)), "\(name): \(line)")
      }
    }

    let folder = try TemporaryFolder()
    try HeapSketch.sessions().snapshot().write(to: folder.path("app.heap"))
    let heap = try HeapSnapshot(contentsOf: folder.path("app.heap"))
    let picture = try heap.backReferences(to: "type:Session", depth: 4)
    try picture.write(to: folder.path("who.svg"))
    for statistics in heap.mostCommonTypes(limit: 5) {
      print(statistics.name, statistics.count, statistics.shallowSize)
    }
    var graph = try heap.backReferences(to: "type:Session")
    graph = graph.hiding(type: "module")
    #expect(graph.nodes.count == 3)
    #expect(try folder.text(of: "who.svg").contains("<svg"))
  }

  @Test func `and it runs`() throws {
    let folder = try TemporaryFolder()
    try HeapSketch.sessions().snapshot().write(to: folder.path("app.heap"))
    let heap = try HeapSnapshot(contentsOf: folder.path("app.heap"))
    let later = heap
    let object = ObjectIndex(2)
    let addresses = [heap.address(of: object)]
    let chain = try #require(try heap.chain(to: object, from: .importedModule))

    #expect(heap.count(ofType: "Session", scope: .tracked) == 2)
    #expect(heap.typeStatistics(scope: .tracked).objectCount == 5)
    #expect(heap.mostCommonTypes(scope: .tracked).count == 4)
    print(heap.typeStatistics(scope: .tracked).table())
    #expect(later.growth(since: heap, scope: .tracked).increases().isEmpty)
    print(later.growth(since: heap, scope: .tracked).table())
    let newObjects = try later.newObjects(since: heap, scope: .tracked)
    #expect(newObjects.entries.allSatisfy { $0.objects.isEmpty })
    #expect(try heap.leakingObjects().count == 2)
    #expect(heap.instances(ofType: "Session", scope: .tracked).count == 2)
    #expect(heap.object(at: Address(rawValue: 0x7f12a0)) == nil)
    #expect(ObjectLookup(heap).objects(at: addresses) == [object])
    #expect(
      try heap.chain(from: object, to: .matching { heap.type(of: $0).name == "Session" })?.objects == [
        object
      ])
    try heap.backReferences(to: object).write(to: folder.path("who.svg"))
    try heap.references(from: object).write(to: folder.path("refs.svg"))
    try heap.graph(of: chain).write(to: folder.path("chain.svg"))
    #expect(!heap.isImportedModule(object))

    #expect(try heap.references(from: object, depth: 5).nodes.count == 2)
    _ = try heap.references(from: object) { walk in
      walk.maximumReferences = 20
      walk.ignored = [object]
      walk.filter = { heap.type(of: $0).name != "cell" }
      walk.highlight = { heap.type(of: $0).name == "dict" }
      walk.extraInformation = { "\(heap.address(of: $0))" }
      walk.attributes = { ["URL": "\($0)"] }
      walk.stop = { heap.isImportedModule($0) }
      walk.direction = .forward
    }
    #expect(heap.mostCommonTypes(limit: 5).count == 5)
    let objects = [object]
    #expect(TypeStatistics(of: objects, in: heap).objectCount == 1)
    var peaks = PeakCounts()
    #expect(peaks.update(with: heap.typeStatistics(scope: .tracked)).count == 4)
    #expect(newObjects.sorted(by: .newCount).count == 4)
    #expect(newObjects.table().hasPrefix("Type"))

    let graph = try heap.backReferences(to: "type:Session", depth: 5) { walk in
      walk.maximumReferences = 20
    }
    var style = GraphStyle.classic
    style.showsReferenceCounts = true
    try graph.write(to: folder.path("who.svg"), style: style)
    style.showsQualifiedNames = true
    try graph.write(to: folder.path("t.png"))
    #expect(graph.dot().hasPrefix("digraph"))

    let classic = try ReferenceWalk.objgraph(.backward).graph(from: [object], in: heap)
    try classic.write(to: folder.path("objgraph.svg"), style: .classic)

    #expect(
      try folder.files == ["app.heap", "chain.svg", "objgraph.svg", "refs.svg", "t.png", "who.svg"])
  }
}
