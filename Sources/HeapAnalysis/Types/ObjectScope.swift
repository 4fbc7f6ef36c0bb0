public import HeapModel

/// Which objects of a heap a question looks at.
public enum ObjectScope: Hashable, Sendable, CaseIterable {
  /// All of them.
  case all
  /// Those that the runtime's cycle collector looks after: what `gc.get_objects()` gives, and so all that
  /// objgraph counts. None where the source does not say which they are.
  case tracked

  /// What objgraph would look at: the tracked objects, or all where the source says of none that it is tracked.
  ///
  /// - Parameter snapshot: the heap.
  /// - Complexity: O(*n*) in the objects before the first tracked one.
  public static func preferred(for snapshot: HeapSnapshot) -> ObjectScope {
    guard let flags = snapshot.columns.flags else { return .all }
    let values = flags.span
    for position in values.indices where values[position] & ObjectFlags.tracked.rawValue != 0 {
      return .tracked
    }
    return .all
  }

  /// Whether an object is looked at.
  ///
  /// - Parameters:
  ///   - object: an object of the snapshot.
  ///   - snapshot: the heap.
  /// - Complexity: O(1).
  public func contains(_ object: ObjectIndex, in snapshot: HeapSnapshot) -> Bool {
    switch self {
    case .all: true
    case .tracked: snapshot.flags(of: object).contains(.tracked)
    }
  }

  /// The flags to look at: `nil` where all objects are in the scope.
  func flags(in snapshot: HeapSnapshot) -> Column<UInt32>? {
    switch self {
    case .all: nil
    case .tracked: snapshot.columns.flags ?? Column(zeros: snapshot.objectCount) { _ in }
    }
  }
}
