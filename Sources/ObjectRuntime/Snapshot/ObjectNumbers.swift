/// The numbers of objects in a snapshot by their address: a table a piece of memory, four bytes for each 16 of it.
struct ObjectNumbers: ~Copyable {
  private let space: ObjectSpace
  /// For each arena by its number: its table, where an object of it was met.
  private var arenas: [Block?]
  /// For each chunk of the static memory: where it begins, its bytes, and its table.
  private var chunks: [(start: UInt, size: Int, table: Block)] = []
  private var large: [UInt: UInt32] = [:]

  init(_ space: ObjectSpace) {
    self.space = space
    arenas = Array(repeating: nil, count: space.state.allocator.arenas.count)
    for (start, size) in space.state.staticMemory.extents {
      chunks.append((start, size, Self.table(for: size)))
    }
  }

  private static func table(for size: Int) -> Block {
    guard let table = SystemMemory.allocateZeroed(size / 4) else {
      preconditionFailure("The system has no memory for a snapshot.")
    }
    return table
  }

  /// The number of an object, and whether it is new: then it is given the next one.
  @inline(__always)
  mutating func number(of object: ObjectPointer, next: Int) -> (number: UInt32, isNew: Bool) {
    let address = object.address
    if space.state.allocator.map.contains(address) {
      let index = Int(BlockAllocator.pool(of: Block(address: address))[uint32: PoolOffset.arenaIndex])
      let table = arenas[index] ?? addTable(index)
      return Self.look(table, Int(address & UInt(BlockAllocator.arenaSize &- 1)) >> 4, next)
    }
    for chunk in chunks where address &- chunk.start < UInt(chunk.size) {
      return Self.look(chunk.table, Int(address - chunk.start) >> 4, next)
    }
    if let known = large[address] { return (known, false) }
    large[address] = UInt32(next)
    return (UInt32(next), true)
  }

  /// The number of an object that was met.
  func find(_ object: ObjectPointer) -> UInt32? {
    let address = object.address
    let known: UInt32
    if space.state.allocator.map.contains(address) {
      let index = Int(BlockAllocator.pool(of: Block(address: address))[uint32: PoolOffset.arenaIndex])
      guard let table = arenas[index] else { return nil }
      known = table[uint32: 4 * (Int(address & UInt(BlockAllocator.arenaSize - 1)) >> 4)]
    } else if let chunk = chunks.first(where: { address &- $0.start < UInt($0.size) }) {
      known = chunk.table[uint32: 4 * (Int(address - chunk.start) >> 4)]
    } else {
      return large[address]
    }
    return known == 0 ? nil : known - 1
  }

  @inline(__always)
  private static func look(_ table: Block, _ place: Int, _ next: Int) -> (UInt32, Bool) {
    let known = table[uint32: 4 &* place]
    if known != 0 { return (known &- 1, false) }
    table[uint32: 4 &* place] = UInt32(truncatingIfNeeded: next &+ 1)
    return (UInt32(truncatingIfNeeded: next), true)
  }

  private mutating func addTable(_ index: Int) -> Block {
    let table = Self.table(for: BlockAllocator.arenaSize)
    arenas[index] = table
    return table
  }

  deinit {
    for case let table? in arenas { SystemMemory.free(table) }
    for chunk in chunks { SystemMemory.free(chunk.table) }
  }
}
