import HeapAnalysis
import HeapFixtures
import HeapModel
import Testing

struct TypeStatisticsTests {
  @Test(arguments: 0..<8 as Range<UInt64>, TypeNaming.allCases)
  func `a random heap is counted as object after object would be`(seed: UInt64, naming: TypeNaming) throws {
    let heap = try VariedHeap(seed: seed, objects: Int(seed) * 20, references: 0)
    for scope in ObjectScope.allCases {
      var expected: [String: (count: Int, size: Int)] = [:]
      for position in heap.types.indices where scope == .all || heap.flags[position].contains(.tracked) {
        let qualified = heap.types[position]
        let name = naming == .short ? String(qualified.split(separator: ".").last!) : qualified
        expected[name, default: (0, 0)].count += 1
        expected[name, default: (0, 0)].size += heap.sizes[position]
      }
      let statistics = TypeStatistics(of: heap.snapshot, naming: naming, scope: scope)
      #expect(statistics.entries.map(\.name) == expected.keys.sorted())
      for entry in statistics.entries {
        #expect(entry.count == expected[entry.name]?.count)
        #expect(entry.shallowSize == expected[entry.name].map { ByteCount($0.size) })
        #expect(statistics[entry.name] == entry)
      }
      #expect(statistics.objectCount == expected.values.reduce(0) { $0 + $1.count })
      #expect(statistics.shallowSize == ByteCount(expected.values.reduce(0) { $0 + $1.size }))
      let some = heap.snapshot.objects.filter { scope.contains($0, in: heap.snapshot) }
      #expect(
        TypeStatistics(of: some, in: heap.snapshot, naming: naming).entries == statistics.entries)
    }
    for name in ["T", "a.T", "U", "list", "none"] {
      let positions = heap.types.indices.filter {
        heap.types[$0] == name || heap.types[$0].split(separator: ".").last! == name
      }
      #expect(heap.snapshot.instances(ofType: name).map(\.position) == positions)
      #expect(heap.snapshot.count(ofType: name) == positions.count)
      let tracked = positions.filter { heap.flags[$0].contains(.tracked) }
      #expect(heap.snapshot.instances(ofType: name, scope: .tracked).map(\.position) == tracked)
      #expect(heap.snapshot.count(ofType: name, scope: .tracked) == tracked.count)
    }
  }

  @Test func `the most common come first, by number or by bytes, and the name decides among equals`() throws {
    var sketch = HeapSketch()
    for (name, type, size) in [
      ("1", "b.Small", 8), ("2", "b.Small", 8), ("3", "c.Big", 900), ("4", "a.Other", 16),
      ("5", "a.Small", 1),
    ] {
      sketch.object(name, type: type, size: size)
    }
    let heap = try sketch.snapshot()
    let short = TypeStatistics(of: heap)
    #expect(short.mostCommon().map(\.name) == ["Small", "Big", "Other"])
    #expect(short.mostCommon().map(\.count) == [3, 1, 1])
    #expect(short.mostCommon(limit: nil, by: .size).map(\.name) == ["Big", "Small", "Other"])
    #expect(short.mostCommon(limit: 1, by: .size).map(\.shallowSize) == [ByteCount(900)])
    #expect(short.mostCommon(limit: 0).isEmpty && short.mostCommon(limit: -1).isEmpty)
    let qualified = TypeStatistics(of: heap, naming: .qualified)
    #expect(qualified.mostCommon(limit: nil).map(\.name) == ["b.Small", "a.Other", "a.Small", "c.Big"])
    #expect(short["none"] == nil)
  }

  @Test func `without flags nothing is tracked`() throws {
    let heap = try ChainHeap.chain(of: 4)
    #expect(TypeStatistics(of: heap, scope: .tracked).entries.isEmpty)
    #expect(heap.count(ofType: "Node", scope: .tracked) == 0)
    #expect(heap.count(ofType: "Node") == 4)
    #expect(ObjectScope.preferred(for: heap) == .all)
    var sketch = HeapSketch()
    sketch.object("module", details: ObjectDetails(flags: .module))
    #expect(ObjectScope.preferred(for: try sketch.snapshot()) == .all)
    sketch.object("list", details: ObjectDetails(flags: .tracked))
    #expect(ObjectScope.preferred(for: try sketch.snapshot()) == .tracked)
  }
}
