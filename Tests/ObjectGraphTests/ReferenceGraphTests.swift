import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@testable import HeapAnalysis

@Suite struct ReferenceGraphTests {
  private static func walk(
    _ drawing: String, from start: String = "a", _ direction: ReferenceWalk.Direction = .forward,
    depth: Int = 3, limit: Int = 10, budget: Int? = nil
  ) throws -> (HeapSketch, ReferenceGraph) {
    let sketch = HeapSketch(drawing)
    var walk = ReferenceWalk(direction)
    walk.maximumDepth = depth
    walk.maximumReferences = limit
    walk.nodeBudget = budget
    return (sketch, try walk.graph(from: [sketch.index(start)], in: sketch.snapshot()))
  }

  private func names(_ graph: ReferenceGraph, _ sketch: HeapSketch) -> [String] {
    graph.nodes.map { sketch.objects[$0.object.position].name }
  }

  @Test func `expanding an object at the rim shows what it refers to`() throws {
    let (sketch, graph) = try Self.walk("a -> b -> c -> d", depth: 1)
    #expect(names(graph, sketch) == ["a", "b"])
    let more = try graph.expanding(sketch.index("b"))
    #expect(names(more, sketch) == ["a", "b", "c"])
    #expect(more[sketch.index("c")]?.depth == 2)
    #expect(names(try graph.expanding(sketch.index("b"), depth: 2), sketch) == ["a", "b", "c", "d"])
    #expect(more.depth == 2)
    #expect(names(graph, sketch) == ["a", "b"])
  }

  @Test func `expanding an object with more references shows as many again`() throws {
    let (sketch, graph) = try Self.walk(
      "a -> 1; a -> 2; a -> 3; a -> 4; a -> 5", depth: 1, limit: 2)
    #expect(graph.remaining.map(\.count) == [3])
    let more = try graph.expanding(sketch.index("a"))
    #expect(names(more, sketch) == ["a", "1", "2", "3", "4"])
    #expect(more.remaining.map(\.count) == [1])
    let all = try more.expanding(sketch.index("a"))
    #expect(all.remaining.isEmpty)
    #expect(all.nodes.count == 6)
    #expect(try all.expanding(sketch.index("a")).nodes == all.nodes)
  }

  @Test func `expanding backwards shows holders beside what is held`() throws {
    let (sketch, graph) = try Self.walk("x -> a -> b; y -> b; b -> a", depth: 1)
    let both = try graph.expanding(sketch.index("a"), .backward)
    #expect(names(both, sketch) == ["a", "b", "x"])
    #expect(both[sketch.index("x")]?.relation == .holder)
    #expect(both[sketch.index("b")]?.relation == .both)
    #expect(both[sketch.index("a")]?.relation == .start)
    #expect(labels(both).count == 3)
  }

  @Test func `expanding shows what a budget cut off`() throws {
    let (sketch, graph) = try Self.walk("a -> b; a -> c; a -> d", budget: 2)
    #expect(graph.notes == [.cut(budget: 2, references: 2)])
    let more = try graph.expanding(sketch.index("a"))
    #expect(names(more, sketch) == ["a", "b", "c", "d"])
    #expect(more.notes == [])
  }

  @Test func `only what is in the graph can be expanded`() throws {
    let (sketch, graph) = try Self.walk("a -> b -> c", depth: 1)
    #expect(throws: ObjectGraphError.notInGraph(sketch.index("c"))) { try graph.expanding(sketch.index("c")) }
    #expect(throws: ObjectGraphError.negativeDepth(-1)) { try graph.expanding(sketch.index("a"), depth: -1) }
    #expect(throws: ObjectGraphError.negativeDepth(-3)) { try graph.deepened(by: -3) }
    #expect(
      "\(ObjectGraphError.notInGraph(sketch.index("c")))"
        == "Object #2 is not in the graph; expand a node that is, or walk from the object.")
  }

  @Test func `a deepened graph is the deeper walk's`() throws {
    for seed in 0..<20 {
      let heap = try RandomHeap(seed: UInt64(seed), objects: 60, references: 90)
      var walk = ReferenceWalk(seed.isMultiple(of: 2) ? .forward : .backward)
      walk.maximumDepth = 2
      walk.nodeBudget = nil
      let shallow = try walk.graph(from: [ObjectIndex(0)], in: heap.snapshot)
      walk.maximumDepth = 4
      let deep = try walk.graph(from: [ObjectIndex(0)], in: heap.snapshot)
      let deepened = try shallow.deepened(by: 2)
      #expect(deepened.nodes == deep.nodes)
      #expect(deepened.edges == deep.edges)
      #expect(deepened.remaining == deep.remaining)
    }
  }

  @Test func `hiding an object hides what only it led to`() throws {
    let (sketch, graph) = try Self.walk("a -> b -> c -> d; a -> e -> c; b -> f")
    let hidden = graph.hiding(sketch.index("b"))
    #expect(names(hidden, sketch) == ["a", "e", "c", "d"])
    #expect(hidden.edges.count == 3)
    #expect(hidden.notes == [.hidden(objects: 2)])
    #expect(hidden[sketch.index("f")] == nil)
    #expect(hidden.showing(sketch.index("b")).nodes == graph.nodes)
    #expect(hidden.hiding(sketch.index("a")).nodes.isEmpty)
    #expect(hidden.hiding(sketch.index("a")).showingAll().edges == graph.edges)
  }

  @Test func `a hidden type stays hidden while the graph grows`() throws {
    var sketch = HeapSketch()
    sketch.object("frame", type: "builtins.frame")
    sketch.object("late", type: "builtins.frame")
    sketch.draw("a -> frame -> x; a -> b -> late; b -> c")
    var walk = ReferenceWalk()
    walk.maximumDepth = 1
    let graph = try walk.graph(from: [sketch["a"]], in: sketch.snapshot())
    for name in ["frame", "builtins.frame"] {
      let hidden = graph.hiding(type: name)
      #expect(names(hidden, sketch) == ["a", "b"])
      let more = try hidden.expanding(sketch["b"])
      #expect(names(more, sketch) == ["a", "b", "c"])
      #expect(names(more.showing(type: name), sketch) == ["a", "frame", "b", "late", "c"])
      #expect(throws: ObjectGraphError.self) { try hidden.expanding(sketch.index("frame")) }
    }
  }

  @Test func `collapsing hides what hangs on an object, and expanding shows it again`() throws {
    let (sketch, graph) = try Self.walk("a -> b -> c -> d; a -> e; e -> d; c -> b")
    let collapsed = graph.collapsing(sketch.index("b"))
    #expect(names(collapsed, sketch) == ["a", "b", "e", "d"])
    #expect(try collapsed.expanding(sketch.index("b")).nodes == graph.nodes)
    #expect(collapsed.showing(sketch.index("b")).nodes == graph.nodes)
    #expect(graph.collapsing(sketch.index("d")).notes == [])
  }

  @Test func `merged graphs have everything once`() throws {
    let (sketch, forward) = try Self.walk("h -> a; h -> a [1]; a -> b; b -> h; x -> h", depth: 2)
    var walk = ReferenceWalk(.backward)
    walk.maximumDepth = 2
    let backward = try walk.graph(from: [sketch.index("a")], in: forward.heap)
    let merged = forward.merging(backward)
    #expect(Set(names(merged, sketch)) == ["a", "b", "h", "x"])
    #expect(merged.edges.count == 5)
    #expect(merged[sketch.index("h")]?.depth == 1)
    #expect(merged[sketch.index("h")]?.relation == .both)
    #expect(merged[sketch.index("x")]?.relation == .holder)
    #expect(merged.starts == [sketch.index("a")])
    #expect(Set(backward.merging(forward).edges.map(\.reference)) == Set(merged.edges.map(\.reference)))
    #expect(merged.merging(merged).nodes == merged.nodes)
    #expect(merged.hiding(type: "Node").nodes.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func `merging takes no longer for each of many starting objects and gaps`()
    throws
  {
    let count = 60_000
    let heap = try ChainHeap.chain(of: 3 * count)
    let rows = ReferenceRows(of: heap, selection: .drawn)
    let chains = (0..<count).map { chain in
      ReferenceChain(
        objects: (0..<3).map { ObjectIndex(3 * chain + $0) }, rows: rows, snapshot: heap)
    }
    var walk = ReferenceWalk(.backward)
    walk.nodeBudget = 2 * count
    let graph = try ReferenceGraph(chains: chains, in: heap, walk: walk)
    #expect(graph.starts == chains.map(\.held))
    #expect(graph.gaps.count == count)
    let merged = try graph.merging(ReferenceGraph(chains: chains.reversed(), in: heap, walk: walk))
    #expect(merged.starts == graph.starts)
    #expect(merged.gaps == graph.gaps)
  }

  @Test func `a graph of a partial heap says so`() throws {
    var builder = HeapSnapshotBuilder()
    builder.isPartial = true
    let type = builder.addType(name: "T", qualifiedName: "T")
    builder.addObject(at: Address(rawValue: 1), type: type, size: ByteCount(1), details: ObjectDetails())
    let graph = try ReferenceWalk().graph(from: [ObjectIndex(0)], in: builder.finish())
    #expect(graph.notes == [.partialHeap])
  }

  @Test(arguments: [
    (
      GraphNote.cut(budget: 150, references: 1),
      "Cut at 150 objects: 1 more reference leads to objects that are not drawn."
    ),
    (
      .cut(budget: 2, references: 3),
      "Cut at 2 objects: 3 more references lead to objects that are not drawn."
    ),
    (.hidden(objects: 1), "1 object is hidden."), (.hidden(objects: 2), "2 objects are hidden."),
    (
      .startsLeftOut(objects: 1),
      "1 of the objects that were asked for is not drawn: there are more than a picture may have."
    ),
    (
      .startsLeftOut(objects: 3),
      "3 of the objects that were asked for are not drawn: there are more than a picture may have."
    ),
    (
      .chainsLeftOut(chains: 1),
      "1 of the chains is not drawn: they have more objects than a picture may have."
    ),
    (
      .chainsLeftOut(chains: 4),
      "4 of the chains are not drawn: they have more objects than a picture may have."
    ),
    (.partialHeap, "The heap was recorded in part: there may be references that are not drawn."),
  ])
  func `notes are sentences`(_ note: GraphNote, _ text: String) {
    #expect("\(note)" == text)
  }
}
