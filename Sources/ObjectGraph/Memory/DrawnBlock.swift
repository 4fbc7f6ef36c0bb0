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

  init(_ block: MemoryBlock, of object: Int, isOwn: Bool, name: String, rowLimit: Int) {
    self.block = block
    self.object = object
    self.isOwn = isOwn
    self.name = name
    rows = ShownRow.rows(block.everyField, limit: rowLimit)
  }

  /// The port at the left of a row.
  static func leftPort(_ row: Int) -> String { "a\(row)" }
  /// The port at the right of a row.
  static func rightPort(_ row: Int) -> String { "f\(row)" }

  /// The offset at which a row begins.
  static func offset(of row: ShownRow<MemoryField>) -> Int {
    switch row {
    case .element(let field): field.offset
    case .rest(let fields): fields.first?.offset ?? 0
    }
  }

  /// The row in which an address is, `nil` where it is not in the block.
  func row(of address: Address) -> Int? {
    guard let offset = block.offset(of: address) else { return nil }
    return rows.lastIndex { Self.offset(of: $0) <= offset }
  }
}
