extension GlibcHeap {
  /// Blocks that were freed and lie in a quick list, where they look as if they were in use: a thread's cache or an
  /// arena's fast bins.
  ///
  /// What does not look in all parts as such a list does is left alone, so that no block in use is taken for a free one.
  ///
  /// - Parameters:
  ///   - caches: blocks that may be the heads of a thread's cache, by their size.
  /// - Complexity: O(*n*) in the number of blocks found.
  func freedBlocks(in image: ProcessImage, caches: [UInt64]) -> Set<UInt64> {
    var freed: Set<UInt64> = []
    for cache in caches { freed.formUnion(blocks(ofCache: cache, image) ?? []) }
    for arena in arenas {
      for number in 0..<Self.fastBinCount {
        guard let first = image.word(arena &+ 16 &+ 8 * number), first != 0 else { continue }
        freed.formUnion(list(from: first &+ 16, chunkSize: 32 + 16 * number, count: nil, image) ?? [])
      }
    }
    return freed
  }

  private static let fastBinCount: UInt64 = 10
  private static let cacheBinCount: UInt64 = 64
  /// What a thread's cache gets, `tcache_perthread_struct` with counts of 16 bits and with such of 8 bits before 2.30.
  static let cacheSizes: [UInt64: (countSize: UInt64, entries: UInt64)] = [0x288: (2, 128), 0x248: (1, 64)]

  private func blocks(ofCache cache: UInt64, _ image: ProcessImage) -> [UInt64]? {
    guard let raw = image.word(cache &- 8), let layout = Self.cacheSizes[(raw & ~7) &- 8] else { return nil }
    var blocks: [UInt64] = []
    for number in 0..<Self.cacheBinCount {
      let place = cache &+ number * layout.countSize
      let count =
        layout.countSize == 2
        ? image.load(place, as: UInt16.self).map { Int($0) }
        : image.load(place, as: UInt8.self).map { Int($0) }
      guard let count, let first = image.word(cache &+ layout.entries &+ 8 * number) else { return nil }
      guard count > 0 else {
        if first != 0 { return nil }
        continue
      }
      guard let list = list(from: first, chunkSize: 32 + 16 * number, count: count, image) else { return nil }
      blocks += list
    }
    // All of a thread's have the same mark in their second word.
    guard let first = blocks.first, let key = image.word(first &+ 8), key != 0,
      blocks.allSatisfy({ image.word($0 &+ 8) == key })
    else { return nil }
    return blocks
  }

  /// The blocks of a list of one size, each of which begins with the next one's address.
  ///
  /// Since 2.32 addresses are stored together with the upper bits of where they are stored (`PROTECT_PTR`).
  ///
  /// - Parameter count: how many there are; where `nil`, as many as there are to the end.
  /// - Returns: `nil` where one does not look like such a block.
  private func list(
    from first: UInt64, chunkSize: UInt64, count: Int?, _ image: ProcessImage
  ) -> [UInt64]? {
    for isMangled in [true, false] {
      var blocks: [UInt64] = []
      var next = first
      while next != 0, blocks.count < count ?? 1 << 20 {
        guard next & 15 == 0, hasChunk(at: next &- 16), let size = image.word(next &- 8),
          size & ~7 == chunkSize,
          let stored = image.word(next)
        else { break }
        blocks.append(next)
        // In fast bins it is the header's address that is stored.
        let address = isMangled ? stored ^ (next >> 12) : stored
        next = address == 0 || count != nil ? address : address &+ 16
      }
      if next == 0, count == nil || blocks.count == count { return blocks }
    }
    return nil
  }

  private func hasChunk(at address: UInt64) -> Bool {
    let number = segments.partitioned { $0.chunks.lowerBound <= address }
    return number > 0 && segments[number - 1].chunks.contains(address)
  }
}
