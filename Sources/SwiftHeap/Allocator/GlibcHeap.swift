/// The heap of glibc's malloc, as its `malloc.c` lays it out since version 2.27 on 64-bit machines.
///
/// A chunk begins with the size of the one before it and its own size, whose low bits say whether the chunk before is in
/// use (1), whether it was mapped by itself (2), and whether it is of another arena than the main one (4).
package struct GlibcHeap {
  /// A piece of memory in which one chunk follows the other.
  package struct Segment: Sendable {
    /// From the first chunk to the end of the last one.
    package var chunks: Range<UInt64>
    /// Where chunks can be no more: the arena's rest that was never given out, or the end.
    package var isMapped: Bool
  }

  /// The pieces, in the order of their addresses.
  package let segments: [Segment]
  /// The main arena and those of other threads.
  package let arenas: [UInt64]
  /// Memory of arenas in which the chunks do not follow each other as they should.
  package let inconsistent: [Range<UInt64>]

  // Offsets in `struct malloc_state`.
  private static let flags: UInt64 = 4
  private static let top: UInt64 = 96
  private static let bins: UInt64 = 112
  private static let binCount: UInt64 = 127
  private static let next: UInt64 = 2_160
  private static let systemSize: UInt64 = 2_184
  private static let size: UInt64 = 2_200
  private static let mayBeFragmented: UInt32 = 2
  /// The sizes that `heap_info` has had.
  private static let heapHeaderSizes: [UInt64] = [0x30, 0x20, 0x40, 0x50]
  private static let heapAlignment: UInt64 = 64 << 20

  /// Finds the heap in a process that stands still.
  ///
  /// - Parameters:
  ///   - image: the process's memory.
  ///   - images: its executables and libraries.
  ///   - stacks: the lowest address in use of each thread's stack; what is below is not read.
  /// - Returns: `nil` where there is no glibc with an allocator that has been used.
  package init?(in image: ProcessImage, images: [ExecutableImage], stacks: [UInt64]) {
    guard let main = Self.mainArena(in: image, images) else { return nil }
    var arenas = [main]
    var arena = image.word(main + Self.next)
    while let address = arena, address != main, address != 0, arenas.count < 4_096, !arenas.contains(address)
    {
      arenas.append(address)
      arena = image.word(address &+ Self.next)
    }
    self.arenas = arenas
    var walk = Walk(image: image)
    walk.walkMainArena(main)
    for arena in arenas.dropFirst() { walk.walkArena(arena) }
    // The main arena is a variable of libc's, beside which large blocks are mapped as well.
    walk.findMappedChunks(outside: arenas.dropFirst(), stacks: stacks)
    // Lists that were damaged may lead to the same memory twice.
    var segments: [Segment] = []
    var inconsistent: [Range<UInt64>] = []
    for segment in walk.segments.sorted(by: { $0.chunks.lowerBound < $1.chunks.lowerBound })
    where segments.last.map({ $0.chunks.upperBound <= segment.chunks.lowerBound }) ?? true {
      segments.append(segment)
    }
    for range in walk.inconsistent.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = inconsistent.last, range.lowerBound < last.upperBound {
        inconsistent[inconsistent.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        inconsistent.append(range)
      }
    }
    // One that nothing was taken from is not the program's.
    if segments.isEmpty, inconsistent.isEmpty { return nil }
    (self.segments, self.inconsistent) = (segments, inconsistent)
  }

  /// The main arena: the one variable of libc whose lists that are empty point at themselves.
  private static func mainArena(in image: ProcessImage, _ images: [ExecutableImage]) -> UInt64? {
    let libraries = images.filter { $0.name.hasPrefix("libc.so") || $0.name.hasPrefix("libc-2.") }
    // A program that is linked statically has libc's variables among its own.
    let candidates = libraries.isEmpty ? images : libraries
    for library in candidates {
      for (number, region) in image.regions.enumerated()
      where region.isWritable && library.range.overlaps(region.range) {
        guard let contents = unsafe image.contents(ofRegion: number), contents.count > Int(size) else {
          continue
        }
        let last = contents.count - Int(size)
        for offset in stride(from: 0, through: last, by: 8) {
          let address = region.range.lowerBound + UInt64(offset)
          let bin = bins + 16 * (binCount - 1)
          guard
            unsafe contents.loadUnaligned(fromByteOffset: offset + Int(bin), as: UInt64.self) == address + bin
              - 16
          else { continue }
          if isArena(address, image) { return address }
        }
      }
    }
    return nil
  }

  private static func isArena(_ address: UInt64, _ image: ProcessImage) -> Bool {
    var empty = 0
    for number in 0..<binCount {
      let bin = address + bins + 16 * number
      guard let first = image.word(bin), let last = image.word(bin + 8), first != 0 else { return false }
      if first == bin - 16 {
        guard last == first else { return false }
        empty += 1
      }
    }
    guard empty > binCount / 4, let top = image.word(address + top), let next = image.word(address + next)
    else {
      return false
    }
    return top != 0 && next != 0
  }

  /// Goes through the blocks that are in use, in the order of their addresses.
  ///
  /// - Parameter body: is given where a block begins for the program, and how many bytes it can use there.
  /// - Complexity: O(*n*) in the number of chunks.
  package func forEachBlock(in image: ProcessImage, _ body: (_ address: UInt64, _ size: UInt64) -> Void) {
    for segment in segments {
      let start = segment.chunks.lowerBound
      let count = Int(segment.chunks.upperBound - start)
      guard let bytes = unsafe image.bytes(at: start, count: count) else { continue }
      if segment.isMapped {
        let size = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & ~7
        body(start + 16, size - 16)
        continue
      }
      var offset = 0
      while offset + 16 <= count {
        let size = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self) & ~7
        // What follows the last chunk is the arena's rest or an end mark: only chunks that are not the last are given out.
        guard size >= 32, size <= UInt64(count - offset), count - offset - Int(size) >= 16 else { break }
        let next = offset + Int(size)
        if unsafe bytes.loadUnaligned(fromByteOffset: next + 8, as: UInt64.self) & 1 != 0 {
          body(start + UInt64(offset) + 16, size - 8)
        }
        offset = next
      }
    }
  }

  /// Finds the segments.
  private struct Walk {
    let image: ProcessImage
    var segments: [Segment] = []
    var inconsistent: [Range<UInt64>] = []

    /// Follows the chunks from one address.
    ///
    /// - Returns: the end of the last chunk, with its header of 16 bytes behind it; `nil` where a size makes no sense.
    private func end(ofChunksFrom start: UInt64, top: UInt64?, limit: UInt64) -> UInt64? {
      // What was never given out need not be read.
      let limit = top.map { min(limit, $0 &+ 16) } ?? limit
      guard limit > start, let bytes = unsafe image.bytes(at: start, count: Int(limit - start)) else {
        return nil
      }
      var offset = 0
      let count = bytes.count
      while offset + 16 <= count {
        if let top, start + UInt64(offset) == top { return top + 16 }
        let raw = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        let size = raw & ~7
        // Two end marks of 16 bytes and of none close an arena's memory that is not its last.
        if size <= 16 { return top == nil && offset > 0 ? start + UInt64(offset) + 16 : nil }
        guard size % 16 == 0, raw & 2 == 0, size <= UInt64(count - offset) else { return nil }
        offset += Int(size)
      }
      return nil
    }

    private mutating func add(from start: UInt64, top: UInt64?, limit: UInt64) -> Bool {
      guard let end = end(ofChunksFrom: start, top: top, limit: limit) else { return false }
      segments.append(Segment(chunks: start..<end, isMapped: false))
      return true
    }

    mutating func walkMainArena(_ arena: UInt64) {
      guard let top = image.word(arena &+ GlibcHeap.top), let heap = image.regionNumber(of: top) else {
        inconsistent += image.regions.filter { $0.name == "[heap]" }.map(\.range)
        return
      }
      // Before the first allocation it is a place in the arena itself.
      guard !(arena..<arena &+ GlibcHeap.size).contains(top) else { return }
      let range = image.regions[heap].range
      // The first chunk lies at the first address that suits it, unless somebody else moved the break before.
      if !add(from: range.lowerBound, top: top, limit: range.upperBound) {
        // Variables of the program lie before it where addresses are not made random: the arena counts what is its own.
        let size = image.word(top &+ 8).map { $0 & ~7 } ?? 0
        let total = image.word(arena &+ GlibcHeap.systemSize) ?? 0
        let start = top &+ size &- total
        if !range.contains(start) || !add(from: start, top: top, limit: range.upperBound) {
          inconsistent.append(range)
        }
      }
      guard let flags = image.load(arena + GlibcHeap.flags, as: UInt32.self),
        flags & GlibcHeap.mayBeFragmented != 0
      else { return }
      for region in image.regions where region.name == "[heap]" && region.range != range {
        if !add(from: region.range.lowerBound, top: nil, limit: region.range.upperBound) {
          inconsistent.append(region.range)
        }
      }
    }

    mutating func walkArena(_ arena: UInt64) {
      guard let top = image.word(arena &+ GlibcHeap.top) else { return markInconsistent(around: arena) }
      var heap = top & ~(GlibcHeap.heapAlignment - 1)
      var isLast = true
      var seen: Set<UInt64> = []
      while true {
        // The arena lies in the first of its heaps, which no list leads to where one before is damaged.
        guard seen.insert(heap).inserted, seen.count < 65_536, image.word(heap) == arena,
          let before = image.word(heap &+ 8), let size = image.word(heap &+ 16),
          size > 0, size <= GlibcHeap.heapAlignment, heap &+ size > heap
        else {
          markInconsistent(around: heap)
          markInconsistent(around: arena)
          return
        }
        let limit = heap + size
        let starts: [UInt64]
        if arena > heap, arena < limit {
          let behind = arena + GlibcHeap.size
          starts = [behind + (16 - (behind & 15)) % 16]
        } else {
          starts = GlibcHeap.heapHeaderSizes.map { heap + $0 }
        }
        if !starts.contains(where: { add(from: $0, top: isLast ? top : nil, limit: limit) }) {
          inconsistent.append(heap..<limit)
        }
        isLast = false
        if before == 0 { return }
        heap = before
      }
    }

    /// Has all objects looked for that are near an address in memory of an arena's own.
    private mutating func markInconsistent(around address: UInt64) {
      let start = address & ~(GlibcHeap.heapAlignment - 1)
      let window = start..<max(start, start &+ GlibcHeap.heapAlignment)
      for region in image.regions
      where region.isWritable && region.isAnonymous && region.range.overlaps(window) {
        let range = region.range.clamped(to: window)
        if !segments.contains(where: { $0.chunks.overlaps(range) }) { inconsistent.append(range) }
      }
    }

    /// Finds large blocks, which are mapped each by itself: at a page's begin stand nothing, and a size in whole pages.
    ///
    /// - Parameters:
    ///   - arenas: the arenas that lie in memory which they have for themselves.
    ///   - stacks: the lowest address in use of each thread's stack.
    mutating func findMappedChunks(outside arenas: some Collection<UInt64>, stacks: [UInt64]) {
      let taken = (segments.map(\.chunks) + inconsistent).sorted { $0.lowerBound < $1.lowerBound }
      for region in image.regions where region.isWritable && region.isAnonymous {
        var page = region.range.lowerBound
        if let stack = stacks.filter({ region.range.contains($0) }).min() { page = stack & ~4_095 }
        while page < region.range.upperBound {
          if let used = taken.first(where: { $0.contains(page) || $0.lowerBound & ~4_095 == page }) {
            page = max((used.upperBound + 4_095) & ~4_095, page + 4_096)
            continue
          }
          if arenas.contains(where: {
            $0 & ~(GlibcHeap.heapAlignment - 1) == page & ~(GlibcHeap.heapAlignment - 1)
          }) {
            page = (page | (GlibcHeap.heapAlignment - 1)) &+ 1
            continue
          }
          guard let before = image.word(page), let raw = image.word(page + 8) else { break }
          let size = raw & ~7
          if raw & 7 == 2, before < 4_096, before % 16 == 0, size >= 4_096, (size &+ before) % 4_096 == 0,
            size <= region.range.upperBound - page
          {
            segments.append(Segment(chunks: page..<page + size, isMapped: true))
            page += size + before
          } else {
            page += 4_096
          }
        }
      }
    }
  }
}
