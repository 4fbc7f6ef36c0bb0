public import HeapModel

/// What a space's memory holds, as `sys._debugmallocstats` tells of CPython's.
public struct MemoryStatistics: Hashable, Sendable {
  /// The blocks of one size.
  public struct SizeClass: Hashable, Sendable {
    /// The bytes of each block.
    public var blockSize: ByteCount
    /// The pools that have such blocks.
    public var pools: Int
    /// Blocks in use.
    public var usedBlocks: Int
    /// Blocks that could be given out without another pool.
    public var freeBlocks: Int
    /// The bytes of all its blocks in use.
    public var usedSize: ByteCount { ByteCount(rawValue: blockSize.rawValue * UInt64(usedBlocks)) }
    /// The bytes of its pools that go to their headers and to the ends where no block fits.
    public var lostSize: ByteCount {
      let block = Int(blockSize.rawValue)
      let blocks = (BlockAllocator.poolSize - PoolOffset.headerSize) / block
      return ByteCount((BlockAllocator.poolSize - blocks * block) * pools)
    }
  }

  /// Arenas of 1 MiB taken from the system.
  public var arenas: Int
  /// Pools of 16 KiB in use.
  public var pools: Int
  /// Pools of these arenas that hold no block.
  public var freePools: Int
  /// Those size classes that have pools, smallest first.
  public var sizeClasses: [SizeClass]
  /// Blocks of more than 512 bytes, which come from the system.
  public var largeBlocks: Int
  /// The bytes of large blocks.
  public var largeSize: ByteCount
  /// Bytes taken from the system now: arenas and large blocks.
  public var takenSize: ByteCount
  /// The most bytes that were taken at once.
  public var peakTakenSize: ByteCount

  /// The bytes of all blocks in use.
  public var usedSize: ByteCount { sizeClasses.reduce(largeSize) { $0 + $1.usedSize } }

  /// The bytes of pools that go to their headers and to the ends where no block fits.
  public var lostSize: ByteCount {
    sizeClasses.reduce(ByteCount(0)) { $0 + $1.lostSize }
  }
}

extension ObjectSpace {
  /// What the space's memory holds now.
  ///
  /// - Complexity: O(*n*) in the pools.
  public var memoryStatistics: MemoryStatistics {
    let allocator = state.allocator
    var classes: [Int: (pools: Int, used: Int)] = [:]
    var pools = 0
    var arenaCount = 0
    for arena in allocator.arenas {
      guard let memory = arena.memory else { continue }
      arenaCount += 1
      for number in 0..<(arena.nextPoolOffset / BlockAllocator.poolSize) {
        let pool = memory.advanced(by: number * BlockAllocator.poolSize)
        let used = Int(pool[uint32: PoolOffset.usedCount])
        guard used > 0 else { continue }
        pools += 1
        classes[Int(pool[uint32: PoolOffset.sizeClass]), default: (0, 0)].pools += 1
        classes[Int(pool[uint32: PoolOffset.sizeClass]), default: (0, 0)].used += used
      }
    }
    let sizeClasses = classes.sorted { $0.key < $1.key }.map { number, count in
      let size = (number + 1) * BlockAllocator.alignment
      let perPool = (BlockAllocator.poolSize - PoolOffset.headerSize) / size
      return MemoryStatistics.SizeClass(
        blockSize: ByteCount(size), pools: count.pools, usedBlocks: count.used,
        freeBlocks: perPool * count.pools - count.used)
    }
    return MemoryStatistics(
      arenas: arenaCount, pools: pools, freePools: arenaCount * BlockAllocator.poolsPerArena - pools,
      sizeClasses: sizeClasses, largeBlocks: allocator.largeBlockCount,
      largeSize: ByteCount(allocator.largeBytes),
      takenSize: ByteCount(allocator.bytesTaken), peakTakenSize: ByteCount(allocator.peakBytesTaken))
  }
}
