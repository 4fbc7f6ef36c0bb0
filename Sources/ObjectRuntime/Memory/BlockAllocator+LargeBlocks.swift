/// The words before a large block; all large blocks are linked, so that they can be counted and given back.
enum LargeOffset {
  static let size = 0
  static let next = 8
  static let previous = 16
  /// Where the block is told to lie, in bytes behind where large blocks are told to begin.
  static let reported = 24
}

extension BlockAllocator {
  static let largeHeaderSize = 32

  @inline(never)
  mutating func allocateLarge(_ size: Int) -> Block? {
    guard size <= Int.max / 4, bytesTaken <= limit - size,
      let header = SystemMemory.allocate(size + Self.largeHeaderSize)
    else { return nil }
    header[integer: LargeOffset.size] = size
    header[block: LargeOffset.previous] = nil
    header[block: LargeOffset.next] = largeBlocks
    largeBlocks?[block: LargeOffset.previous] = header
    largeBlocks = header
    header[word: LargeOffset.reported] = reserveReported(size)
    largeBlockCount += 1
    largeBytes += size
    take(size)
    return header.advanced(by: Self.largeHeaderSize)
  }

  @inline(never)
  mutating func freeLarge(_ block: Block) {
    let header = block.advanced(by: -Self.largeHeaderSize)
    let next = header[block: LargeOffset.next]
    let previous = header[block: LargeOffset.previous]
    next?[block: LargeOffset.previous] = previous
    if let previous { previous[block: LargeOffset.next] = next } else { largeBlocks = next }
    let size = header[integer: LargeOffset.size]
    largeBlockCount -= 1
    largeBytes -= size
    bytesTaken -= size
    SystemMemory.free(header)
  }

  mutating func resizeLarge(_ block: Block, to size: Int) -> Block? {
    #if DEBUG
      if failsByPlan() { return nil }
    #endif
    let header = block.advanced(by: -Self.largeHeaderSize)
    let before = header[integer: LargeOffset.size]
    guard size <= Int.max / 4, bytesTaken - before <= limit - size,
      let new = SystemMemory.resize(header, to: size + Self.largeHeaderSize)
    else { return nil }
    new[integer: LargeOffset.size] = size
    if size > before { new[word: LargeOffset.reported] = reserveReported(size) }
    new[block: LargeOffset.next]?[block: LargeOffset.previous] = new
    if let previous = new[block: LargeOffset.previous] {
      previous[block: LargeOffset.next] = new
    } else {
      largeBlocks = new
    }
    largeBytes += size - before
    bytesTaken -= before
    take(size)
    return new.advanced(by: Self.largeHeaderSize)
  }

  /// Addresses that no other large block is told to have.
  private mutating func reserveReported(_ size: Int) -> UInt {
    let offset = nextReported
    nextReported += UInt((size + Self.largeHeaderSize + 15) & ~15)
    return offset
  }

  /// How far behind the beginning of large blocks an address in one is told to lie.
  ///
  /// - Complexity: O(*n*) in the large blocks.
  func largeBlockOffset(of address: UInt) -> UInt {
    var next = largeBlocks
    while let header = next {
      let start = header.address + UInt(Self.largeHeaderSize)
      if address >= start, address < start + UInt(header[integer: LargeOffset.size]) {
        return header[word: LargeOffset.reported] + (address - start)
      }
      next = header[block: LargeOffset.next]
    }
    return 0
  }

  /// How far behind the beginning of large blocks a large block is told to lie.
  static func reportedOffset(ofLargeBlock block: Block) -> UInt {
    block[word: LargeOffset.reported - largeHeaderSize]
  }

  static func largeSize(_ block: Block) -> Int { block[integer: LargeOffset.size - largeHeaderSize] }
}
