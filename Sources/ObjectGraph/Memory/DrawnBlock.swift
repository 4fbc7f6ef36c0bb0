import HeapModel

/// A block of memory that a picture shows.
struct DrawnBlock {
  let block: MemoryBlock
  /// The position of its object among the picture's.
  let object: Int
  /// Whether it is the object's own block.
  let isOwn: Bool
  /// The name of its node.
  let name: String
  let rows: [ShownRow<MemoryField>]

  init(
    _ block: MemoryBlock, of object: Int, isOwn: Bool, name: String, every: [MemoryField], rowLimit: Int
  ) {
    self.block = block
    self.object = object
    self.isOwn = isOwn
    self.name = name
    rows = ShownRow.rows(every, limit: rowLimit)
  }

  /// The port at the left of a row, where what refers to it ends.
  static func arrivalPort(_ row: Int) -> String { "a\(row)" }
  /// The port at the right of a row, where its reference starts.
  static func departurePort(_ row: Int) -> String { "f\(row)" }

  /// Where an edge to an address ends: the row in which it is, `nil` where it is not in the block.
  func row(of address: Address) -> Int? {
    guard let offset = block.offset(of: address) else { return nil }
    return rows.firstIndex { row in
      switch row {
      case .element(let field): field.offsets.contains(offset)
      case .rest(let fields):
        fields.first.map { $0.offset <= offset } == true
          && fields.last.map { offset < $0.offsets.upperBound } == true
      }
    }
  }
}
