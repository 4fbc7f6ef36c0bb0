/// The bookkeeping of one arena of 1 MiB, from which pools are carved.
///
/// After CPython's `arena_object`: arenas with free pools form a list sorted by their number of free pools, fewest
/// first, so that nearly empty arenas have a chance to become free.
struct Arena {
  /// The arena's memory; `nil` where the entry is unused.
  var memory: Block?
  /// Where the next pool that was never used begins, in bytes from the arena's start.
  var nextPoolOffset = 0
  /// Pools that hold no block: those given back and those never carved.
  var freePoolCount = 0
  /// The first pool that was given back; they are linked by their next-pool word.
  var freePools: Block?
  /// The neighbours in the list of usable arenas, −1 where there is none.
  var next = -1
  var previous = -1
}

/// The words of a pool's header of 48 bytes, as in CPython's `pool_header`.
enum PoolOffset {
  static let usedCount = 0
  static let freeBlock = 8
  static let nextPool = 16
  static let previousPool = 24
  static let arenaIndex = 32
  static let sizeClass = 36
  static let nextOffset = 40
  static let lastOffset = 44
  static let headerSize = 48
  /// The size class of a pool that was never used.
  static let noSizeClass: UInt32 = 0xFFFF
}

/// Tells which addresses lie in an arena: a table of two levels over the number of the MiB, for 48-bit addresses.
@safe
struct ArenaMap {
  private static let levelBits: UInt = 14
  private let root: Block

  init() {
    guard let root = SystemMemory.allocateZeroed(8 << Self.levelBits) else {
      preconditionFailure("The system has no memory for an empty heap.")
    }
    self.root = root
  }

  @inline(__always)
  func contains(_ address: UInt) -> Bool {
    let arena = address >> 20
    guard let leaf = root[block: Int(arena >> Self.levelBits) &* 8] else { return false }
    return leaf[byte: Int(arena & (1 << Self.levelBits &- 1))] != 0
  }

  /// Notes an arena or forgets it.
  ///
  /// - Returns: whether there was memory to note it.
  func set(_ arena: Block, present: Bool) -> Bool {
    let number = arena.address >> 20
    let place = Int(number >> Self.levelBits) * 8
    if root[block: place] == nil {
      guard let leaf = SystemMemory.allocateZeroed(1 << Self.levelBits) else { return false }
      root[block: place] = leaf
    }
    root[block: place]?[byte: Int(number & (1 << Self.levelBits - 1))] = present ? 1 : 0
    return true
  }

  func destroy() {
    for place in 0..<(1 << Self.levelBits) {
      if let leaf = root[block: place * 8] { SystemMemory.free(leaf) }
    }
    SystemMemory.free(root)
  }
}
