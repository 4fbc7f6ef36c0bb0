import HeapGraph

/// What was leaked before a piece of a program ran.
struct LeakBaseline: Sendable {
  /// An object that is known again: what is leaked lies where it is for good.
  private struct Place: Hashable {
    var address: UInt64
    var type: String
  }

  private let leaked: Set<Place>

  /// Remembers what is leaked in a heap.
  ///
  /// Objects that are alive do not count: one of the same type may take the place of one that is freed in between.
  ///
  /// - Complexity: O(*n* + *m*) in the size of the heap.
  init(_ heap: HeapSnapshot) throws(HeapAnalysisError) {
    let cycles = try heap.leakedCycles(monitor: .patient).cycles
    leaked = Set(cycles.lazy.flatMap(\.objects).map { Self.place(of: $0, in: heap) })
  }

  /// The cycles of a later heap that were not leaked then, the largest first.
  ///
  /// - Complexity: O(*n*) in the objects of the cycles.
  func newCycles(of report: LeakReport, in heap: HeapSnapshot) -> [LeakedCycle] {
    report.cycles.filter { isNew($0, in: heap) }
  }

  /// The cycles among some that are still there in a later heap.
  static func remaining(
    of cycles: [LeakedCycle], from earlier: HeapSnapshot, in heap: HeapSnapshot
  ) throws(HeapAnalysisError) -> [LeakedCycle] {
    let places = Set(cycles.flatMap(\.objects).map { place(of: $0, in: earlier) })
    return try heap.leakedCycles(monitor: .patient).cycles.filter { cycle in
      cycle.objects.contains { places.contains(Self.place(of: $0, in: heap)) }
    }
  }

  private func isNew(_ cycle: LeakedCycle, in heap: HeapSnapshot) -> Bool {
    cycle.objects.contains { !leaked.contains(Self.place(of: $0, in: heap)) }
  }

  private static func place(of object: ObjectIndex, in heap: HeapSnapshot) -> Place {
    Place(address: heap.address(of: object).rawValue, type: heap.type(of: object).qualifiedName)
  }
}
