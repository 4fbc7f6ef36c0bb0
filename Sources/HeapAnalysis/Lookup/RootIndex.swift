public import HeapModel

/// The roots of a snapshot, found by the object that they hold.
public struct RootIndex: Sendable {
  /// All roots, in the order of the snapshot.
  public let roots: [Root]
  private let places: [ObjectIndex: [Int]]

  /// Makes the index.
  ///
  /// - Parameter snapshot: the heap.
  /// - Complexity: O(*r*) time and space in the number of roots.
  public init(of snapshot: HeapSnapshot) {
    roots = snapshot.roots
    places = Dictionary(grouping: roots.indices) { [roots] in roots[$0].object }
  }

  /// Whether a root holds an object.
  ///
  /// - Complexity: O(1).
  public func contains(_ object: ObjectIndex) -> Bool {
    places[object] != nil
  }

  /// The roots that hold an object, in the order of the snapshot; empty where none does.
  ///
  /// - Complexity: O(*k*) in the number of these roots.
  public func roots(of object: ObjectIndex) -> [Root] {
    places[object]?.map { roots[$0] } ?? []
  }
}
