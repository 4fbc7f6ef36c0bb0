#if DEBUG
  // Where addresses lie, and who owns the blocks.
  extension InvariantChecker {
    private static let granules = BlockAllocator.arenaSize / 16

    /// Notes the arenas and pieces of static memory, and clears what was learned before.
    mutating func readMemory() {
      let known = space.state.allocator.arenas
      arenas.removeAll()
      for arena in known { arenas.append(arena.memory?.address ?? 0) }
      lastArena = 1
      if arenas.count > arenaCapacity { growTables(arenas.count) }
      chunks.removeAll()
      for (start, size) in space.state.staticMemory.extents {
        chunks.append(start)
        chunks.append(start + UInt(size))
      }
      large.removeAll()
      largeObjects.removeAll()
      sharedKeys.removeAll()
      objects.removeAll()
      counts.removeAll()
      learned.removeAll()
      walked = 0
      usedBlocks = 0
      claimedBlocks = 0
      internedCount = 0
    }

    /// Forgets what was learned of a pool's blocks before.
    func clearPool(_ pool: UInt, arena: Int) {
      let first = granule(arena, pool)
      RawMemory.clear(marks &+ first, count: BlockAllocator.poolSize / 16)
      RawMemory.clear(numbers &+ 4 &* first, count: BlockAllocator.poolSize / 4)
    }

    private mutating func growTables(_ count: Int) {
      if marks != 0 { SystemMemory.free(Block(address: marks)) }
      if numbers != 0 { SystemMemory.free(Block(address: numbers)) }
      arenaCapacity = count + 2
      guard let marks = SystemMemory.allocateZeroed(arenaCapacity * Self.granules),
        let numbers = SystemMemory.allocateZeroed(4 * arenaCapacity * Self.granules)
      else { preconditionFailure("The system has no memory for a check.") }
      self.marks = marks.address
      self.numbers = numbers.address
    }

    /// The arena that an address lies in; −1 where it lies in none.
    @inline(__always)
    mutating func arena(of address: UInt) -> Int {
      let start = address & ~UInt(BlockAllocator.arenaSize &- 1)
      if start == lastArena { return lastArenaIndex }
      return findArena(start)
    }

    private mutating func findArena(_ start: UInt) -> Int {
      let index = arenaIndex(start)
      if index >= 0 {
        lastArena = start
        lastArenaIndex = index
      }
      return index
    }

    private func arenaIndex(_ start: UInt) -> Int {
      guard start != 0 else { return -1 }
      var index = 0
      while index < arenas.count {
        if arenas[index] == start { return index }
        index += 1
      }
      return -1
    }

    /// The number of 16 bytes of an arena.
    @inline(__always)
    func granule(_ arena: Int, _ address: UInt) -> UInt {
      UInt(bitPattern: arena) << 16 | (address & UInt(BlockAllocator.arenaSize &- 1)) >> 4
    }

    @inline(__always)
    func isStatic(_ address: UInt) -> Bool {
      var index = 0
      while index < chunks.count {
        if address >= chunks[index], address < chunks[index &+ 1] { return true }
        index &+= 2
      }
      return false
    }

    /// The number of a known object; −1 where there is none.
    func number(of address: UInt) -> Int {
      guard address & 15 == 0 else { return -1 }
      let arena = arenaIndex(address & ~UInt(BlockAllocator.arenaSize - 1))
      if arena >= 0 { return Int(RawMemory.uint32(numbers + 4 * granule(arena, address))) - 1 }
      let place = largeObjects.place(address)
      return place == 0 ? -1 : RawMemory.integer(place)
    }

    // MARK: Owners

    /// Gives a block its owner.
    ///
    /// - Parameters:
    ///   - block: where it begins.
    ///   - size: the bytes that its contents take.
    ///   - owner: whose it is.
    mutating func claim(_ block: UInt, atLeast size: Int, for owner: UInt) {
      let arena = arena(of: block)
      guard arena >= 0 else { return claimLarge(block, atLeast: size, for: owner) }
      let pool = block & ~UInt(BlockAllocator.poolSize &- 1)
      let sizeClass = RawMemory.uint32(pool &+ UInt(PoolOffset.sizeClass))
      guard RawMemory.uint32(pool) > 0, sizeClass < UInt32(BlockAllocator.sizeClassCount) else {
        return report(
          .foreignBlock, at: owner, expected: "a used block", found: "\(place(block)) in a free pool")
      }
      let blockSize = Int(sizeClass &+ 1) &* BlockAllocator.alignment
      let offset = Int(block &- pool)
      guard offset >= PoolOffset.headerSize, (offset &- PoolOffset.headerSize) % blockSize == 0,
        offset < Int(RawMemory.uint32(pool &+ UInt(PoolOffset.nextOffset)))
      else {
        return report(.foreignBlock, at: owner, expected: "the start of a block", found: place(block))
      }
      if size > blockSize {
        report(
          .foreignBlock, at: owner, expected: "a block of \(size) bytes at \(place(block))",
          found: "\(blockSize) bytes")
      }
      let mark = marks &+ granule(arena, block)
      switch RawMemory.byte(mark) {
      case Mark.free:
        report(.foreignBlock, at: owner, expected: "a used block", found: "\(place(block)), which is free")
      case Mark.claimed:
        report(
          .doubleClaim, at: owner, expected: "a block of its own",
          found: "\(place(block)), which has an owner")
      default:
        RawMemory.set(byte: Mark.claimed, mark)
        claimedBlocks &+= 1
      }
    }

    private mutating func claimLarge(_ block: UInt, atLeast size: Int, for owner: UInt) {
      let place = large.place(block)
      guard place != 0 else {
        return report(.foreignBlock, at: owner, expected: "a used block", found: self.place(block))
      }
      let word = RawMemory.word(place)
      if size > Int(word >> 1) {
        report(
          .foreignBlock, at: owner, expected: "a block of \(size) bytes", found: "\(word >> 1) bytes")
      }
      guard word & 1 == 0 else {
        return report(
          .doubleClaim, at: owner, expected: "a block of its own",
          found: "\(self.place(block)), which has an owner")
      }
      RawMemory.set(word: word | 1, place)
      claimedBlocks &+= 1
    }

    /// Every used block has an owner now.
    mutating func checkLeaks() {
      guard claimedBlocks != usedBlocks else { return }
      let known = space.state.allocator.arenas
      for (index, arena) in known.enumerated() {
        guard let memory = arena.memory else { continue }
        for offset in stride(from: 0, to: arena.nextPoolOffset, by: BlockAllocator.poolSize) {
          let pool = memory.address + UInt(offset)
          guard RawMemory.uint32(pool) > 0 else { continue }
          let size = (Int(RawMemory.uint32(pool + UInt(PoolOffset.sizeClass))) + 1) * BlockAllocator.alignment
          let end = Int(RawMemory.uint32(pool + UInt(PoolOffset.nextOffset)))
          for start in stride(from: PoolOffset.headerSize, to: end, by: size) {
            let block = pool + UInt(start)
            guard RawMemory.byte(marks + granule(index, block)) == 0 else { continue }
            report(.leakedBlock, at: block, expected: "an owner", found: "none for these \(size) bytes")
          }
        }
      }
      var next = space.state.allocator.largeBlocks
      while let header = next {
        let block = header.address + UInt(BlockAllocator.largeHeaderSize)
        let place = large.place(block)
        if place != 0, RawMemory.word(place) & 1 == 0 {
          report(
            .leakedBlock, at: block, expected: "an owner",
            found: "none for these \(RawMemory.word(place) >> 1) bytes")
        }
        next = header[block: LargeOffset.next]
      }
    }
  }
#endif
