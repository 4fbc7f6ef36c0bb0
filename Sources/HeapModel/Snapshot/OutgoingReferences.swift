/// The references that one object holds.
public struct OutgoingReferences: RandomAccessCollection, Sendable {
  private let columns: HeapColumns
  private let source: ObjectIndex
  private let start: Int
  /// One past the last reference's place.
  public let endIndex: Int

  package init(columns: HeapColumns, source: ObjectIndex) {
    self.columns = columns
    self.source = source
    start = Int(columns.referenceOffsets[source.position])
    endIndex = Int(columns.referenceOffsets[source.position + 1]) - start
  }

  /// The first reference's place.
  public var startIndex: Int { 0 }

  /// The reference at a place, from 0.
  ///
  /// - Complexity: O(1).
  public subscript(place: Int) -> Reference {
    precondition(indices.contains(place), "The object has no reference at place \(place)")
    let position = start + place
    return Reference(
      source: source, target: ObjectIndex(rawValue: columns.targets[position]), position: position,
      descriptor: ReferenceDescriptor(rawValue: columns.descriptors?[position] ?? 0),
      rawLabel: columns.labels?[position] ?? 0)
  }
}
