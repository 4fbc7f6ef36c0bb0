#if DEBUG
  // Arenas, pools, and the lists of what is free in them.
  extension InvariantChecker {
    /// Checks every arena with its pools, and the rings of pools with free blocks.
    mutating func checkArenas() {
      let allocator = space.state.allocator
      let known = allocator.arenas
      var partlyUsed = 0
      var taken = allocator.largeBytes
      var usable = 0
      for (index, arena) in known.enumerated() {
        guard let memory = arena.memory else { continue }
        taken += BlockAllocator.arenaSize
        if arena.freePoolCount > 0 { usable += 1 }
        var free = (BlockAllocator.arenaSize - arena.nextPoolOffset) / BlockAllocator.poolSize
        var pool = memory.address
        let end = pool + UInt(arena.nextPoolOffset)
        while pool < end {
          clearPool(pool, arena: index)
          if RawMemory.uint32(pool) == 0 {
            free += 1
          } else if checkPool(pool, arena: index) {
            partlyUsed += 1
          }
          pool += UInt(BlockAllocator.poolSize)
        }
        if free != arena.freePoolCount {
          report(.arena, at: memory.address, expected: "\(free) free pools", found: "\(arena.freePoolCount)")
        }
        checkFreePools(arena, memory.address)
      }
      if taken != allocator.bytesTaken {
        report(.arena, at: 0, expected: "\(taken) bytes taken", found: "\(allocator.bytesTaken)")
      }
      checkRings(partlyUsed: partlyUsed)
      checkArenaList(known, first: allocator.usableArena, usable: usable)
    }

    /// Checks a pool that has blocks.
    ///
    /// - Returns: whether it has free blocks too.
    private mutating func checkPool(_ pool: UInt, arena: Int) -> Bool {
      let sizeClass = RawMemory.uint32(pool &+ UInt(PoolOffset.sizeClass))
      guard sizeClass < UInt32(BlockAllocator.sizeClassCount) else {
        report(.pool, at: pool, expected: "a size class below 32", found: "\(sizeClass)")
        return false
      }
      if RawMemory.uint32(pool &+ UInt(PoolOffset.arenaIndex)) != UInt32(arena) {
        report(
          .pool, at: pool, expected: "arena \(arena)",
          found: "\(RawMemory.uint32(pool + UInt(PoolOffset.arenaIndex)))")
      }
      let size = (Int(sizeClass) &+ 1) &* BlockAllocator.alignment
      let end = Int(RawMemory.uint32(pool &+ UInt(PoolOffset.nextOffset)))
      guard end >= PoolOffset.headerSize, end <= BlockAllocator.poolSize,
        (end &- PoolOffset.headerSize) % size == 0
      else {
        report(.pool, at: pool, expected: "blocks up to the end of the pool", found: "offset \(end)")
        return false
      }
      let carved = (end &- PoolOffset.headerSize) / size
      let used = Int(RawMemory.uint32(pool))
      var free = 0
      let first = RawMemory.word(pool &+ UInt(PoolOffset.freeBlock))
      var block = first
      let base = UInt(bitPattern: arena) << 16
      while block != 0 {
        let offset = Int(bitPattern: block &- pool)
        guard offset >= PoolOffset.headerSize, offset < end, (offset &- PoolOffset.headerSize) % size == 0
        else {
          report(.freeBlocks, at: pool, expected: "a block of this pool", found: place(block))
          break
        }
        let mark = marks &+ (base | (block & UInt(BlockAllocator.arenaSize &- 1)) >> 4)
        guard RawMemory.byte(mark) == 0 else {
          report(.freeBlocks, at: pool, expected: "each block once", found: "\(place(block)) again")
          break
        }
        RawMemory.set(byte: Mark.free, mark)
        free &+= 1
        block = RawMemory.word(block)
      }
      if used &+ free != carved {
        report(.pool, at: pool, expected: "\(carved - free) used blocks", found: "\(used)")
      }
      usedBlocks &+= carved &- free
      if first == 0, end <= Int(RawMemory.uint32(pool &+ UInt(PoolOffset.lastOffset))) {
        report(.pool, at: pool, expected: "a free block, since there is room for one", found: "none")
      }
      return first != 0
    }

    /// Checks the list of an arena's pools that were given back.
    private mutating func checkFreePools(_ arena: Arena, _ start: UInt) {
      var count = 0
      let carved = arena.nextPoolOffset / BlockAllocator.poolSize
      var next = arena.freePools?.address ?? 0
      while next != 0, count <= carved {
        guard next >= start, next < start + UInt(arena.nextPoolOffset),
          next % UInt(BlockAllocator.poolSize) == 0, RawMemory.uint32(next) == 0
        else {
          return report(.arena, at: start, expected: "a free pool of this arena", found: place(next))
        }
        count += 1
        next = RawMemory.word(next + UInt(PoolOffset.nextPool))
      }
      let expected =
        arena.freePoolCount - (BlockAllocator.arenaSize - arena.nextPoolOffset) / BlockAllocator.poolSize
      if count != expected {
        report(.arena, at: start, expected: "\(expected) pools given back", found: "\(count)")
      }
    }

    /// Checks the rings of pools that have both used and free blocks.
    private mutating func checkRings(partlyUsed: Int) {
      var count = 0
      for sizeClass in 0..<BlockAllocator.sizeClassCount {
        guard let first = space.state.allocator.firstUsedPool(sizeClass)?.address else { continue }
        var pool = first
        repeat {
          guard arena(of: pool) >= 0, pool % UInt(BlockAllocator.poolSize) == 0,
            RawMemory.uint32(pool + UInt(PoolOffset.sizeClass)) == UInt32(sizeClass),
            RawMemory.uint32(pool) > 0, RawMemory.word(pool + UInt(PoolOffset.freeBlock)) != 0
          else {
            return report(
              .pool, at: pool, expected: "a pool of class \(sizeClass) with a free block", found: "another")
          }
          count += 1
          let next = RawMemory.word(pool + UInt(PoolOffset.nextPool))
          guard arena(of: next) >= 0, RawMemory.word(next + UInt(PoolOffset.previousPool)) == pool else {
            return report(.pool, at: pool, expected: "a next pool that leads back", found: place(next))
          }
          pool = next
        } while pool != first && count <= partlyUsed
      }
      if count != partlyUsed {
        report(.pool, at: 0, expected: "\(partlyUsed) pools with free blocks in the rings", found: "\(count)")
      }
    }

    /// Checks the list of arenas that have free pools, fewest first.
    private mutating func checkArenaList(_ known: [Arena], first: Int, usable: Int) {
      var count = 0
      var previous = -1
      var index = first
      let last = space.state.allocator.lastArenaByFreePools
      while index >= 0, count <= usable {
        let arena = known[index]
        guard arena.memory != nil, arena.previous == previous, arena.freePoolCount > 0 else {
          return report(
            .arena, at: 0, expected: "usable arena \(index), linked to \(previous)", found: "another")
        }
        if previous >= 0, known[previous].freePoolCount > arena.freePoolCount {
          report(
            .arena, at: 0, expected: "arenas with fewer free pools first",
            found: "\(previous) before \(index)")
        }
        let isLast = arena.next < 0 || known[arena.next].freePoolCount != arena.freePoolCount
        if isLast, last[arena.freePoolCount] != index {
          report(
            .arena, at: 0, expected: "\(index) as the last with \(arena.freePoolCount) free pools",
            found: "\(last[arena.freePoolCount])")
        }
        count += 1
        previous = index
        index = arena.next
      }
      if count != usable {
        report(.arena, at: 0, expected: "\(usable) usable arenas", found: "\(count)")
      }
    }

    /// Checks the list of large blocks, and notes them.
    mutating func checkLargeBlocks() {
      let count = space.state.allocator.largeBlockCount
      var found = 0
      var bytes = 0
      var previous: UInt = 0
      var header = space.state.allocator.largeBlocks?.address ?? 0
      while header != 0, found <= count {
        if RawMemory.word(header &+ UInt(LargeOffset.previous)) != previous {
          report(.largeBlocks, at: header, expected: "the block before it", found: "another")
        }
        let size = RawMemory.word(header)
        large.insert(header &+ UInt(BlockAllocator.largeHeaderSize), size << 1)
        found &+= 1
        bytes &+= Int(size)
        previous = header
        header = RawMemory.word(header &+ UInt(LargeOffset.next))
      }
      usedBlocks &+= found
      if found != count { report(.largeBlocks, at: 0, expected: "\(count) blocks", found: "\(found)") }
      if bytes != space.state.allocator.largeBytes {
        report(.largeBlocks, at: 0, expected: "\(bytes) bytes", found: "\(space.state.allocator.largeBytes)")
      }
    }
  }
#endif
