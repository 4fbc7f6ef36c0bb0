import HeapAnalysis
import HeapFixtures
import HeapModel
import Synchronization
import Testing

struct ReachableObjectsTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `forward and backward, a random heap is visited as a plain search visits it`(seed: UInt64) throws {
    let objects = [1, 5, 30, 60][Int(seed) % 4]
    let heap = try VariedHeap(seed: seed, objects: objects, references: objects * 2)
    let starts = [Int(seed) % objects, objects / 2, Int(seed) % objects]
    let ignored: Set<Int> = [objects / 3, objects - 1]
    for selection in VariedHeap.selections {
      let back = BackReferences(of: heap.snapshot, selection: selection)
      for maxDepth in [nil, 0, 1, 2, 5] {
        for ignoring in [[], ignored] {
          let isIgnored: ((ObjectIndex) -> Bool)? =
            ignoring.isEmpty ? nil : { ignoring.contains($0.position) }
          let forward = try ReachableObjects(
            from: starts.map { ObjectIndex($0) }, in: heap.snapshot, selection: selection,
            maxDepth: maxDepth, ignoring: isIgnored)
          check(
            forward, in: heap,
            heap.reach(
              from: starts, selection: selection, backward: false, maxDepth: maxDepth, ignoring: ignoring))
          let backward = try ReachableObjects(
            leadingTo: starts.map { ObjectIndex($0) }, through: back, maxDepth: maxDepth,
            ignoring: isIgnored)
          check(
            backward, in: heap,
            heap.reach(
              from: starts, selection: selection, backward: true, maxDepth: maxDepth, ignoring: ignoring))
        }
      }
    }
  }

  private func check(
    _ reached: ReachableObjects, in heap: VariedHeap, _ expected: [(object: Int, depth: Int)]
  ) {
    #expect(reached.map(\.position) == expected.map(\.object))
    #expect(reached.depth == expected.last?.depth)
    for depth in 0...(expected.last?.depth ?? 0) + 1 {
      #expect(
        reached.places(atDepth: depth).map { reached[$0].position }
          == expected.filter { $0.depth == depth }.map(\.object))
    }
    let objects = Set(expected.map(\.object))
    #expect(heap.snapshot.objects.allSatisfy { reached.contains($0) == objects.contains($0.position) })
  }

  @Test func `nothing is reached from no object`() throws {
    let heap = try ChainHeap.chain(of: 3)
    let reached = try ReachableObjects(from: [], in: heap)
    #expect(reached.isEmpty && reached.depth == nil && reached.places(atDepth: 0).isEmpty)
    #expect(!reached.contains(ObjectIndex(0)))
  }

  @Test func `a search that is told to stop stops, and one that runs tells how far it is`() throws {
    let heap = try ChainHeap.chain(of: 200_000)
    #expect(throws: HeapAnalysisError.cancelled) {
      try ReachableObjects(
        from: [ObjectIndex(0)], in: heap, monitor: AnalysisMonitor(shouldContinue: { false }))
    }
    let told = Mutex<[Double]>([])
    let monitor = AnalysisMonitor(report: { part in told.withLock { $0.append(part) } })
    _ = try ReachableObjects(from: [ObjectIndex(0)], in: heap, monitor: monitor)
    let parts = told.withLock { $0 }
    #expect(parts.count > 2 && parts == parts.sorted() && parts.allSatisfy { (0...1).contains($0) })
  }

  @Test func `a search in a cancelled task throws`() async throws {
    let heap = try ChainHeap.chain(of: 10)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try ReachableObjects(from: [ObjectIndex(0)], in: heap).count
    }
    task.cancel()
    await #expect(throws: HeapAnalysisError.cancelled) { try await task.value }
  }
}
