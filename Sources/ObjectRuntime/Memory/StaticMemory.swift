/// Memory for what lives as long as its heap and lies outside the arenas, as CPython's static objects do: built-in
/// types, small integers, one-character strings.
struct StaticMemory {
  private static let chunkSize = 1 << 16
  private var chunks: [(start: Block, size: Int)] = []
  private var used = 0

  /// Takes memory filled with zeros, for good.
  mutating func allocate(_ size: Int) -> Block {
    let rounded = (size + 15) & ~15
    if chunks.isEmpty || used + rounded > chunks[chunks.count - 1].size {
      let size = max(rounded, Self.chunkSize)
      guard let chunk = SystemMemory.allocateZeroed(size) else {
        preconditionFailure("The system has no memory for an empty heap.")
      }
      chunks.append((chunk, size))
      used = 0
    }
    let block = chunks[chunks.count - 1].start.advanced(by: used)
    used += rounded
    return block
  }

  /// How far behind the start of this memory an address lies, all chunks in a row; `nil` where it lies elsewhere.
  func offset(of address: UInt) -> UInt? {
    var before: UInt = 0
    for chunk in chunks {
      if address >= chunk.start.address, address < chunk.start.address + UInt(chunk.size) {
        return before + address - chunk.start.address
      }
      before += UInt(chunk.size)
    }
    return nil
  }

  /// The chunks: where each begins and its bytes.
  var extents: [(start: UInt, size: Int)] { chunks.map { ($0.start.address, $0.size) } }

  /// Whether an address lies in this memory.
  func contains(_ address: UInt) -> Bool {
    chunks.contains { address >= $0.start.address && address < $0.start.address + UInt($0.size) }
  }

  mutating func destroy() {
    for chunk in chunks { SystemMemory.free(chunk.start) }
    chunks = []
  }
}
