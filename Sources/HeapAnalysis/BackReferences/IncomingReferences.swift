public import HeapModel

/// The references that lead to one object, found as they are asked for.
///
/// Each is looked up in its holder's row. Taking the first ten of a million costs ten look-ups; a holder that
/// refers to the object a million times is looked through once.
///
/// - Complexity: iterating over *k* of them is O(*k* + *s*) in the references *s* of the holders that come by.
///   Asking for ever more objects of one holder stays near-linear: it is sorted once when that pays.
public struct IncomingReferences: Sequence, Sendable {
  private let storage: BackReferences.Storage
  /// The object that the references lead to.
  public let target: ObjectIndex

  init(storage: BackReferences.Storage, target: ObjectIndex) {
    self.storage = storage
    self.target = target
  }

  /// How many there are.
  ///
  /// - Complexity: O(1).
  public var count: Int { storage.row(of: target.rawValue).count }

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
    Iterator(storage: storage, target: target.rawValue)
  }

  /// Goes from holder to holder, and in each from reference to reference.
  public struct Iterator: IteratorProtocol {
    private let storage: BackReferences.Storage
    private let target: UInt32
    private var place: Int
    private let end: Int

    // The holder that is being looked through, and where in its row, or in the sorted row, to go on.
    private var source: UInt32 = noObject
    private var row = 0..<0
    private var cursor = 0
    private var sorted: [UInt32]?

    init(storage: BackReferences.Storage, target: UInt32) {
      self.storage = storage
      self.target = target
      let row = storage.row(of: target)
      place = row.lowerBound
      end = row.upperBound
    }

    /// The next reference, `nil` after the last.
    public mutating func next() -> Reference? {
      guard place < end else { return nil }
      let source = storage.sources[place]
      if source != self.source { enter(source) }
      place += 1
      let position = sorted == nil ? searchRow() : searchSorted()
      return Reference(
        source: ObjectIndex(rawValue: source), target: ObjectIndex(rawValue: target), position: position,
        descriptor: ReferenceDescriptor(rawValue: storage.descriptors?[position] ?? 0),
        rawLabel: storage.labels?[position] ?? 0)
    }

    private mutating func enter(_ source: UInt32) {
      self.source = source
      row = storage.sourceRow(of: source)
      cursor = row.lowerBound
      sorted = row.count > LongRows.threshold ? storage.longRows.sortedPositions(of: source) : nil
      guard let sorted else { return }
      // The first position whose target is not less.
      var low = 0
      var high = sorted.count
      while low < high {
        let middle = (low + high) / 2
        if storage.targets[Int(sorted[middle])] < target { low = middle + 1 } else { high = middle }
      }
      cursor = low
    }

    private mutating func searchRow() -> Int {
      let start = cursor
      var position = start
      while storage.targets[position] != target || !storage.isTakenIn(position) { position += 1 }
      cursor = position + 1
      if row.count > LongRows.threshold, position - start > LongRows.threshold {
        storage.longRows.note(steps: position - start, in: row, of: source, targets: storage.targets)
      }
      return position
    }

    private mutating func searchSorted() -> Int {
      guard let sorted else { preconditionFailure("The row was not sorted") }
      while !storage.isTakenIn(Int(sorted[cursor])) { cursor += 1 }
      cursor += 1
      return Int(sorted[cursor - 1])
    }
  }
}
