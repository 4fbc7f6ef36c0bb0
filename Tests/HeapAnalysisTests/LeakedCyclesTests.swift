import HeapAnalysis
import HeapFixtures
import HeapModel
import Testing

/// Leaked cycles, against searches that try every object and every reference.
@Suite struct LeakedCyclesTests {
  /// Objects and references by number, with counts that are as a runtime would have them.
  private struct Plan {
    struct Edge {
      var source: Int
      var target: Int
      var strength: ReferenceStrength
      var isInferred: Bool
      var name: String
    }

    var count: Int
    var edges: [Edge] = []
    /// How many references from outside the heap each object has.
    var outside: [Int]

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      count = Int.random(in: 1...24, using: &generator)
      outside = (0..<count).map { _ in Int.random(in: 0..<6, using: &generator) == 0 ? 1 : 0 }
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        edges.append(
          Edge(
            source: Int.random(in: 0..<count, using: &generator),
            target: Int.random(in: 0..<count, using: &generator),
            strength: [.strong, .strong, .strong, .weak, .unowned].randomElement(using: &generator)!,
            isInferred: Int.random(in: 0..<10, using: &generator) == 0,
            name: ["a", "parent", "next"].randomElement(using: &generator)!))
      }
      // Whoever is there is held by somebody.
      for object in 0..<count where !edges.contains(where: { $0.target == object && $0.strength == .strong })
      {
        outside[object] = 1
      }
    }

    func snapshot() throws -> HeapSnapshot {
      var sketch = HeapSketch()
      for object in 0..<count {
        // An inferred reference may be one that counts: here each is, so that its target keeps a count.
        let inside = edges.filter { $0.target == object && $0.strength == .strong }.count
        sketch.object(
          "\(object)", type: "T\(object % 3)", size: 16 + object,
          details: ObjectDetails(referenceCount: outside[object] + inside))
      }
      for edge in edges {
        sketch.refer(
          "\(edge.source)", "\(edge.target)", strength: edge.strength, label: .name(edge.name),
          isInferred: edge.isInferred)
      }
      return try sketch.snapshot()
    }

    /// What nothing outside reaches, where each target of an inferred reference counts as held from outside.
    func leaked() -> Set<Int> {
      var alive = Set((0..<count).filter { outside[$0] > 0 })
      alive.formUnion(edges.filter { $0.isInferred && $0.strength == .strong }.map(\.target))
      var isGrowing = true
      while isGrowing {
        let more = edges.filter {
          $0.strength == .strong && alive.contains($0.source) && !alive.contains($0.target)
        }
        alive.formUnion(more.map(\.target))
        isGrowing = !more.isEmpty
      }
      return Set(0..<count).subtracting(alive)
    }

    /// What can be reached from an object over strong references, itself only by a way round.
    func reached(from start: Int, without removed: Set<Int> = []) -> Set<Int> {
      var found: Set<Int> = []
      var waiting = [start]
      while let object = waiting.popLast() {
        for (number, edge) in edges.enumerated()
        where edge.strength == .strong && edge.source == object && !removed.contains(number) {
          if found.insert(edge.target).inserted { waiting.append(edge.target) }
        }
      }
      return found
    }
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `what is leaked, and its cycles, are those that trying everything finds`(seed: UInt64) throws {
    let plan = Plan(seed: seed)
    let report = try plan.snapshot().leakedCycles()
    let leaked = plan.leaked()
    #expect(Set(report.objects.map(\.position)) == leaked)
    #expect(report.inconsistentObjects.isEmpty)
    #expect(report.size == ByteCount(leaked.reduce(0) { $0 + 16 + $1 }))

    // Two objects are in one cycle if each reaches the other.
    let onCycles = leaked.filter { plan.reached(from: $0).contains($0) }
    var expected: Set<Set<Int>> = []
    for object in onCycles {
      expected.insert(
        onCycles.filter { plan.reached(from: object).contains($0) && plan.reached(from: $0).contains(object) }
      )
    }
    #expect(Set(report.cycles.map { Set($0.objects.map(\.position)) }) == expected)
    // Each leaked object goes with one cycle, for only cycles keep themselves.
    #expect(report.cycles.reduce(0) { $0 + $1.heldCount } == leaked.count)
    #expect(report.cycles.reduce(0) { $0 + $1.heldSize.rawValue } == report.size.rawValue)

    for cycle in report.cycles {
      let members = Set(cycle.objects.map(\.position))
      let inner = plan.edges.indices.filter { number in
        let edge = plan.edges[number]
        return edge.strength == .strong && members.contains(edge.source) && members.contains(edge.target)
      }
      #expect(cycle.references.count == inner.count)
      // The way goes round.
      #expect(cycle.way.first?.source == cycle.objects[0] && cycle.way.last?.target == cycle.objects[0])
      for (one, next) in zip(cycle.way, cycle.way.dropFirst()) { #expect(one.target == next.source) }

      // Every variable is tried.
      var good: Set<String> = []
      for type in 0..<3 {
        for name in ["a", "parent", "next"] {
          let removed = Set(
            inner.filter {
              plan.edges[$0].source % 3 == type && plan.edges[$0].name == name && !plan.edges[$0].isInferred
            })
          guard !removed.isEmpty else { continue }
          let isBroken = members.allSatisfy { !plan.reached(from: $0, without: removed).contains($0) }
          if isBroken { good.insert("T\(type).\(name)") }
        }
      }
      let snapshot = try plan.snapshot()
      #expect(Set(cycle.remedies.map { "\(snapshot.types[$0.type].name).\($0.name ?? "")" }) == good)
    }
  }

  @Test func `a back-pointer is the remedy to name first`() throws {
    let counts = ["tree": 2, "array": 1, "leaf": 1, "other": 1]
    var counted = HeapSketch()
    for object in ["tree", "array", "leaf", "other"] {
      counted.object(
        object, type: ["tree": "Tree", "array": "Array"][object] ?? "Leaf",
        details: ObjectDetails(referenceCount: counts[object]))
    }
    counted.draw(
      "tree -> array [children]; array -> leaf [0]; array -> other [1]; leaf -> tree [parent]; other -> tree [parent]"
    )
    let snapshot = try counted.snapshot()
    let report = try snapshot.leakedCycles()
    let cycle = try #require(report.cycles.first)
    #expect(report.cycles.count == 1 && cycle.objects.count == 4 && cycle.references.count == 5)
    #expect(cycle.remedies.map(\.name) == ["parent", "children"])
    #expect(cycle.remedies[0].references.count == 2)
    #expect(cycle.way.count == 3)
  }

  @Test func `a ring of a million objects needs no deep stack`() throws {
    var builder = HeapSnapshotBuilder()
    let type = builder.addType(name: "Node")
    let count = 1_000_000
    for number in 0..<count {
      builder.addObject(
        at: Address(rawValue: UInt64(number + 1) * 32), type: type, size: ByteCount(32),
        details: ObjectDetails(referenceCount: 1))
      builder.addReference(
        from: ObjectIndex(number), to: ObjectIndex((number + 1) % count), kind: .attribute,
        label: .name("next"))
    }
    let report = try builder.finish().leakedCycles()
    #expect(report.cycles.count == 1 && report.cycles[0].objects.count == count)
    #expect(report.cycles[0].way.count == count)
  }

  @Test func `more references than are counted make an object be taken for held`() throws {
    var sketch = HeapSketch()
    sketch.object("a", details: ObjectDetails(referenceCount: 1))
    sketch.object("b", details: ObjectDetails(referenceCount: 1))
    sketch.draw("a -> b; b -> a; b -> b")
    let report = try sketch.snapshot().leakedCycles()
    #expect(report.cycles.isEmpty)
    #expect(report.inconsistentObjects.map(\.position) == [1])
  }

  @Test func `memory that counts no references is no leak`() throws {
    var sketch = HeapSketch()
    sketch.object("memory", details: ObjectDetails(referenceCount: 0))
    sketch.object("a", details: ObjectDetails(referenceCount: 1))
    sketch.draw("a -> a; memory -> a")
    let report = try sketch.snapshot().leakedCycles()
    #expect(report.objects.isEmpty)
    #expect(report.inconsistentObjects.map(\.position) == [1])
  }

  @Test func `a heap without counts says so`() throws {
    let snapshot = try HeapSketch("a -> b").snapshot()
    #expect(throws: HeapAnalysisError.noReferenceCounts) { try snapshot.leakedCycles() }
    #expect("\(HeapAnalysisError.noReferenceCounts)".contains("reference counts"))
  }
}
