package import HeapModel

/// A generator whose numbers depend on its seed alone (SplitMix64, Steele, Lea and Flood 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Random heaps, and plain edge lists of them for an oracle to work on.
package struct RandomHeap: Sendable {
  package let snapshot: HeapSnapshot
  /// Every reference as a pair of positions, sorted by source as in the snapshot.
  package let edges: [(source: Int, target: Int)]

  /// Makes a heap.
  ///
  /// - Parameters:
  ///   - seed: decides everything.
  ///   - objects: how many objects.
  ///   - references: how many references, with self references and parallel ones among them.
  package init(seed: UInt64, objects: Int, references: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var builder = HeapSnapshotBuilder()
    let types = (0..<5).map { builder.addType(name: "T\($0)", qualifiedName: "m\($0 % 2).T\($0)") }
    for position in 0..<objects {
      builder.addObject(
        at: Address(rawValue: 0x1000 + UInt64(position) * 16),
        type: types[Int.random(in: 0..<types.count, using: &generator)],
        size: ByteCount(16 * Int.random(in: 1...8, using: &generator)),
        details: ObjectDetails(referenceCount: Int.random(in: 0...5, using: &generator)))
    }
    var edges: [(source: Int, target: Int)] = []
    for _ in 0..<(objects == 0 ? 0 : references) {
      edges.append(
        (Int.random(in: 0..<objects, using: &generator), Int.random(in: 0..<objects, using: &generator)))
    }
    edges = edges.enumerated()
      .sorted { ($0.element.source, $0.offset) < ($1.element.source, $1.offset) }
      .map(\.element)
    for (number, edge) in edges.enumerated() {
      builder.addReference(
        from: ObjectIndex(edge.source), to: ObjectIndex(edge.target), kind: .element,
        strength: number % 17 == 0 ? .weak : .strong, label: .index(number))
    }
    if objects > 0 {
      for number in 0..<3 {
        builder.addRoot(
          .index(ObjectIndex(Int.random(in: 0..<objects, using: &generator))), kind: .global,
          name: "root\(number)")
      }
    }
    self.edges = edges
    snapshot = try builder.finish()
  }
}
