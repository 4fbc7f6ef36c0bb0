/// The numbers of objects in a snapshot by their address: a table a piece of memory, four bytes for each 16 of it.
struct ObjectNumbers: ~Copyable {
  private let space: ObjectSpace
  /// For each arena by its number: its table, where an object of it was met.
  private var arenas: [Block?]
  /// The memory of these tables, several to a piece, and what is left of the newest one.
  private var pieces: [Block] = []
  private var tablesLeft = 0
  private static let tablesPerPiece = 16
  /// For each chunk of the static memory: where it begins, its bytes, and its table.
  private var chunks: [(start: UInt, size: Int, table: Block)] = []
  private var large: [UInt: UInt32] = [:]
  /// The arenas and the objects outside of them that were met last, by bits of their address.
  private var recentArenas: [64 of RecentArena] = .init(repeating: RecentArena())
  private var recentOthers: [64 of RecentObject] = .init(repeating: RecentObject())

  private struct RecentArena {
    /// The number of its MiB in the address space.
    var number: UInt = 0
    var table: Block?
    /// Where it is told to begin.
    var reported: UInt = 0
  }

  private struct RecentObject {
    var address: UInt = 0
    var number: UInt32 = 0
  }

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

  /// The number of an object, and the address that is told of it where it is new: then it is given the next number.
  @inline(__always)
  mutating func number(of object: ObjectPointer, next: Int) -> (number: UInt32, newAddress: UInt?) {
    let address = object.address
    let recent = recentArenas[Int(address >> 20 & 63)]
    guard recent.number == address >> 20, let table = recent.table else {
      return numberElsewhere(object, next: next)
    }
    return Self.look(table, address, recent.reported, next)
  }

  /// The number of an object whose arena was not met lately, or that lies in none.
  @inline(never)
  private mutating func numberElsewhere(
    _ object: ObjectPointer, next: Int
  ) -> (number: UInt32, newAddress: UInt?) {
    let address = object.address
    let place = Int(address >> 4 & 63)
    if recentOthers[place].address == address { return (recentOthers[place].number, nil) }
    if space.state.allocator.map.contains(address) {
      let index = Int(BlockAllocator.pool(of: Block(address: address))[uint32: PoolOffset.arenaIndex])
      let table = arenas[index] ?? addTable(index)
      let reported = space.reportedArenaAddress(index)
      recentArenas[Int(address >> 20 & 63)] = RecentArena(
        number: address >> 20, table: table, reported: reported)
      return Self.look(table, address, reported, next)
    }
    let (number, isNew) = numberOutside(address, next: next)
    recentOthers[place] = RecentObject(address: address, number: number)
    return (number, isNew ? space.reportedAddress(of: object) : nil)
  }

  private mutating func numberOutside(_ address: UInt, next: Int) -> (number: UInt32, isNew: Bool) {
    let new = UInt32(truncatingIfNeeded: next)
    for chunk in chunks where address &- chunk.start < UInt(chunk.size) {
      let place = 4 * (Int(address - chunk.start) >> 4)
      let known = chunk.table[uint32: place]
      if known != 0 { return (known - 1, false) }
      chunk.table[uint32: place] = new &+ 1
      return (new, true)
    }
    if let known = large[address] { return (known, false) }
    large[address] = new
    return (new, true)
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
  private static func look(
    _ table: Block, _ address: UInt, _ reported: UInt, _ next: Int
  ) -> (number: UInt32, newAddress: UInt?) {
    let offset = address & UInt(BlockAllocator.arenaSize &- 1)
    let place = 4 &* (Int(bitPattern: offset) >> 4)
    let known = table[uint32: place]
    if known != 0 { return (known &- 1, nil) }
    let new = UInt32(truncatingIfNeeded: next)
    table[uint32: place] = new &+ 1
    return (new, reported &+ offset)
  }

  private mutating func addTable(_ index: Int) -> Block {
    let tableSize = BlockAllocator.arenaSize / 4
    if tablesLeft == 0 {
      tablesLeft = min(arenas.count, Self.tablesPerPiece)
      let piece = Self.table(for: tablesLeft * BlockAllocator.arenaSize)
      SystemMemory.preferLargePages(piece, size: tablesLeft * tableSize)
      pieces.append(piece)
    }
    tablesLeft -= 1
    let table = pieces[pieces.count - 1].advanced(by: tablesLeft * tableSize)
    arenas[index] = table
    return table
  }

  deinit {
    for piece in pieces { SystemMemory.free(piece) }
    for chunk in chunks { SystemMemory.free(chunk.table) }
  }
}
