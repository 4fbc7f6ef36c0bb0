/// The types of a snapshot.
public struct HeapTypes: RandomAccessCollection, Sendable {
  private let columns: HeapColumns

  package init(columns: HeapColumns) {
    self.columns = columns
  }

  /// The first type's position.
  public var startIndex: Int { 0 }

  /// One past the last type's position.
  public var endIndex: Int { columns.types.count }

  /// The type at a position.
  ///
  /// - Complexity: O(1), and the length of its names.
  public subscript(position: Int) -> HeapType {
    let record = columns.types[position]
    return HeapType(
      index: TypeIndex(rawValue: UInt32(position)), name: columns.string(record.name),
      qualifiedName: columns.string(record.qualifiedName),
      classObject: record.classObject == noObject ? nil : ObjectIndex(rawValue: record.classObject))
  }

  /// The type with an index.
  ///
  /// - Complexity: O(1), and the length of its names.
  public subscript(index: TypeIndex) -> HeapType {
    self[index.position]
  }
}
