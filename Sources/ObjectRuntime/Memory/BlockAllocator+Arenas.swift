extension BlockAllocator {
  /// Takes a pool of the usable arena with the fewest free pools, of a new arena where none is usable.
  mutating func takePool() -> Block? {
    if usableArena < 0 {
      guard let new = makeArena() else { return nil }
      usableArena = new
      lastArenaByFreePools[arenas[new].freePoolCount] = new
    }
    let index = usableArena
    let free = arenas[index].freePoolCount
    // It had the fewest free pools and keeps the first place with one less.
    if lastArenaByFreePools[free] == index { lastArenaByFreePools[free] = -1 }
    if free > 1 { lastArenaByFreePools[free - 1] = index }

    let pool: Block
    if let given = arenas[index].freePools {
      pool = given
      arenas[index].freePools = given[block: PoolOffset.nextPool]
    } else {
      guard let memory = arenas[index].memory else { preconditionFailure("A usable arena has memory.") }
      pool = memory.advanced(by: arenas[index].nextPoolOffset)
      arenas[index].nextPoolOffset += Self.poolSize
      pool[uint32: PoolOffset.arenaIndex] = UInt32(index)
      pool[uint32: PoolOffset.sizeClass] = PoolOffset.noSizeClass
    }
    arenas[index].freePoolCount = free - 1
    if free == 1 {
      usableArena = arenas[index].next
      if usableArena >= 0 { arenas[usableArena].previous = -1 }
      arenas[index].next = -1
    }
    return pool
  }

  private mutating func makeArena() -> Int? {
    guard bytesTaken + Self.arenaSize <= limit, let memory = arenaMemory.take() else { return nil }
    guard map.set(memory, present: true) else {
      arenaMemory.give(memory)
      return nil
    }
    take(Self.arenaSize)
    let index = unusedEntries.popLast() ?? arenas.count
    let arena = Arena(memory: memory, freePoolCount: Self.poolsPerArena)
    if index == arenas.count { arenas.append(arena) } else { arenas[index] = arena }
    return index
  }

  /// Counts a pool that was given back, frees an arena without blocks, and keeps the list of arenas sorted.
  mutating func poolWasFreed(_ index: Int) {
    let before = arenas[index].freePoolCount
    let last = lastArenaByFreePools[before]
    if last == index {
      let previous = arenas[index].previous
      lastArenaByFreePools[before] =
        previous >= 0 && arenas[previous].freePoolCount == before ? previous : -1
    }
    let free = before + 1
    arenas[index].freePoolCount = free

    if free == Self.poolsPerArena && arenas[index].next >= 0 {
      // All of it is free, and it is not the last usable arena.
      unlinkArena(index)
      releaseArena(index)
    } else if free == 1 {
      arenas[index].next = usableArena
      arenas[index].previous = -1
      if usableArena >= 0 { arenas[usableArena].previous = index }
      usableArena = index
      if lastArenaByFreePools[1] < 0 { lastArenaByFreePools[1] = index }
    } else {
      if lastArenaByFreePools[free] < 0 { lastArenaByFreePools[free] = index }
      // The last of those with one less keeps its place; others move behind that one.
      if last != index {
        unlinkArena(index)
        let next = arenas[last].next
        arenas[index].previous = last
        arenas[index].next = next
        if next >= 0 { arenas[next].previous = index }
        arenas[last].next = index
      }
    }
  }

  private mutating func unlinkArena(_ index: Int) {
    let previous = arenas[index].previous
    let next = arenas[index].next
    if previous >= 0 { arenas[previous].next = next } else { usableArena = next }
    if next >= 0 { arenas[next].previous = previous }
  }

  private mutating func releaseArena(_ index: Int) {
    guard let memory = arenas[index].memory else { return }
    _ = map.set(memory, present: false)
    arenaMemory.give(memory)
    bytesTaken -= Self.arenaSize
    arenas[index] = Arena()
    unusedEntries.append(index)
  }

  mutating func take(_ bytes: Int) {
    bytesTaken += bytes
    peakBytesTaken = max(peakBytesTaken, bytesTaken)
  }
}
