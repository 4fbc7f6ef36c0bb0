public import HeapModel

extension ObjectSpace {
  /// An object's memory word by word: what stands before it, its header, its fields, and the blocks of its body.
  ///
  /// - Parameter object: the object.
  /// - Returns: the blocks with their fields: offset from the object's address, bytes, name, value, and what each
  ///   reference leads to.
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in the object's words.
  public func layout(of object: ObjectHandle) throws(ObjectError) -> ObjectLayout {
    LayoutBuilder(self, try pointer(object)).layout()
  }

  /// The arenas of the space with their pools and blocks.
  ///
  /// - Complexity: O(*n*) in the blocks.
  public func arenaLayouts() throws(ObjectError) -> [ArenaLayout] {
    guard !isClosed else { throw ObjectError(.referenceError, "the space is closed") }
    var layouts: [ArenaLayout] = []
    for (index, arena) in state.allocator.arenas.enumerated() {
      guard let memory = arena.memory else { continue }
      let start = reportedArenaAddress(index)
      let pools = (0..<BlockAllocator.poolsPerArena).map { number in
        poolLayout(
          memory.advanced(by: number * BlockAllocator.poolSize),
          isCarved: number * BlockAllocator.poolSize < arena.nextPoolOffset,
          at: start + UInt(number * BlockAllocator.poolSize))
      }
      layouts.append(
        ArenaLayout(
          title: "arena \(index)", address: Address(rawValue: UInt64(start)),
          size: ByteCount(BlockAllocator.arenaSize), pools: pools))
    }
    return layouts
  }

  private func poolLayout(_ pool: Block, isCarved: Bool, at address: UInt) -> PoolLayout {
    let place = Address(rawValue: UInt64(address))
    let size = ByteCount(BlockAllocator.poolSize)
    guard isCarved, pool[uint32: PoolOffset.usedCount] > 0 else {
      return PoolLayout(unusedAt: place, size: size)
    }
    let blockSize = (Int(pool[uint32: PoolOffset.sizeClass]) + 1) * BlockAllocator.alignment
    let count = (BlockAllocator.poolSize - PoolOffset.headerSize) / blockSize
    let touched = (Int(pool[uint32: PoolOffset.nextOffset]) - PoolOffset.headerSize) / blockSize
    var blocks = (0..<count).map { $0 < touched ? PoolLayout.BlockUse.used : .untouched }
    var next = pool[word: PoolOffset.freeBlock]
    while next != 0 {
      blocks[(Int(next - pool.address) - PoolOffset.headerSize) / blockSize] = .freed
      next = Block(address: next)[word: 0]
    }
    return PoolLayout(
      address: place, size: size, headerSize: ByteCount(PoolOffset.headerSize),
      blockSize: ByteCount(blockSize),
      blocks: blocks)
  }
}
