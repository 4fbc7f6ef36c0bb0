import Benchmark
import Foundation
import HeapGraph

/// What every command does, on a heap of a million objects: enough to leave the processor's caches, and small
/// enough that all of it takes two minutes on two cores.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResidentDelta], warmupIterations: 1, maxDuration: .seconds(5),
    maxIterations: 30)

  let objectCount = 1_000_000
  let heap = Result { try SampleHeap.random(objects: objectCount, referencesPerObject: 4) }
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("heapgraph-benchmark-\(ProcessInfo.processInfo.processIdentifier).heap").path

  Benchmark(
    "Open a file",
    configuration: .init(
      setup: { try heap.get().write(to: file) },
      teardown: { try FileManager.default.removeItem(atPath: file) })
  ) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try HeapSnapshot(contentsOf: file)) }
  }

  Benchmark(
    "Write a file", configuration: .init(teardown: { try FileManager.default.removeItem(atPath: file) })
  ) {
    _ in
    try heap.get().write(to: file)
  }

  Benchmark("Build a snapshot") { _ in
    blackHole(try SampleHeap.random(objects: objectCount, referencesPerObject: 4))
  }

  Benchmark("Turn references round") { _ in
    blackHole(BackReferences(of: try heap.get()))
  }

  Benchmark("Reach everything, breadth first") { _ in
    blackHole(try ReachableObjects(from: CollectionOfOne(ObjectIndex(0)), in: try heap.get()))
  }

  Benchmark("Count types") { _ in
    blackHole(TypeStatistics(of: try heap.get()))
  }

  let backReferences = heap.map { BackReferences(of: $0) }
  Benchmark("Find a chain to a root") { _ in
    let starts = CollectionOfOne(ObjectIndex(objectCount / 2))
    blackHole(try backReferences.get().shortestChain(to: starts, from: .root))
  }

  let row = Result { BackReferences(of: try SampleHeap.chain(objects: objectCount)) }
  Benchmark("Find a chain of a million links") { _ in
    let starts = CollectionOfOne(ObjectIndex(objectCount - 1))
    blackHole(try row.get().shortestChain(to: starts, from: .root))
  }

  let drawn = heap.map { BackReferences(of: $0, selection: .drawn) }
  Benchmark("Walk back to DOT text, 150 nodes") { _ in
    var walk = ReferenceWalk(.backward)
    walk.maximumDepth = 5
    let graph = try walk.graph(
      from: CollectionOfOne(ObjectIndex(objectCount / 2)), in: try heap.get(), backReferences: try drawn.get()
    )
    blackHole(graph.dot())
  }

  Benchmark("Walk forth to DOT text, 5,000 nodes") { _ in
    var walk = ReferenceWalk(.forward)
    walk.maximumDepth = 20
    walk.nodeBudget = 5000
    let graph = try walk.graph(from: CollectionOfOne(ObjectIndex(0)), in: try heap.get())
    blackHole(graph.dot())
  }
}
