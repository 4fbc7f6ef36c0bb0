public import HeapModel

/// The objects that can be reached from some objects, breadth first.
///
/// A collection in the order of visiting: first the starting objects as they were given, each once, then what
/// is one reference away in the order of the references, and so on.
public struct ReachableObjects: RandomAccessCollection, Sendable {
  private let order: [UInt32]
  private let visited: VisitedObjects
  // Where each depth begins in the order; depth 0 first, none empty.
  private let levels: [UInt32]

  /// Follows references forward: what some objects hold.
  ///
  /// - Parameters:
  ///   - starts: where to start.
  ///   - snapshot: the heap.
  ///   - selection: which references to follow.
  ///   - maxDepth: how many references away from the starts to stop; `nil` for never.
  ///   - isIgnored: says of an object that is none of the starts whether to pass it over; asked once an object.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in the objects and references reached; one bit an object of the heap, and
  ///   4 bytes an object reached.
  public init(
    from starts: some Sequence<ObjectIndex>, in snapshot: HeapSnapshot, selection: ReferenceSelection = .all,
    maxDepth: Int? = nil, ignoring isIgnored: ((ObjectIndex) -> Bool)? = nil,
    monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) {
    try self.init(
      rows: ReferenceRows(of: snapshot, selection: selection), starts: starts, maxDepth: maxDepth,
      isIgnored: isIgnored, monitor: monitor)
  }

  /// Follows references backward: what leads to some objects.
  ///
  /// - Parameters:
  ///   - starts: where to start.
  ///   - backReferences: the references, turned round.
  ///   - maxDepth: how many references away from the starts to stop; `nil` for never.
  ///   - isIgnored: says of an object that is none of the starts whether to pass it over; asked once an object.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in the objects and references reached; one bit an object of the heap, and
  ///   4 bytes an object reached.
  public init(
    leadingTo starts: some Sequence<ObjectIndex>, through backReferences: BackReferences,
    maxDepth: Int? = nil, ignoring isIgnored: ((ObjectIndex) -> Bool)? = nil,
    monitor: AnalysisMonitor = .taskCancellation
  ) throws(HeapAnalysisError) {
    try self.init(
      rows: backReferences.rows, starts: starts, maxDepth: maxDepth, isIgnored: isIgnored, monitor: monitor)
  }

  private init(
    rows: ReferenceRows, starts: some Sequence<ObjectIndex>, maxDepth: Int?,
    isIgnored: ((ObjectIndex) -> Bool)?, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) {
    let search = try BreadthFirstSearch(
      rows: rows, starts: starts, maxDepth: maxDepth, isIgnored: isIgnored, monitor: monitor)
    order = search.order
    visited = search.visited
    levels = search.levels
  }

  /// The first object's place.
  public var startIndex: Int { 0 }

  /// One past the last object's place.
  public var endIndex: Int { order.count }

  /// The object at a place of the order of visiting, from 0.
  ///
  /// - Complexity: O(1).
  public subscript(place: Int) -> ObjectIndex {
    ObjectIndex(rawValue: order[place])
  }

  /// Whether an object was reached; the starts are.
  ///
  /// - Complexity: O(1).
  public func contains(_ object: ObjectIndex) -> Bool {
    visited.contains(object.rawValue)
  }

  /// How many references away from the starts the farthest object is; `nil` where there were no starts.
  public var depth: Int? { levels.isEmpty ? nil : levels.count - 1 }

  /// The places of the objects that are so many references away from the starts.
  ///
  /// - Parameter depth: the number of references, from 0.
  /// - Returns: a range of places, empty where no object is so far away.
  /// - Complexity: O(1).
  public func places(atDepth depth: Int) -> Range<Int> {
    guard levels.indices.contains(depth) else { return endIndex..<endIndex }
    let next = depth + 1 < levels.count ? Int(levels[depth + 1]) : order.count
    return Int(levels[depth])..<next
  }
}
