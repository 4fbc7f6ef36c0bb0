/// A pool of an arena: blocks of one size, of which some are handed out.
public struct PoolLayout: Hashable, Sendable {
  /// What a block of a pool is.
  public enum BlockUse: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    /// Handed out.
    case used = 0
    /// Given back, and waiting to be handed out again.
    case freed = 1
    /// Never handed out since the pool took its size class.
    case untouched = 2
  }

  /// Where the pool begins.
  public let address: Address
  /// How many bytes it takes.
  public let size: ByteCount
  /// How many bytes its header takes, before its blocks.
  public let headerSize: ByteCount
  /// The size class: the bytes of each of its blocks; `nil` where the pool belongs to none, and has no blocks.
  public let blockSize: ByteCount?
  /// Its blocks, in the order of their addresses.
  public let blocks: [BlockUse]

  /// Makes a pool with a size class.
  ///
  /// Traps where a block has no bytes, or header and blocks are larger than the pool.
  ///
  /// - Parameters:
  ///   - address: where the pool begins.
  ///   - size: how many bytes it takes.
  ///   - headerSize: how many bytes its header takes, before its blocks.
  ///   - blockSize: the bytes of each of its blocks.
  ///   - blocks: its blocks, in the order of their addresses.
  public init(
    address: Address, size: ByteCount, headerSize: ByteCount, blockSize: ByteCount, blocks: [BlockUse]
  ) {
    precondition(blockSize > .zero, "The pool at \(address) has blocks of no bytes")
    precondition(
      headerSize <= size
        && UInt64(blocks.count) <= (size.rawValue - headerSize.rawValue) / blockSize.rawValue,
      "The pool at \(address) has \(size.rawValue) bytes: no room for a header of \(headerSize.rawValue) and "
        + "\(blocks.count) blocks of \(blockSize.rawValue)")
    self.address = address
    self.size = size
    self.headerSize = headerSize
    self.blockSize = blockSize
    self.blocks = blocks
  }

  /// Makes a pool that belongs to no size class.
  ///
  /// - Parameters:
  ///   - address: where the pool begins.
  ///   - size: how many bytes it takes.
  public init(unusedAt address: Address, size: ByteCount) {
    self.address = address
    self.size = size
    headerSize = .zero
    blockSize = nil
    blocks = []
  }

  /// How many blocks there are of a use.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  public func blockCount(_ use: BlockUse) -> Int {
    blocks.reduce(into: 0) { count, block in if block == use { count += 1 } }
  }

  /// How many bytes the blocks take that are handed out.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  public var usedSize: ByteCount {
    ByteCount(rawValue: (blockSize ?? .zero).rawValue * UInt64(blockCount(.used)))
  }
}
