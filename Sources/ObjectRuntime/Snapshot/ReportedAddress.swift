extension ObjectSpace {
  /// Where arenas, the static memory and large blocks are told to lie.
  private enum Region {
    static let staticMemory: UInt = 0x5600_0000_0000
    static let arenas: UInt = 0x7F00_0000_0000
    static let largeBlocks: UInt = 0x7F80_0000_0000
  }

  /// The address of a block as the space tells it: the same in every run of the same program.
  ///
  /// The system maps arenas where it likes. What is told instead keeps their order and all distances within one, so
  /// that hashes by identity, `id` and snapshots do not depend on chance.
  func reportedAddress(of address: UInt) -> UInt {
    reportedAddressOfSmall(address) ?? Region.largeBlocks + state.allocator.largeBlockOffset(of: address)
  }

  /// The address that is told of what lies in no large block.
  private func reportedAddressOfSmall(_ address: UInt) -> UInt? {
    if state.allocator.map.contains(address) {
      let pool = BlockAllocator.pool(of: Block(address: address))
      let offset = address & UInt(BlockAllocator.arenaSize - 1)
      return reportedArenaAddress(Int(pool[uint32: PoolOffset.arenaIndex])) + offset
    }
    return state.staticMemory.offset(of: address).map { Region.staticMemory + $0 }
  }

  /// Where an arena is told to begin.
  func reportedArenaAddress(_ index: Int) -> UInt { Region.arenas + UInt(index) << 20 }

  /// Whether an address is the head of one of the collector's lists.
  func isListHead(_ address: UInt) -> Bool {
    (0...CollectorState.generationCount).contains { state.collector.head($0).address == address }
  }

  /// The address of an object as the space tells it.
  ///
  /// - Complexity: O(1).
  package func reportedAddress(of object: ObjectPointer) -> UInt {
    if let address = reportedAddressOfSmall(object.address) { return address }
    // An object stands at the beginning of its block, behind its collector's words.
    let before = object.isCollectable ? UInt(object.plan.preHeaderSize) : 0
    let block = Block(address: object.address - before)
    return Region.largeBlocks + BlockAllocator.reportedOffset(ofLargeBlock: block) + before
  }
}
