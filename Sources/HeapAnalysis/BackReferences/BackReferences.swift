public import HeapModel

/// Who refers to whom: the references of a snapshot, found by the object they lead to.
///
/// Built once, it answers every question about referrers without looking through the heap again.
public struct BackReferences: Sendable {
  let storage: Storage

  /// Turns a snapshot's references round.
  ///
  /// - Parameters:
  ///   - snapshot: the heap.
  ///   - selection: which references to take in.
  /// - Complexity: O(*n* + *m*) time in objects and references, on all cores. Keeps 4 bytes an object and 4 a
  ///   reference; while it runs it takes 2 more a reference, and 4 more for each of those that lead to one
  ///   neighbourhood of 65,536 objects.
  public init(of snapshot: HeapSnapshot, selection: ReferenceSelection = .all) {
    do {
      try self.init(
        of: snapshot, selection: selection, monitor: .patient)
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
  /// - Complexity: O(*n* + *m*) time in objects and references, on all cores. Keeps 4 bytes an object and 4 a
  ///   reference; while it runs it takes 2 more a reference, and 4 more for each of those that lead to one
  ///   neighbourhood of 65,536 objects.
  public init(
    of snapshot: HeapSnapshot, selection: ReferenceSelection = .all, monitor: AnalysisMonitor
  ) throws(HeapAnalysisError) {
    let (offsets, sources) = try Transposition.transpose(
      ReferenceRows(of: snapshot, selection: selection), monitor: monitor)
    storage = Storage(snapshot: snapshot, selection: selection, offsets: offsets, sources: sources)
  }

  /// The snapshot whose references these are.
  public var snapshot: HeapSnapshot { storage.snapshot }

  /// Which references were taken in.
  public var selection: ReferenceSelection { storage.selection }

  /// The number of references taken in.
  public var numberOfReferences: Int { storage.sources.count }

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
    Referrers(sources: storage.sources, row: row(of: object))
  }

  /// The references that lead to an object, by ascending holder and in each holder's own order.
  ///
  /// - Complexity: O(1); what iterating costs says ``IncomingReferences``.
  public func references(to object: ObjectIndex) -> IncomingReferences {
    IncomingReferences(storage: storage, target: object)
  }

  func row(of object: ObjectIndex) -> Range<Int> {
    storage.row(of: object.rawValue)
  }

  var rows: ReferenceRows { ReferenceRows(offsets: storage.offsets, neighbours: storage.sources) }
}

extension BackReferences {
  /// What copies and iterators share, so that making one costs a single count.
  final class Storage: Sendable {
    let snapshot: HeapSnapshot
    let selection: ReferenceSelection
    // Always object count + 1, never falling; the last is the number of references taken in.
    let offsets: Column<UInt32>
    // Sources in ascending order within each object's row; parallel references repeat theirs.
    let sources: Column<UInt32>
    let filter: DescriptorFilter
    let longRows = LongRows()

    // The snapshot's columns that a reference is made of.
    let rowOffsets: Column<UInt32>
    let targets: Column<UInt32>
    let descriptors: Column<UInt16>?
    let labels: Column<UInt32>?

    init(
      snapshot: HeapSnapshot, selection: ReferenceSelection, offsets: Column<UInt32>, sources: Column<UInt32>
    ) {
      self.snapshot = snapshot
      self.selection = selection
      self.offsets = offsets
      self.sources = sources
      filter = DescriptorFilter(selection)
      rowOffsets = snapshot.columns.referenceOffsets
      targets = snapshot.columns.targets
      descriptors = snapshot.columns.descriptors
      labels = snapshot.columns.labels
    }

    /// Where the references to an object stand.
    @inline(__always)
    func row(of object: UInt32) -> Range<Int> {
      Int(offsets[Int(object)])..<Int(offsets[Int(object) + 1])
    }

    /// Where the references of an object stand in the snapshot.
    @inline(__always)
    func sourceRow(of object: UInt32) -> Range<Int> {
      Int(rowOffsets[Int(object)])..<Int(rowOffsets[Int(object) + 1])
    }

    /// Whether a reference was taken in.
    @inline(__always)
    func isTakenIn(_ position: Int) -> Bool {
      guard let descriptors, !filter.acceptsAll else { return true }
      return filter.accepts(descriptors[position])
    }
  }
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
