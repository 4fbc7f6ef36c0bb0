/// One object's memory, field by field.
///
/// A runtime fills it in; tables and pictures show it. What it says is the source's word: bytes are not read.
///
/// ```swift
/// let layout = ObjectLayout(
///   typeName: "float", address: address, text: "1.5",
///   blocks: [
///     MemoryBlock(
///       title: "float", address: address, offsets: 0..<24, allocatedSize: ByteCount(32),
///       fields: [
///         MemoryField(at: 0, size: ByteCount(8), name: "ob_refcnt", role: .header, value: "1"),
///         MemoryField(
///           at: 8, size: ByteCount(8), name: "ob_type", role: .header,
///           reference: FieldReference(to: type, typeName: "type", text: "float", kind: .type)),
///         MemoryField(at: 16, size: ByteCount(8), name: "ob_fval", role: .value, value: "1.5"),
///       ])
///   ])
/// ```
public struct ObjectLayout: Hashable, Sendable {
  /// The name of the object's type.
  public let typeName: String
  /// Where the object lies.
  public let address: Address
  /// A short text that tells the object from its like, where there is one.
  public let text: String?
  /// What the runtime itself says of the object's size (`sys.getsizeof`), where it says something.
  public let reportedSize: ByteCount?
  /// The memory that belongs to the object, its own block first, then others such as a list's items.
  public let blocks: [MemoryBlock]

  /// Makes an object's layout.
  ///
  /// Traps where there is no block, where the first one is not at the object's address, or where blocks lie over
  /// each other.
  ///
  /// - Parameters:
  ///   - typeName: the name of the object's type.
  ///   - address: where the object lies.
  ///   - text: a short text that tells the object from its like.
  ///   - reportedSize: what the runtime itself says of the object's size.
  ///   - blocks: the memory that belongs to the object, its own block first.
  /// - Complexity: O(*n* log *n*) in the number of blocks.
  public init(
    typeName: String, address: Address, text: String? = nil, reportedSize: ByteCount? = nil,
    blocks: [MemoryBlock]
  ) {
    precondition(
      blocks.first?.address == address,
      "The first block of '\(typeName)' at \(address) is to be its own, with offsets from its address")
    let sorted = blocks.sorted { $0.startAddress < $1.startAddress }
    for (block, next) in zip(sorted, sorted.dropFirst()) {
      precondition(
        block.address(at: block.offsets.upperBound) <= next.startAddress,
        "Blocks '\(block.title)' and '\(next.title)' of '\(typeName)' at \(address) lie over each other")
    }
    self.typeName = typeName
    self.address = address
    self.text = text
    self.reportedSize = reportedSize
    self.blocks = blocks
  }

  /// How many bytes belong to the object, in all blocks.
  public var size: ByteCount { blocks.reduce(.zero) { $0 + $1.size } }

  /// How many bytes the allocator set aside for it, in all blocks; a block of which that is not known counts as
  /// it is.
  public var allocatedSize: ByteCount { blocks.reduce(.zero) { $0 + ($1.allocatedSize ?? $1.size) } }
}
