/// An arena of an allocator of small blocks: a large stretch of memory that is cut into pools.
public struct ArenaLayout: Hashable, Sendable {
  /// What the arena is called, such as `arena 0`.
  public let title: String
  /// Where the arena begins.
  public let address: Address
  /// How many bytes it takes.
  public let size: ByteCount
  /// Its pools, in the order of their addresses.
  public let pools: [PoolLayout]

  /// Makes an arena.
  ///
  /// Traps where pools are out of order, over each other or outside the arena, or the arena is beyond the
  /// address space.
  ///
  /// - Parameters:
  ///   - title: what the arena is called.
  ///   - address: where it begins.
  ///   - size: how many bytes it takes.
  ///   - pools: its pools, in the order of their addresses.
  /// - Complexity: O(*n*) in the number of pools.
  public init(title: String, address: Address, size: ByteCount, pools: [PoolLayout]) {
    let (limit, overflow) = address.rawValue.addingReportingOverflow(size.rawValue)
    precondition(!overflow, "'\(title)' at \(address) with \(size.rawValue) bytes leaves the address space")
    var end = address.rawValue
    for pool in pools {
      precondition(
        pool.address.rawValue >= end && pool.address.rawValue <= limit
          && pool.size.rawValue <= limit - pool.address.rawValue,
        "The pool at \(pool.address) with \(pool.size.rawValue) bytes is out of order or outside '\(title)', "
          + "which ends at \(Address(rawValue: limit))")
      end = pool.address.rawValue + pool.size.rawValue
    }
    self.title = title
    self.address = address
    self.size = size
    self.pools = pools
  }

  /// How many bytes the blocks take that are handed out.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  public var usedSize: ByteCount { pools.reduce(.zero) { $0 + $1.usedSize } }
}
