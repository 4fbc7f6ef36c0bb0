import HeapAnalysis
import HeapFixtures
import HeapModel
import ObjectGraph
import Testing

@Suite struct ChainGraphTests {
  private func chain(_ sketch: HeapSketch, _ heap: HeapSnapshot, _ from: String, _ to: String) throws
    -> ReferenceChain
  {
    try #require(try heap.shortestChain(from: [sketch.index(from)], to: .object(sketch.index(to))))
  }

  @Test func `a chain's graph has its objects and references and nothing else`() throws {
    let sketch = HeapSketch("a -> b [x]; a -> b [y]; b -> c; c -> a; b -> d; e -> c")
    let heap = try sketch.snapshot()
    let chain = try chain(sketch, heap, "a", "c")
    let back = try ReferenceGraph(chains: [chain], in: heap)
    #expect(back.nodes.map(\.object) == ["c", "b", "a"].map(sketch.index))
    #expect(back.nodes.map(\.relation) == [.start, .holder, .holder])
    #expect(back.nodes.map(\.depth) == [0, 1, 2])
    #expect(Set(back.edges.map(\.reference)) == Set(chain.references))
    let forward = try ReferenceGraph(chains: [chain], in: heap, walk: ReferenceWalk(.forward))
    #expect(forward.nodes.map(\.object) == ["a", "b", "c"].map(sketch.index))
    #expect(forward.nodes.map(\.relation) == [.start, .held, .held])
    #expect(Set(forward.edges.map(\.reference)) == Set(chain.references))
    #expect(try ReferenceGraph(chain: chain.references, in: heap).edges == back.edges)
    #expect(try back.expanding(sketch.index("a")).edges.count == 3)
  }

  @Test func `walking along chains is objgraph's show_chain`() throws {
    let sketch = HeapSketch("a -> b [x]; a -> b [y]; b -> c; c -> a; b -> d; e -> c; a -> f -> c")
    let heap = try sketch.snapshot()
    let chains = try [chain(sketch, heap, "a", "c"), chain(sketch, heap, "e", "c")]
    for direction in ReferenceWalk.Direction.allCases {
      let graph = try ReferenceWalk.objgraph(direction).graph(along: chains, in: heap)
      var oracle = ObjgraphOracle(edges: [])
      oracle.edges = heap.objects.flatMap { object in
        heap.outgoingReferences(of: object).map { ($0.source.position, $0.target.position) }
      }
      let members = Set(chains.flatMap(\.objects).map(\.position))
      oracle.filter = members.contains
      oracle.maximumDepth = 2
      let starts = direction == .backward ? ["c"] : ["a", "e"]
      #expect(
        ObjgraphOracle.Result(graph)
          == oracle.walk(from: starts.map { sketch.index($0).position }, direction))
    }
  }

  @Test func `what chains share is there once`() throws {
    let sketch = HeapSketch("a -> b -> c; d -> b")
    let heap = try sketch.snapshot()
    let graph = try ReferenceGraph(
      chains: [chain(sketch, heap, "a", "c"), chain(sketch, heap, "d", "c")], in: heap)
    #expect(graph.nodes.count == 4)
    #expect(graph.edges.count == 3)
    #expect(graph.starts == [sketch.index("c")])
  }

  @Test(arguments: [2, 3, 4, 5, 9, 10, 11])
  func `of a chain that is too long both ends are drawn`(budget: Int) throws {
    var sketch = HeapSketch()
    for position in 1..<10 { sketch.refer("\(position - 1)", "\(position)") }
    let heap = try sketch.snapshot()
    for direction in ReferenceWalk.Direction.allCases {
      var walk = ReferenceWalk(direction)
      walk.nodeBudget = budget
      let graph = try ReferenceGraph(chains: [chain(sketch, heap, "0", "9")], in: heap, walk: walk)
      #expect(graph.nodes.count == min(budget, 10))
      #expect(graph[sketch["0"]] != nil)
      #expect(graph[sketch["9"]] != nil)
      #expect(graph.gaps.map(\.objectCount) == (budget < 10 ? [10 - budget] : []))
      #expect(graph.edges.count == min(budget, 10) - (budget < 10 ? 2 : 1))
      for gap in graph.gaps {
        #expect(gap.target.position - gap.source.position == gap.objectCount + 1)
        #expect(
          "\(gap)" == (gap.objectCount == 1 ? "… 1 more object …" : "… \(gap.objectCount) more objects …"))
      }
      // The far end hangs on the near one over the gap.
      #expect(graph.hiding(type: "Other").nodes.count == graph.nodes.count)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 150, 1_999, 2_000, 5_000])
  func `many chains keep to the budget, and those left out are counted`(budget: Int) throws {
    var sketch = HeapSketch()
    for chain in 0..<1_000 { sketch.refer("held \(chain)", "holder \(chain)") }
    let heap = try sketch.snapshot()
    let chains = try (0..<1_000).map {
      try self.chain(sketch, heap, "held \($0)", "holder \($0)")
    }
    for direction in ReferenceWalk.Direction.allCases {
      var walk = ReferenceWalk(direction)
      walk.nodeBudget = budget
      let graph = try ReferenceGraph(chains: chains, in: heap, walk: walk)
      // One chain is drawn whatever the budget.
      let drawn = min(max(budget / 2, 1), 1_000)
      #expect(graph.nodes.count == 2 * drawn)
      #expect(graph.edges.count == drawn)
      #expect(graph.starts == chains.prefix(drawn).map { direction == .backward ? $0.held : $0.holder })
      #expect(graph.notes == (drawn < 1_000 ? [.chainsLeftOut(chains: 1_000 - drawn)] : []))
      #expect(graph.merging(graph).notes == graph.notes)
    }
  }

  @Test func `a chain of objects that are drawn already takes nothing from the budget`() throws {
    let sketch = HeapSketch("a -> b -> c; a -> c; d -> c")
    let heap = try sketch.snapshot()
    let whole = try chain(sketch, heap, "a", "b")
    let short = try chain(sketch, heap, "a", "c")
    let other = try chain(sketch, heap, "d", "c")
    let back = try chain(sketch, heap, "b", "c")
    var walk = ReferenceWalk(.backward)
    walk.nodeBudget = 3
    let graph = try ReferenceGraph(chains: [whole, short, other, back], in: heap, walk: walk)
    #expect(graph.nodes.count == 3)
    #expect(graph.edges.count == 3)
    #expect(graph.notes == [.chainsLeftOut(chains: 1)])
  }

  @Test func `references that do not meet are no chain`() throws {
    let sketch = HeapSketch("a -> b; c -> d")
    let heap = try sketch.snapshot()
    let references = heap.objects.flatMap { Array(heap.outgoingReferences(of: $0)) }
    #expect(throws: ObjectGraphError.brokenChain(position: 1)) {
      try ReferenceGraph(chain: references, in: heap)
    }
    #expect(
      "\(ObjectGraphError.brokenChain(position: 1))"
        == "Reference 1 of the chain does not start where the one before it ends; give the references in their order."
    )
    #expect(try ReferenceGraph(chain: [], in: heap).nodes.isEmpty)
  }
}
