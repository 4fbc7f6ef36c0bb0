import HeapGraph

/// Which leaked cycles a test is about.
struct LeakFilter: Sendable {
  private let wanted: Set<String>
  private let ignored: Set<String>

  /// Makes a filter.
  ///
  /// - Parameters:
  ///   - wanted: only cycles that are of such a class, or keep an instance of it; all where there is none.
  ///   - ignored: no cycles that an instance of such a class is in.
  init(of wanted: [any AnyObject.Type], ignoring ignored: [any AnyObject.Type]) {
    self.wanted = Set(wanted.map(ClassName.of))
    self.ignored = Set(ignored.map(ClassName.of))
  }

  /// The cycles that the test is about.
  ///
  /// - Complexity: O(*n* + *m*) in what the cycles keep.
  ///
  /// - Parameter leaked: all objects that are leaked: what living objects have as well is nobody's to be kept.
  func cycles(
    _ cycles: [LeakedCycle], leaked: some Sequence<ObjectIndex>, in heap: HeapSnapshot
  ) throws(HeapAnalysisError) -> [LeakedCycle] {
    let leaked = Set(leaked)
    var result: [LeakedCycle] = []
    for cycle in cycles {
      if cycle.objects.contains(where: { isOne($0, of: ignored, in: heap) }) { continue }
      let isWanted = wanted.isEmpty ? true : try keepsWanted(cycle, leaked, in: heap)
      if isWanted { result.append(cycle) }
    }
    return result
  }

  private func keepsWanted(
    _ cycle: LeakedCycle, _ leaked: Set<ObjectIndex>, in heap: HeapSnapshot
  ) throws(HeapAnalysisError) -> Bool {
    if cycle.objects.contains(where: { isOne($0, of: wanted, in: heap) }) { return true }
    let held = try ReachableObjects(
      from: cycle.objects, in: heap,
      selection: ReferenceSelection(strengths: [.strong], includesInferred: false), monitor: .patient)
    return held.contains { leaked.contains($0) && isOne($0, of: wanted, in: heap) }
  }

  private func isOne(_ object: ObjectIndex, of names: Set<String>, in heap: HeapSnapshot) -> Bool {
    names.contains(heap.type(of: object).qualifiedName)
  }
}

/// The name by which a snapshot knows a class.
enum ClassName {
  static func of(_ type: Any.Type) -> String { _typeName(type, qualified: true) }
}
