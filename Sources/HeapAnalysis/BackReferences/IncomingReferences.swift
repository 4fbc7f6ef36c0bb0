public import HeapModel

/// The references that lead to one object, found as they are asked for.
///
/// Each is looked up in its holder's row. Taking the first ten of a million costs ten look-ups; a holder that
/// refers to the object a million times is looked through once.
///
/// - Complexity: iterating over *k* of them is O(*k* + *s*) in the references *s* of the holders that come by.
///   Asking for ever more objects of one holder stays near-linear: it is sorted once when that pays.
public struct IncomingReferences: Sequence, Sendable {
  private let backReferences: BackReferences
  /// The object that the references lead to.
  public let target: ObjectIndex

  init(backReferences: BackReferences, target: ObjectIndex) {
    self.backReferences = backReferences
    self.target = target
  }

  /// How many there are.
  ///
  /// - Complexity: O(1).
  public var count: Int { backReferences.count(of: target) }

  /// Whether there are none.
  ///
  /// - Complexity: O(1).
  public var isEmpty: Bool { count == 0 }

  /// The first one.
  public var first: Reference? {
    var iterator = makeIterator()
    return iterator.next()
  }

  /// How many there are, for algorithms that make room first.
  public var underestimatedCount: Int { count }

  /// Starts at the first one.
  public func makeIterator() -> Iterator {
    Iterator(backReferences: backReferences, target: target)
  }

  /// Goes from holder to holder, and in each from reference to reference.
  public struct Iterator: IteratorProtocol {
    private let target: UInt32
    private let sources: Column<UInt32>
    private let rowOffsets: Column<UInt32>
    private let targets: Column<UInt32>
    private let descriptors: Column<UInt16>?
    private let labels: Column<UInt32>?
    private let filter: DescriptorFilter
    private let longRows: LongRows
    private var place: Int
    private let end: Int

    // The holder that is being looked through, and where in its row, or in the sorted row, to go on.
    private var source: UInt32 = noObject
    private var cursor = 0
    private var sorted: [UInt32]?

    init(backReferences: BackReferences, target: ObjectIndex) {
      let columns = backReferences.snapshot.columns
      self.target = target.rawValue
      sources = backReferences.sources
      rowOffsets = columns.referenceOffsets
      targets = columns.targets
      descriptors = columns.descriptors
      labels = columns.labels
      filter = backReferences.filter
      longRows = backReferences.longRows
      let row = backReferences.row(of: target)
      place = row.lowerBound
      end = row.upperBound
    }

    /// The next reference, `nil` after the last.
    public mutating func next() -> Reference? {
      guard place < end else { return nil }
      if sources[place] != source { enter(sources[place]) }
      place += 1
      let position = sorted == nil ? searchRow() : searchSorted()
      return Reference(
        source: ObjectIndex(rawValue: source), target: ObjectIndex(rawValue: target), position: position,
        descriptor: ReferenceDescriptor(rawValue: descriptors?[position] ?? 0),
        rawLabel: labels?[position] ?? 0)
    }

    private mutating func enter(_ source: UInt32) {
      self.source = source
      let row = self.row
      sorted = row.count > LongRows.threshold ? longRows.sortedPositions(of: source) : nil
      cursor = row.lowerBound
      if let sorted {
        // The first position whose target is not less.
        var low = 0
        var high = sorted.count
        while low < high {
          let middle = (low + high) / 2
          if targets[Int(sorted[middle])] < target { low = middle + 1 } else { high = middle }
        }
        cursor = low
      }
    }

    private var row: Range<Int> {
      Int(rowOffsets[Int(source)])..<Int(rowOffsets[Int(source) + 1])
    }

    private func isWanted(_ position: Int) -> Bool {
      guard let descriptors else { return true }
      return filter.accepts(descriptors[position])
    }

    private mutating func searchRow() -> Int {
      let targets = self.targets
      let values = targets.span
      let start = cursor
      var position = start
      while values[position] != target || !isWanted(position) { position += 1 }
      cursor = position + 1
      let row = self.row
      if row.count > LongRows.threshold, position - start > LongRows.threshold {
        longRows.note(steps: position - start, in: row, of: source, targets: targets)
      }
      return position
    }

    private mutating func searchSorted() -> Int {
      guard let sorted else { preconditionFailure("The row was not sorted") }
      while !isWanted(Int(sorted[cursor])) { cursor += 1 }
      cursor += 1
      return Int(sorted[cursor - 1])
    }
  }
}
