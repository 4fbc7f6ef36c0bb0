import HeapAnalysis
import HeapFixtures
import HeapModel
import Testing

struct ShortestChainTests {
  @Test(arguments: 0..<16 as Range<UInt64>)
  func `on random heaps a chain is as short as any, and each of its references is there`(seed: UInt64) throws
  {
    let objects = [2, 10, 40][Int(seed) % 3]
    let heap = try VariedHeap(
      seed: seed, objects: objects, references: objects * 2, excludedFlags: .madeByCapture)
    let start = Int(seed) % objects
    for selection in VariedHeap.selections {
      let back = BackReferences(of: heap.snapshot, selection: selection)
      let ahead = heap.reach(from: [start], selection: selection, backward: false)
      let behind = heap.reach(from: [start], selection: selection, backward: true)
      for object in heap.snapshot.objects {
        let forward = try heap.snapshot.shortestChain(
          from: [ObjectIndex(start)], to: .object(object), selection: selection)
        let distance = ahead.first { $0.object == object.position }?.depth
        #expect(forward?.references.count == distance)
        if let forward {
          #expect(forward.holder.position == start && forward.held == object)
          check(forward, selection)
        }
        let backward = try back.shortestChain(to: [ObjectIndex(start)], from: .object(object))
        #expect(backward?.references.count == behind.first { $0.object == object.position }?.depth)
        if let backward {
          #expect(backward.holder == object && backward.held.position == start)
          check(backward, selection)
        }
        if let distance, distance > 0 {
          let tooShort = try heap.snapshot.shortestChain(
            from: [ObjectIndex(start)], to: .object(object), selection: selection, maxDepth: distance - 1)
          #expect(tooShort == nil)
          let justLong = try heap.snapshot.shortestChain(
            from: [ObjectIndex(start)], to: .object(object), selection: selection, maxDepth: distance)
          #expect(justLong == forward)
        }
      }
      // The goal that is met first is the first of the plain search's order that fits.
      let module = try heap.snapshot.shortestChain(
        from: [ObjectIndex(start)], to: .importedModule, selection: selection)
      #expect(
        module?.held.position
          == ahead.first { heap.flags[$0.object].contains(.importedModule) }?.object)
      let root = try back.shortestChain(to: [ObjectIndex(start)], from: .root)
      #expect(root?.holder.position == behind.first { heap.roots.contains($0.object) }?.object)
      let noFrame = try back.shortestChain(to: [ObjectIndex(start)], from: .rootOfKind([.frame]))
      #expect(noFrame == nil)
    }
  }

  private func check(_ chain: ReferenceChain, _ selection: ReferenceSelection) {
    #expect(chain.references.map(\.source) == Array(chain.objects.dropLast()))
    #expect(chain.references.map(\.target) == Array(chain.objects.dropFirst()))
    #expect(chain.references.allSatisfy { selection.contains($0) })
    #expect(Set(chain.objects).count == chain.objects.count)
  }

  @Test func `a chain tells the labels of its references, from holder to held`() throws {
    var sketch = HeapSketch("module -> cache [cache]; cache -> entry [3]; other -> entry [0]")
    sketch.root("module", kind: .module)
    let heap = try sketch.snapshot()
    let chain = try #require(
      try BackReferences(of: heap).shortestChain(to: [sketch["entry"]], from: .root))
    #expect(chain.objects == [sketch["module"], sketch["cache"], sketch["entry"]])
    #expect(chain.references.map { heap.labelText(of: $0) } == ["cache", "[3]"])
  }

  @Test func `what is ignored and what the capture made is passed over, and no chain is nil`() throws {
    var sketch = HeapSketch()
    sketch.object("artefact", details: ObjectDetails(flags: .madeByCapture))
    sketch.draw("root -> artefact -> end; root -> a -> b -> end; root -> c -> d -> e -> end")
    let heap = try sketch.snapshot()
    let (root, end) = (sketch["root"], sketch["end"])
    let chain = try heap.shortestChain(from: [root], to: .object(end))
    #expect(chain?.objects == [root, sketch["a"], sketch["b"], end])
    let b = sketch["b"]
    let longer = try heap.shortestChain(from: [root], to: .object(end), ignoring: { $0 == b })
    #expect(longer?.references.count == 4)
    let back = BackReferences(of: heap)
    #expect(
      try back.shortestChain(to: [end], from: .object(root), ignoring: { $0 == b })?.references.count == 4)
    #expect(try back.shortestChain(to: [end], from: .anyOf([root, sketch["e"]]))?.holder == sketch["e"])
    #expect(try back.shortestChain(to: [root], from: .object(end)) == nil)
    #expect(try heap.shortestChain(from: [end], to: .importedModule) == nil)
  }

  @Test func `a start that is the goal is a chain of one object`() throws {
    var sketch = HeapSketch("a -> b")
    let heap = try sketch.snapshot()
    let a = sketch["a"]
    let chain = try heap.shortestChain(from: [sketch["b"], a], to: .matching { $0 == a }, maxDepth: 0)
    #expect(chain?.objects == [a] && chain?.references == [])
  }

  @Test func `a chain search that is told to stop stops`() throws {
    let heap = try ChainHeap.chain(of: 10)
    #expect(throws: HeapAnalysisError.cancelled) {
      try heap.shortestChain(
        from: [ObjectIndex(0)], to: .importedModule, monitor: AnalysisMonitor(shouldContinue: { false }))
    }
  }
}

struct LongChainTests {
  // In a debug build each step costs fifty times as much, and what is tried is the form, not the time.
  #if DEBUG
    private static let length = 300_000
  #else
    private static let length = 5_000_000
  #endif

  @Test(.timeLimit(.minutes(1)))
  func `millions of objects in a row are traversed, chained, counted and searched without recursion`() throws
  {
    let heap = try ChainHeap.chain(of: Self.length)
    let (first, last) = (ObjectIndex(0), ObjectIndex(Self.length - 1))
    let back = BackReferences(of: heap, selection: .strong)
    let behind = try ReachableObjects(leadingTo: [last], through: back)
    #expect(behind.count == Self.length && behind.depth == Self.length - 1)
    let chain = try #require(try back.shortestChain(to: [last], from: .root))
    #expect(chain.holder == first && chain.references.count == Self.length - 1)
    #expect(try heap.shortestChain(from: [first], to: .object(last)) == chain)
    #expect(TypeStatistics(of: heap)["Node"]?.count == Self.length)
    #expect(try heap.leakingObjects(scope: .all) == [first])
    #expect(try heap.leakingObjects(scope: .all, excludesRoots: true) == [])
    #expect(try NewObjects(in: heap, since: heap, scope: .tracked).entries.map(\.objects.count) == [])
    #expect(try NewObjects(in: heap, since: heap, scope: .all).entries.map(\.objects.count) == [0])
    #expect(try ObjectLookup(heap).objects(named: "head.next.next") == [ObjectIndex(2)])
  }
}
