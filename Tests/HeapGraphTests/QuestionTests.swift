import HeapFixtures
import HeapGraph
import Testing

@Suite struct QuestionTests {
  let heap = try! HeapSketch.sessions().snapshot()

  @Test func `the façade asks what the layers answer`() throws {
    #expect(heap.typeStatistics.entries == TypeStatistics(of: heap).entries)
    #expect(heap.mostCommonTypes(limit: 1).map(\.name) == ["Session"])
    #expect(heap.mostCommonTypes(naming: .qualified, scope: .tracked).first?.name == "web.Session")
    #expect(try heap.objects(named: "t") == [ObjectIndex(1)])
    #expect(heap.isImportedModule(ObjectIndex(0)))
    #expect(!heap.isImportedModule(ObjectIndex(1)))
  }

  @Test func `growth and new objects look from the later heap back`() throws {
    var sketch = HeapSketch.sessions()
    sketch.object("s3", type: "web.Session", details: ObjectDetails(referenceCount: 1, flags: .tracked))
    let later = try sketch.snapshot()
    #expect(later.growth(since: heap).increases().map(\.increase) == [1])
    #expect(heap.growth(since: later).increases().isEmpty)
    #expect(heap.growth(since: later).table() == "")
    #expect(try later.newObjects(since: heap).sorted(limit: 1).first?.objects == [ObjectIndex(6)])
    #expect(
      later.growth(since: heap).table() == """
        Type     Count 1  Count 2  Growth   Size
        Session        2        3      +1  +48 B
        """)
    #expect(
      try later.newObjects(since: heap).table(limit: 1) == """
        Type     Old  Current  New  Growth
        Session    2        3   +1      +1
        """)
    #expect(
      later.typeStatistics.table(limit: 2) == """
        Type     Count   Size
        Session      3  144 B
        dict         1   48 B
        """)
  }

  @Test func `walks have objgraph's defaults, and everything can be set`() throws {
    let session = ObjectIndex(2)
    #expect(try heap.references(from: "app").nodes.count == 5)
    #expect(try heap.references(from: ObjectIndex(0), depth: 1).nodes.count == 2)
    #expect(try heap.backReferences(to: session).nodes.map(\.object.position) == [2, 1, 0])
    #expect(try heap.backReferences(to: "type:Session", depth: 1).nodes.count == 3)
    let filtered = try heap.references(from: "app") { $0.ignored = [session] }
    #expect(filtered[session] == nil)
    let wide = try HeapSnapshot(bytes: heap.serialized())
    #expect(
      try wide.references(from: [ObjectIndex(1)]) { $0.maximumReferences = 1 }.remaining.first?.count == 1)
    #expect(throws: ObjectGraphError.negativeDepth(-1)) { try heap.references(from: session, depth: -1) }
    #expect(throws: HeapAnalysisError.self) { try heap.backReferences(to: "type:Sesion") }
  }

  @Test func `chains lead to an object from a root, and from an object to a goal`() throws {
    let name = ObjectIndex(5)
    let chain = try #require(try heap.chain(to: name))
    #expect(chain.objects.map(\.position) == [0, 1, 2, 5])
    #expect(try heap.chain(to: name, maxDepth: 2) == nil)
    #expect(try heap.chain(to: "type:Session")?.held == ObjectIndex(2))
    #expect(try heap.chain(to: "type:list") == nil)
    #expect(try heap.chain(from: ObjectIndex(0), to: .object(name)) == chain)
    #expect(try heap.graph(of: chain).nodes.count == 4)
    #expect(try heap.graph(of: chain) { $0.highlight = { $0 == name } }[name]?.isHighlighted == true)
  }
}
