import HeapFixtures
import HeapModel
import Testing

@testable import HeapAnalysis

struct HeapGrowthTests {
  private func heap(_ counts: [String: Int]) throws -> HeapSnapshot {
    var sketch = HeapSketch()
    for (type, count) in counts.sorted(by: { $0.key < $1.key }) {
      for number in 0..<count { sketch.object("\(type)\(number)", type: type, size: 10) }
    }
    return try sketch.snapshot()
  }

  @Test func `growth is from the first snapshot to the last, the greatest first`() throws {
    let growth = HeapGrowth(over: [
      try heap(["a": 5, "b": 1, "c": 3, "gone": 2]), try heap(["a": 9, "b": 2, "c": 3]),
      try heap(["a": 7, "b": 3, "c": 1, "new": 2]),
    ])
    #expect(growth.increases().map(\.name) == ["a", "b", "new"])
    #expect(growth.increases().map(\.increase) == [2, 2, 2])
    #expect(growth.increases().map(\.count) == [7, 3, 2])
    #expect(growth.increases(limit: 2).map(\.name) == ["a", "b"])
    #expect(growth.increases(by: .size).map(\.sizeIncrease) == [20, 20, 20])
    #expect(growth.increases(by: .peak).map(\.name) == ["new", "b"])
    #expect(growth.increases(by: .peak).map(\.increaseOverPeak) == [2, 1])
    #expect(growth.changes().map(\.name) == ["a", "b", "new", "c", "gone"])
    #expect(growth.changes().map(\.increase) == [2, 2, 2, -2, -2])
    #expect(growth.entries.filter(\.roseSteadily).map(\.name) == ["b"])
    #expect(growth.entries.first { $0.name == "gone" }?.counts == [2, 0, 0])
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `on random heaps growth is the difference of what was counted`(seed: UInt64) throws {
    let heaps = try (0..<3).map {
      try VariedHeap(seed: seed * 10 + $0, objects: Int(20 * (1 + ($0 + seed) % 3)), references: 0)
    }
    for scope in ObjectScope.allCases {
      let growth = HeapGrowth(over: heaps.map(\.snapshot), naming: .qualified, scope: scope)
      for entry in growth.entries {
        let counts = heaps.map { $0.snapshot.count(ofType: entry.name, scope: scope) }
        #expect(entry.counts == counts)
        #expect(entry.increase == counts[2] - counts[0])
        #expect(entry.increaseOverPeak == max(counts[2] - max(counts[0], counts[1]), 0))
      }
      #expect(
        Set(growth.increases(limit: nil).map(\.name))
          == Set(growth.entries.filter { $0.increase > 0 }.map(\.name)))
    }
  }

  @Test func `peaks are remembered from call to call, those beyond the limit too`() throws {
    var peaks = PeakCounts()
    let first = TypeStatistics(of: try heap(["a": 5, "b": 1, "c": 3]))
    #expect(peaks.update(with: first, limit: 1) == [.init(name: "a", count: 5, increase: 5)])
    let fewer = TypeStatistics(of: try heap(["a": 2, "b": 1]))
    #expect(peaks.update(with: fewer).isEmpty)
    let more = TypeStatistics(of: try heap(["a": 5, "b": 3, "c": 5]))
    #expect(
      peaks.update(with: more) == [
        .init(name: "b", count: 3, increase: 2), .init(name: "c", count: 5, increase: 2),
      ])
    #expect(peaks.counts == ["a": 5, "b": 3, "c": 5])
  }
}

struct NewObjectsTests {
  @Test(arguments: 0..<8 as Range<UInt64>, TypeNaming.allCases)
  func `an object is new where its address did not hold one of its type`(seed: UInt64, naming: TypeNaming)
    throws
  {
    let old = try VariedHeap(seed: seed, objects: 60, references: 0)
    let current = try VariedHeap(seed: seed + 100, objects: 70, references: 0, shift: 20)
    func name(_ heap: VariedHeap, _ position: Int) -> String {
      naming == .short ? String(heap.types[position].split(separator: ".").last!) : heap.types[position]
    }
    for scope in ObjectScope.allCases {
      func isIn(_ heap: VariedHeap, _ position: Int) -> Bool {
        scope == .all || heap.flags[position].contains(.tracked)
      }
      let new = try NewObjects(in: current.snapshot, since: old.snapshot, naming: naming, scope: scope)
      for entry in new.entries {
        let expected = current.types.indices.filter { position in
          guard isIn(current, position), name(current, position) == entry.name else { return false }
          let before = position + 20
          let isKnown = before < 60 && isIn(old, before) && name(old, before) == entry.name
          return !isKnown
        }
        #expect(entry.objects.map(\.position) == expected)
        #expect(
          entry.oldCount == old.types.indices.count { isIn(old, $0) && name(old, $0) == entry.name })
        #expect(
          entry.currentCount
            == current.types.indices.count { isIn(current, $0) && name(current, $0) == entry.name })
        #expect(entry.increase == entry.currentCount - entry.oldCount)
      }
      #expect(
        new.entries.reduce(0) { $0 + $1.currentCount } == current.types.indices.count { isIn(current, $0) })
    }
  }

  @Test func `a table of new objects is sorted by any of its columns`() throws {
    var before = HeapSketch()
    before.object("1", type: "list")
    before.object("2", type: "list")
    before.object("3", type: "list")
    before.object("4", type: "dict")
    var after = HeapSketch()
    after.object("1", type: "dict")
    after.object("2", type: "list")
    after.object("3", type: "tuple")
    after.object("4", type: "dict")
    after.object("5", type: "dict")
    let new = try NewObjects(in: after.snapshot(), since: before.snapshot())
    #expect(new.sorted().map(\.name) == ["dict", "tuple", "list"])
    #expect(new.sorted().map(\.increase) == [2, 1, -2])
    #expect(new.sorted(by: .oldCount).map(\.oldCount) == [3, 1, 0])
    #expect(new.sorted(by: .currentCount, limit: 2).map(\.name) == ["dict", "list"])
    #expect(new.sorted(by: .newCount).map { $0.objects.map(\.position) } == [[0, 4], [2], []])
  }

  @Test func `a comparison that is told to stop stops`() throws {
    let heap = try ChainHeap.chain(of: 3)
    #expect(throws: HeapAnalysisError.cancelled) {
      try NewObjects(in: heap, since: heap, monitor: AnalysisMonitor(shouldContinue: { false }))
    }
  }
}

struct LeakingObjectsTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `on random heaps those leak that no object of the scope refers to`(seed: UInt64) throws {
    let heap = try VariedHeap(seed: seed, objects: 60, references: 60)
    for selection in VariedHeap.selections {
      for scope in ObjectScope.allCases {
        for excludesRoots in [false, true] {
          func isIn(_ position: Int) -> Bool {
            scope == .all || heap.flags[position].contains(.tracked)
          }
          let held = Set(heap.edges.filter { $0.isIn(selection) && isIn($0.source) }.map(\.target))
          let expected = heap.types.indices.filter {
            isIn($0) && !held.contains($0) && heap.referenceCounts[$0] > 0
              && !heap.flags[$0].contains(.madeByCapture) && !(excludesRoots && heap.roots.contains($0))
          }
          let leaking = try heap.snapshot.leakingObjects(
            selection: selection, scope: scope, excludesRoots: excludesRoots)
          #expect(leaking.map(\.position) == expected)
        }
      }
    }
  }

  @Test func `what only an untracked tuple holds leaks as objgraph sees it, and not when all is looked at`()
    throws
  {
    var sketch = HeapSketch()
    sketch.object("tuple", type: "tuple")
    sketch.object("list", type: "list", details: ObjectDetails(flags: .tracked))
    sketch.draw("tuple -> list [0]")
    let heap = try sketch.snapshot()
    #expect(try heap.leakingObjects() == [sketch.index("list")])
    #expect(try heap.leakingObjects(selection: .all, scope: .all) == [sketch.index("tuple")])
  }

  @Test func `a search for leaks that is told to stop stops`() throws {
    let heap = try ChainHeap.chain(of: 3)
    #expect(throws: HeapAnalysisError.cancelled) {
      try heap.leakingObjects(monitor: AnalysisMonitor(shouldContinue: { false }))
    }
  }
}
