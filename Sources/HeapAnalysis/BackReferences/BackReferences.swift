public import HeapModel

/// Who refers to whom: the references of a snapshot, found by the object they lead to.
///
/// Built once, it answers every question about referrers without looking through the heap again.
public struct BackReferences: Sendable {
  /// The snapshot whose references these are.
  public let snapshot: HeapSnapshot
  /// Which references were taken in.
  public let selection: ReferenceSelection

  // Always object count + 1, never falling; the last is the number of references taken in.
  let offsets: Column<UInt32>
  // Sources in ascending order within each object's row; parallel references repeat theirs.
  let sources: Column<UInt32>
  let filter: DescriptorFilter
  let longRows = LongRows()

  /// Turns a snapshot's references round.
  ///
  /// - Parameters:
  ///   - snapshot: the heap.
  ///   - selection: which references to take in.
  /// - Complexity: O(*n* + *m*) time in objects and references. Keeps 4 bytes an object and 4 a reference.
  public init(of snapshot: HeapSnapshot, selection: ReferenceSelection = .all) {
    do {
      try self.init(
        of: snapshot, selection: selection, monitor: AnalysisMonitor(shouldContinue: { true }))
    } catch {
      preconditionFailure("A transposition that nobody can stop was stopped")
    }
  }

  /// Turns a snapshot's references round, unless it is told to stop.
  ///
  /// - Parameters:
  ///   - snapshot: the heap.
  ///   - selection: which references to take in.
  ///   - monitor: is asked whether to go on, and told how far it is.
  /// - Throws: ``HeapAnalysisError/cancelled``.
  /// - Complexity: O(*n* + *m*) time in objects and references. Keeps 4 bytes an object and 4 a reference.
  public init(
    of snapshot: HeapSnapshot, selection: ReferenceSelection = .all, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) {
    self.snapshot = snapshot
    self.selection = selection
    filter = DescriptorFilter(selection)
    (offsets, sources) = try Transposition.transpose(
      ReferenceRows(of: snapshot, selection: selection), monitor: monitor)
  }

  /// The number of references taken in.
  public var numberOfReferences: Int { sources.count }

  /// How many references lead to an object.
  ///
  /// - Complexity: O(1).
  public func count(of object: ObjectIndex) -> Int {
    row(of: object).count
  }

  /// The objects that refer to an object, in ascending order; one entry a reference, so that an object which
  /// refers to it twice is there twice.
  ///
  /// - Complexity: O(1).
  public func referrers(of object: ObjectIndex) -> Referrers {
    Referrers(sources: sources, row: row(of: object))
  }

  /// The references that lead to an object, by ascending holder and in each holder's own order.
  ///
  /// - Complexity: O(1); what iterating costs says ``IncomingReferences``.
  public func references(to object: ObjectIndex) -> IncomingReferences {
    IncomingReferences(backReferences: self, target: object)
  }

  func row(of object: ObjectIndex) -> Range<Int> {
    Int(offsets[object.position])..<Int(offsets[object.position + 1])
  }

  var rows: ReferenceRows { ReferenceRows(offsets: offsets, neighbours: sources) }
}

/// The objects that refer to one object, in ascending order.
public struct Referrers: RandomAccessCollection, Sendable {
  private let sources: Column<UInt32>
  private let row: Range<Int>

  init(sources: Column<UInt32>, row: Range<Int>) {
    self.sources = sources
    self.row = row
  }

  /// The first referrer's place.
  public var startIndex: Int { 0 }

  /// One past the last referrer's place.
  public var endIndex: Int { row.count }

  /// The referrer at a place, from 0.
  ///
  /// - Complexity: O(1).
  public subscript(place: Int) -> ObjectIndex {
    precondition(indices.contains(place), "The object has no referrer at place \(place)")
    return ObjectIndex(rawValue: sources[row.lowerBound + place])
  }
}
