/// The allocator of one heap: arenas of 1 MiB, pools of 16 KiB, size classes of 16 bytes up to 512; larger blocks
/// come from the system.
///
/// The structure and the order in which blocks are given out are those of CPython's `obmalloc`: the free list of a
/// pool is last-in first-out, so that an address is used again as it is there.
@safe
struct BlockAllocator {
  static let arenaSize = 1 << 20
  static let poolSize = 1 << 14
  static let poolsPerArena = arenaSize / poolSize
  static let alignment = 16
  static let largestSmallSize = 512
  static let sizeClassCount = largestSmallSize / alignment

  /// The first pool with a free block of each size class; the pools of a class form a ring.
  private let usedPools: Block
  let map = ArenaMap()
  var arenaMemory = ArenaMemory()
  var arenas: [Arena] = []
  var unusedEntries: [Int] = []
  /// The first arena of the list that is sorted by free pools; −1 where no arena has any.
  var usableArena = -1
  /// The last arena in that list with each number of free pools, −1 where there is none.
  var lastArenaByFreePools = [Int](repeating: -1, count: BlockAllocator.poolsPerArena + 1)

  /// The newest of the large blocks, which are linked.
  var largeBlocks: Block?
  var largeBlockCount = 0
  /// Bytes asked for in large blocks.
  var largeBytes = 0
  /// The addresses told of large blocks so far, in bytes.
  var nextReported: UInt = 0

  /// The most bytes that may be taken from the system, in arenas and large blocks.
  var limit = Int.max
  /// Bytes taken from the system now.
  var bytesTaken = 0
  var peakBytesTaken = 0
  #if DEBUG
    /// How many blocks can still be taken before there is no memory, for tests; negative for any number.
    var blocksUntilFailure = -1
  #endif

  init() {
    guard let pools = SystemMemory.allocateZeroed(8 * Self.sizeClassCount) else {
      preconditionFailure("The system has no memory for an empty heap.")
    }
    usedPools = pools
  }

  /// Takes a block.
  ///
  /// - Parameter size: bytes, at least 1.
  /// - Returns: the block, its contents undefined; `nil` where the limit or the system forbids it.
  /// - Complexity: O(1).
  @inline(__always)
  mutating func allocate(_ size: Int) -> Block? {
    #if DEBUG
      if failsByPlan() { return nil }
    #endif
    guard size <= Self.largestSmallSize else { return allocateLarge(size) }
    let sizeClass = (size &- 1) >> 4
    guard let pool = usedPools[block: sizeClass &* 8] else { return allocateFromNewPool(sizeClass) }
    pool[uint32: PoolOffset.usedCount] &+= 1
    // A pool in the ring always has a free block.
    let block = Block(address: pool[word: PoolOffset.freeBlock])
    let next = block[word: 0]
    pool[word: PoolOffset.freeBlock] = next
    if next == 0 { extend(pool, sizeClass) }
    return block
  }

  #if DEBUG
    /// Counts a block towards the planned failure.
    mutating func failsByPlan() -> Bool {
      guard blocksUntilFailure > 0 else { return blocksUntilFailure == 0 }
      blocksUntilFailure -= 1
      return false
    }
  #endif

  /// Gives a block back.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  mutating func free(_ block: Block) {
    guard map.contains(block.address) else { return freeLarge(block) }
    let pool = Self.pool(of: block)
    let lastFree = pool[word: PoolOffset.freeBlock]
    block[word: 0] = lastFree
    pool[word: PoolOffset.freeBlock] = block.address
    let used = pool[uint32: PoolOffset.usedCount] &- 1
    pool[uint32: PoolOffset.usedCount] = used
    if lastFree == 0 {
      link(pool, Int(pool[uint32: PoolOffset.sizeClass]))
    } else if used == 0 {
      giveBack(pool)
    }
  }

  /// Changes the size of a block, which may move.
  ///
  /// - Parameters:
  ///   - block: the block; it stays as it was where there is no memory.
  ///   - size: bytes, at least 1.
  /// - Returns: the block with its contents up to the smaller size; `nil` where there is no memory.
  mutating func resize(_ block: Block, to size: Int) -> Block? {
    guard map.contains(block.address) else { return resizeLarge(block, to: size) }
    let room = self.room(of: block)
    // A shrinking block moves only where it saves more than a quarter.
    if size <= room && 4 * size > 3 * room { return block }
    guard let new = allocate(size) else { return nil }
    new.copy(min(size, room), bytesFrom: block)
    free(block)
    return new
  }

  /// The bytes that a block really takes.
  func room(of block: Block) -> Int {
    guard map.contains(block.address) else { return Self.largeSize(block) + Self.largeHeaderSize }
    return (Int(Self.pool(of: block)[uint32: PoolOffset.sizeClass]) + 1) * Self.alignment
  }

  @inline(__always)
  static func pool(of block: Block) -> Block { Block(address: block.address & ~UInt(poolSize &- 1)) }

  // MARK: Pools

  /// Makes the next block of a pool that was never used free, or takes the pool out of the ring.
  private mutating func extend(_ pool: Block, _ sizeClass: Int) {
    let offset = pool[uint32: PoolOffset.nextOffset]
    if offset <= pool[uint32: PoolOffset.lastOffset] {
      let block = pool.advanced(by: Int(offset))
      pool[word: PoolOffset.freeBlock] = block.address
      pool[uint32: PoolOffset.nextOffset] = offset + UInt32((sizeClass + 1) * Self.alignment)
      block[word: 0] = 0
    } else {
      unlink(pool, sizeClass)
    }
  }

  private mutating func allocateFromNewPool(_ sizeClass: Int) -> Block? {
    guard let pool = takePool() else { return nil }
    link(pool, sizeClass)
    pool[uint32: PoolOffset.usedCount] = 1
    if pool[uint32: PoolOffset.sizeClass] == UInt32(sizeClass) {
      // Its blocks were of this size before: its free list is still good.
      let block = Block(address: pool[word: PoolOffset.freeBlock])
      let next = block[word: 0]
      pool[word: PoolOffset.freeBlock] = next
      if next == 0 { extend(pool, sizeClass) }
      return block
    }
    let size = (sizeClass + 1) * Self.alignment
    pool[uint32: PoolOffset.sizeClass] = UInt32(sizeClass)
    pool[uint32: PoolOffset.nextOffset] = UInt32(PoolOffset.headerSize + 2 * size)
    pool[uint32: PoolOffset.lastOffset] = UInt32(Self.poolSize - size)
    let block = pool.advanced(by: PoolOffset.headerSize)
    let next = block.advanced(by: size)
    pool[word: PoolOffset.freeBlock] = next.address
    next[word: 0] = 0
    return block
  }

  /// Puts a pool first in the ring of its class.
  @inline(never)
  private func link(_ pool: Block, _ sizeClass: Int) {
    if let first = usedPools[block: sizeClass * 8] {
      let last = Block(address: first[word: PoolOffset.previousPool])
      pool[block: PoolOffset.nextPool] = first
      pool[block: PoolOffset.previousPool] = last
      first[block: PoolOffset.previousPool] = pool
      last[block: PoolOffset.nextPool] = pool
    } else {
      pool[block: PoolOffset.nextPool] = pool
      pool[block: PoolOffset.previousPool] = pool
    }
    usedPools[block: sizeClass * 8] = pool
  }

  private func unlink(_ pool: Block, _ sizeClass: Int) {
    let next = Block(address: pool[word: PoolOffset.nextPool])
    let previous = Block(address: pool[word: PoolOffset.previousPool])
    next[block: PoolOffset.previousPool] = previous
    previous[block: PoolOffset.nextPool] = next
    if usedPools[block: sizeClass * 8] == pool { usedPools[block: sizeClass * 8] = next == pool ? nil : next }
  }

  /// Puts a pool without blocks back into its arena, and the arena where it now belongs.
  @inline(never)
  private mutating func giveBack(_ pool: Block) {
    unlink(pool, Int(pool[uint32: PoolOffset.sizeClass]))
    let index = Int(pool[uint32: PoolOffset.arenaIndex])
    pool[block: PoolOffset.nextPool] = arenas[index].freePools
    arenas[index].freePools = pool
    poolWasFreed(index)
  }

  /// The first pool of a size class that has a free block.
  func firstUsedPool(_ sizeClass: Int) -> Block? { usedPools[block: sizeClass * 8] }

  /// How many blocks are given out, small and large.
  ///
  /// - Complexity: O(*n*) in the pools.
  var usedBlockCount: Int {
    var count = largeBlockCount
    for arena in arenas {
      guard let memory = arena.memory else { continue }
      for offset in stride(from: 0, to: arena.nextPoolOffset, by: Self.poolSize) {
        // A pool that was given back counts none.
        count += Int(memory.advanced(by: offset)[uint32: PoolOffset.usedCount])
      }
    }
    return count
  }

  /// Gives everything back to the system; no block may be used afterwards.
  mutating func destroy() {
    arenaMemory.giveAll(arenas)
    while let block = largeBlocks {
      largeBlocks = block[block: LargeOffset.next]
      SystemMemory.free(block)
    }
    arenas = []
    map.destroy()
    SystemMemory.free(usedPools)
  }
}
