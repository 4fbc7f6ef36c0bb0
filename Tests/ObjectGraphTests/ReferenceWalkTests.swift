import HeapAnalysis
import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@Suite struct ReferenceWalkTests {
  @Test(arguments: 0..<60)
  func `a walk finds what objgraph's walk finds, in its order`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &generator)
    let heap = try RandomHeap(
      seed: UInt64(seed), objects: count, references: Int.random(in: 0...count * 4, using: &generator))
    func random() -> Int { Int.random(in: 0..<count, using: &generator) }
    var oracle = ObjgraphOracle(edges: heap.edges)
    oracle.maximumDepth = Int.random(in: 0...5, using: &generator)
    oracle.tooMany = Int.random(in: 0...4, using: &generator)
    oracle.ignored = [random()]
    let hidden = random()
    oracle.filter = { $0 != hidden }
    var starts = [random(), random(), random()]
    starts = starts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    for direction in ReferenceWalk.Direction.allCases {
      var walk = ReferenceWalk.objgraph(direction)
      walk.maximumDepth = oracle.maximumDepth
      walk.maximumReferences = oracle.tooMany
      walk.ignored = Set(oracle.ignored.map { ObjectIndex($0) })
      walk.filter = { $0.position != hidden }
      let graph = try walk.graph(from: starts.map { ObjectIndex($0) }, in: heap.snapshot)
      #expect(ObjgraphOracle.Result(graph) == oracle.walk(from: starts, direction))
    }
  }

  @Test func `the limits are objgraph's`() {
    let walk = ReferenceWalk()
    #expect(walk.maximumDepth == 3)
    #expect(walk.maximumReferences == 10)
    #expect(walk.nodeBudget == 150)
    #expect(ReferenceWalk.objgraph(.backward).nodeBudget == nil)
  }

  @Test func `parallel references are two edges, and one backwards to objgraph`() throws {
    var sketch = HeapSketch("a -> b [x]; a -> b [y]; a -> a [me]")
    let heap = try sketch.snapshot()
    let (a, b) = (sketch["a"], sketch["b"])
    #expect(labels(try ReferenceWalk().graph(from: [a], in: heap)) == ["x", "y", "me"])
    #expect(labels(try ReferenceWalk(.backward).graph(from: [b], in: heap)) == ["x", "y", "me"])
    #expect(labels(try ReferenceWalk.objgraph(.backward).graph(from: [b], in: heap)) == ["x", "me"])
  }

  @Test func `backwards holders are counted, not their references`() throws {
    var sketch = HeapSketch("a -> z [1]; a -> z [2]; b -> z; c -> z [1]; c -> z [2]; d -> z")
    let heap = try sketch.snapshot()
    var walk = ReferenceWalk(.backward)
    walk.maximumReferences = 1
    let one = try walk.graph(from: [sketch["z"]], in: heap)
    #expect(one.edges.map(\.source) == [sketch["a"], sketch["a"]])
    #expect(one.remaining.map(\.count) == [3])
    walk.maximumReferences = 2
    let graph = try walk.graph(from: [sketch["z"]], in: heap)
    #expect(graph.edges.map(\.source) == [sketch["a"], sketch["a"], sketch["b"]])
    #expect(graph.remaining.map(\.count) == [2])
    #expect(graph.remaining.map(\.reason) == [.limit])
    #expect(graph.remaining.map(\.object) == [sketch["z"]])
  }

  @Test func `modules come before the other holders where there are too many`() throws {
    var sketch = HeapSketch("1 -> z; 2 -> z; 3 -> z [x]; 3 -> z [y]; 4 -> z; 5 -> z")
    sketch.object("m", details: ObjectDetails(flags: [.importedModule, .tracked]))
    sketch.draw("m -> z [a]; m -> z [b]; m -> 1")
    let heap = try sketch.snapshot()
    var walk = ReferenceWalk(.backward)
    walk.maximumReferences = 3
    let graph = try walk.graph(from: [sketch["z"]], in: heap)
    #expect(graph.edges.map { sketch.objects[$0.source.position].name } == ["m", "m", "1", "2", "m"])
    #expect(graph.remaining.map(\.count) == [3])
    walk.putsModulesFirst = false
    #expect(try walk.graph(from: [sketch["z"]], in: heap)[sketch["3"]] != nil)
    walk = ReferenceWalk(.backward)
    #expect(try walk.graph(from: [sketch["z"]], in: heap).edges.first?.source == sketch["1"])
  }

  @Test func `a walk backwards stops at imported modules, and one forward goes through them`() throws {
    var sketch = HeapSketch()
    sketch.object("module", details: ObjectDetails(flags: [.module, .importedModule, .tracked]))
    sketch.object("other", details: ObjectDetails(flags: [.module, .tracked]))
    sketch.draw("table -> module -> globals -> value; elsewhere -> other -> value")
    let heap = try sketch.snapshot()
    let back = try ReferenceWalk(.backward).graph(from: [sketch["value"]], in: heap)
    #expect(
      Set(back.nodes.map(\.object))
        == Set(["value", "globals", "module", "other", "elsewhere"].map { sketch[$0] }))
    var walk = ReferenceWalk(.backward)
    walk.stopsAtModules = false
    #expect(try walk.graph(from: [sketch["value"]], in: heap)[sketch["table"]] != nil)
    #expect(try ReferenceWalk(.backward).graph(from: [sketch["module"]], in: heap).nodes.count == 1)
    #expect(try ReferenceWalk().graph(from: [sketch["table"]], in: heap)[sketch["value"]] != nil)
    walk = ReferenceWalk()
    let globals = sketch["globals"]
    walk.stop = { $0 == globals }
    let stopped = try walk.graph(from: [sketch["table"]], in: heap)
    #expect(stopped[globals] != nil)
    #expect(stopped[sketch["value"]] == nil)
  }

  @Test func `to objgraph only what the collector tracks holds anything`() throws {
    var sketch = HeapSketch()
    sketch.object("tracked", details: ObjectDetails(flags: .tracked))
    sketch.object("plain")
    sketch.draw("tracked -> value; plain -> value")
    let heap = try sketch.snapshot()
    let graph = try ReferenceWalk.objgraph(.backward).graph(from: [sketch["value"]], in: heap)
    #expect(graph.nodes.map(\.object) == [sketch["value"], sketch["tracked"]])
    #expect(try ReferenceWalk(.backward).graph(from: [sketch["value"]], in: heap).nodes.count == 3)
    // A source that says of none that it is tracked does not know.
    let unknown = try HeapSketch("a -> b").snapshot()
    #expect(try ReferenceWalk.objgraph(.backward).graph(from: [ObjectIndex(1)], in: unknown).nodes.count == 2)
    #expect(try ReferenceWalk.objgraph(.forward).graph(from: [sketch["plain"]], in: heap).nodes.count == 2)
  }

  @Test func `what a reader need not see is left out unless asked for`() throws {
    var sketch = HeapSketch()
    sketch.object("name", type: "str", details: ObjectDetails(text: "'name'"))
    sketch.object("point", type: "Point", details: ObjectDetails(text: "(1, 2)"))
    sketch.refer("dict", "name", kind: .dictionaryKey, isTraced: false)
    sketch.refer("dict", "value", kind: .dictionaryValue, label: .object(sketch["name"]))
    sketch.refer("dict", "point", kind: .dictionaryKey)
    sketch.refer("dict", "other", kind: .dictionaryValue, label: .object(sketch["point"]))
    sketch.refer("dict", "class", kind: .type)
    sketch.refer("name", "class", kind: .type)
    sketch.refer("point", "one", kind: .slot, label: .name("x"))
    sketch.refer("dict", "watched", kind: .referent, strength: .weak, isTraced: false)
    sketch.refer("dict", "guess", kind: .unknown, isInferred: true)
    let heap = try sketch.snapshot()
    func found(_ walk: ReferenceWalk, _ start: String) throws -> Set<String> {
      let graph = try walk.graph(from: [sketch.index(start)], in: heap)
      return Set(graph.nodes.map { sketch.objects[$0.object.position].name })
    }
    var walk = ReferenceWalk()
    walk.maximumDepth = 1
    #expect(try found(walk, "dict") == ["dict", "value", "point", "other", "watched", "guess"])
    walk.omitsPlainKeys = false
    walk.selection = .all
    #expect(
      try found(walk, "dict") == ["dict", "name", "value", "point", "other", "class", "watched", "guess"])
    walk = .objgraph(.forward)
    walk.maximumDepth = 1
    #expect(try found(walk, "dict") == ["dict", "value", "point", "other", "class", "guess"])
    // Who asks for a key asks who holds it.
    #expect(try found(ReferenceWalk(.backward), "name") == ["name", "dict"])
    #expect(try found(ReferenceWalk(.backward), "class") == ["class"])
  }

  @Test func `closures say what stands out and what is told`() throws {
    var sketch = HeapSketch("a -> b -> c")
    let heap = try sketch.snapshot()
    let b = sketch["b"]
    var walk = ReferenceWalk()
    walk.highlight = { $0 == b }
    walk.extraInformation = { $0 == b ? "extra" : nil }
    walk.attributes = { $0 == b ? ["URL": "x"] : [:] }
    let graph = try walk.graph(from: [sketch["a"], sketch["a"]], in: heap)
    #expect(graph.nodes.map(\.isHighlighted) == [false, true, false])
    #expect(graph.nodes.map(\.extraInformation) == [nil, "extra", nil])
    #expect(graph.nodes.map(\.attributes) == [[:], ["URL": "x"], [:]])
    #expect(graph.nodes.map(\.relation) == [.start, .held, .held])
    #expect(graph.nodes.map(\.depth) == [0, 1, 2])
    #expect(graph.starts == [sketch["a"]])
    #expect(graph.edges.map(\.direction) == [.forward, .forward])
  }

  @Test func `a budget cuts the walk and says so`() throws {
    let heap = try RandomHeap(seed: 7, objects: 500, references: 2_000)
    var walk = ReferenceWalk()
    walk.maximumDepth = 10
    walk.nodeBudget = 25
    let cut = try walk.graph(from: [ObjectIndex(0)], in: heap.snapshot)
    walk.nodeBudget = nil
    let whole = try walk.graph(from: [ObjectIndex(0)], in: heap.snapshot)
    #expect(whole.nodes.count > 25)
    #expect(cut.nodes == Array(whole.nodes.prefix(25)))
    let drawn = Set(cut.nodes.map(\.object))
    let between = whole.edges.filter { drawn.contains($0.source) && drawn.contains($0.target) }
    #expect(Set(cut.edges) == Set(between))
    let left = whole.edges.filter { drawn.contains($0.source) && !drawn.contains($0.target) }
    #expect(left.count > 0)
    #expect(cut.notes == [.cut(budget: 25, references: left.count)])
    #expect(whole.notes == [])
    walk.nodeBudget = 2
    let starts = try walk.graph(from: [0, 1, 2, 3].map { ObjectIndex($0) }, in: heap.snapshot)
    #expect(starts.starts.count == 2)
    #expect(starts.notes.first == .startsLeftOut(objects: 2))
  }

  @Test func `back-references of another selection are not made use of`() throws {
    var sketch = HeapSketch("a -> c; b ~> c")
    let heap = try sketch.snapshot()
    let strong = BackReferences(of: heap, selection: .strong)
    let graph = try ReferenceWalk(.backward).graph(from: [sketch["c"]], in: heap, backReferences: strong)
    #expect(graph.nodes.count == 3)
    var walk = ReferenceWalk(.backward)
    walk.selection = .strong
    #expect(try walk.graph(from: [sketch["c"]], in: heap, backReferences: strong).nodes.count == 2)
  }

  @Test func `questions that cannot be are refused`() throws {
    let heap = try HeapSketch("a -> b").snapshot()
    func message(_ change: (inout ReferenceWalk) -> Void, start: Int = 0) -> String? {
      var walk = ReferenceWalk()
      change(&walk)
      do throws(ObjectGraphError) {
        _ = try walk.graph(from: [ObjectIndex(start)], in: heap)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(
      message { $0.maximumDepth = -1 }
        == "The depth is -1; give the number of references to follow in a row, 0 or more.")
    #expect(
      message { $0.maximumReferences = -2 }
        == "The number of references to follow from each object is -2; give 0 or more.")
    #expect(
      message { $0.nodeBudget = 0 }
        == "The number of objects that a picture may have is 0; give 1 or more, or none for no limit.")
    #expect(
      message({ _ in }, start: 2) == "There is no object #2 in this heap of 2 objects; choose another.")
    #expect(message { _ in } == nil)
    #expect(try ReferenceWalk().graph(from: [], in: heap).nodes.isEmpty)
  }

  @Test func `a long list is walked in a straight line`() throws {
    var builder = HeapSnapshotBuilder()
    let type = builder.addType(name: "Node", qualifiedName: "Node")
    let count = 20_000
    for position in 0..<count {
      builder.addObject(
        at: Address(rawValue: UInt64(position) * 16), type: type, size: ByteCount(16),
        details: ObjectDetails())
    }
    for position in 1..<count {
      builder.addReference(
        from: .index(ObjectIndex(position - 1)), to: .index(ObjectIndex(position)), kind: .attribute)
    }
    let heap = try builder.finish()
    for (direction, start) in [(ReferenceWalk.Direction.forward, 0), (.backward, count - 1)] {
      var walk = ReferenceWalk(direction)
      walk.maximumDepth = .max
      walk.nodeBudget = nil
      let graph = try walk.graph(from: [ObjectIndex(start)], in: heap)
      #expect(graph.nodes.count == count)
      #expect(graph.depth == count - 1 || graph.depth == .max)
      #expect(
        graph.hiding(ObjectIndex(count / 2)).nodes.count
          == (direction == .forward ? count / 2 : count / 2 - 1))
    }
  }
}

func labels(_ graph: ReferenceGraph) -> [String] {
  graph.edges.map { graph.heap.labelText(of: $0.reference) ?? "" }
}
