/// Where arenas take their memory from and give it back to: the system, of which two at a time are asked for once
/// there are several.
///
/// Two arenas are a large page, which the system hands out and takes back at once, and which the processor finds
/// faster than 512 small ones. A pair goes back when both of its arenas are free; until then the free one is the next
/// that is given out, so that at most one arena of each pair is kept in vain.
struct ArenaMemory {
  private static let size = BlockAllocator.arenaSize
  /// How many are taken one by one, since most heaps are small.
  private static let singleLimit = 8

  /// The arenas that were taken one by one.
  private var singles: [Block] = []
  /// Free arenas whose neighbours in their pairs are in use.
  private var spares: [Block] = []

  /// Takes the memory of an arena, its contents undefined, at an address that is a multiple of its size.
  ///
  /// - Returns: `nil` where the system has none.
  mutating func take() -> Block? {
    if let spare = spares.popLast() { return spare }
    if singles.count < Self.singleLimit {
      guard let arena = SystemMemory.mapAligned(size: Self.size) else { return nil }
      singles.append(arena)
      return arena
    }
    guard let pair = SystemMemory.mapAligned(size: 2 * Self.size) else { return nil }
    SystemMemory.preferLargePages(pair, size: 2 * Self.size)
    spares.append(pair.advanced(by: Self.size))
    return pair
  }

  /// Gives the memory of an arena back.
  ///
  /// - Complexity: O(*n*) in the pairs of which one arena is free.
  mutating func give(_ arena: Block) {
    if let index = singles.firstIndex(of: arena) {
      singles.remove(at: index)
      SystemMemory.unmap(arena, size: Self.size)
      return
    }
    let neighbour = Block(address: arena.address ^ UInt(Self.size))
    if let index = spares.lastIndex(of: neighbour) {
      spares.remove(at: index)
      SystemMemory.unmap(min(arena, neighbour), size: 2 * Self.size)
    } else {
      spares.append(arena)
    }
  }

  /// Gives the memory of all arenas back, those in use too.
  mutating func giveAll(_ arenas: [Arena]) {
    for case let arena? in arenas.map(\.memory) { give(arena) }
  }

  private func min(_ left: Block, _ right: Block) -> Block { left.address < right.address ? left : right }
}
