public import HeapModel

/// Which objects of a heap a question looks at.
public enum ObjectScope: Hashable, Sendable, CaseIterable {
  /// All of them.
  case all
  /// Those that the runtime's cycle collector looks after: what `gc.get_objects()` gives, and so all that
  /// objgraph counts. None where the source does not say which they are.
  case tracked

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
