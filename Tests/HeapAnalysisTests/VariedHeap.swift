import HeapAnalysis
import HeapFixtures
import HeapModel

/// Random heaps with references of every sort, flags and roots, and what an oracle needs to know of them.
struct VariedHeap {
  struct Edge: Equatable {
    var source: Int
    var target: Int
    var kind: ReferenceKind
    var strength: ReferenceStrength
    var isTraced: Bool
    var isInferred: Bool

    func isIn(_ selection: ReferenceSelection) -> Bool {
      selection.strengths.contains(strength) && !selection.excludedKinds.contains(kind)
        && (selection.includesUntraced || isTraced) && (selection.includesInferred || !isInferred)
    }
  }

  let snapshot: HeapSnapshot
  /// Sorted by source, in the order of adding.
  let edges: [Edge]
  let flags: [ObjectFlags]
  let types: [String]
  let sizes: [Int]
  let referenceCounts: [Int]
  let roots: [Int]

  static let selections: [ReferenceSelection] = [
    .all, .strong, .traced,
    ReferenceSelection(excludedKinds: [.unknown, .type, .internal]),
    ReferenceSelection(strengths: [.weak, .unowned], includesInferred: false),
    ReferenceSelection(strengths: []),
  ]

  init(
    seed: UInt64, objects: Int, references: Int, shift: Int = 0, excludedFlags: ObjectFlags = []
  ) throws {
    var generator = SeededGenerator(seed: seed)
    func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }
    var builder = HeapSnapshotBuilder()
    let names = ["a.T", "b.T", "a.U", "list"]
    let typeIndices = names.map {
      builder.addType(name: String($0.split(separator: ".").last!), qualifiedName: $0)
    }
    var flags: [ObjectFlags] = []
    var types: [String] = []
    var sizes: [Int] = []
    var referenceCounts: [Int] = []
    for position in 0..<objects {
      let possible: [ObjectFlags] = [[], .tracked, .tracked, [.tracked, .madeByCapture], .importedModule]
      flags.append(possible[number(below: possible.count)].subtracting(excludedFlags))
      let type = number(below: names.count)
      types.append(names[type])
      sizes.append(number(below: 4) * 8)
      referenceCounts.append(number(below: 4))
      builder.addObject(
        at: HeapSketch.address(position + shift), type: typeIndices[type], size: ByteCount(sizes[position]),
        details: ObjectDetails(referenceCount: referenceCounts[position], flags: flags[position]))
    }
    var edges: [Edge] = []
    for _ in 0..<(objects == 0 ? 0 : references) {
      edges.append(
        Edge(
          source: number(below: objects), target: number(below: objects),
          kind: ReferenceKind.allCases[number(below: ReferenceKind.allCases.count)],
          strength: number(below: 3) > 0
            ? .strong : ReferenceStrength.allCases[number(below: ReferenceStrength.allCases.count)],
          isTraced: number(below: 4) > 0, isInferred: number(below: 6) == 0))
    }
    edges = edges.enumerated()
      .sorted { ($0.element.source, $0.offset) < ($1.element.source, $1.offset) }
      .map(\.element)
    for (number, edge) in edges.enumerated() {
      builder.addReference(
        from: .index(ObjectIndex(edge.source)), to: .index(ObjectIndex(edge.target)), kind: edge.kind,
        strength: edge.strength, label: .index(number), isTraced: edge.isTraced, isInferred: edge.isInferred)
    }
    let roots = (0..<(objects == 0 ? 0 : 3)).map { _ in number(below: objects) }
    for root in roots { builder.addRoot(.index(ObjectIndex(root)), kind: .global, name: "r") }
    self.edges = edges
    self.flags = flags
    self.types = types
    self.sizes = sizes
    self.referenceCounts = referenceCounts
    self.roots = roots
    snapshot = try builder.finish()
  }

  /// Who can be reached, object by object in the order of a plain search, with its depth.
  func reach(
    from starts: [Int], selection: ReferenceSelection, backward: Bool, maxDepth: Int? = nil,
    ignoring ignored: Set<Int> = []
  ) -> [(object: Int, depth: Int)] {
    var found: [(object: Int, depth: Int)] = []
    for start in starts where !found.contains(where: { $0.object == start }) { found.append((start, 0)) }
    var place = 0
    while place < found.count {
      let (object, depth) = found[place]
      place += 1
      if let maxDepth, depth >= maxDepth { continue }
      let next = edges.filter { $0.isIn(selection) && (backward ? $0.target : $0.source) == object }
        .map { backward ? $0.source : $0.target }
      for neighbour in next
      where !ignored.contains(neighbour) && !found.contains(where: { $0.object == neighbour }) {
        found.append((neighbour, depth + 1))
      }
    }
    return found
  }
}
