/// The blocks of a heap, in the order of their addresses, and what each is.
struct BlockTable {
  /// Where each begins.
  private(set) var addresses: [UInt64] = []
  /// How many bytes each has room for.
  private(set) var sizes: [UInt32] = []
  /// The number of each one's metadata in ``metadata``; ``plain`` for memory that is no Swift object.
  private(set) var metadataNumbers: [UInt32] = []
  /// The metadata that objects have, in the order of their first object.
  private(set) var metadata: [(address: UInt64, kind: HeapKind)] = []
  private(set) var index = BlockIndex([])

  static let plain = UInt32.max

  /// Finds the blocks of glibc's heap.
  ///
  /// - Complexity: O(*n*) in the number of blocks.
  init(_ heap: GlibcHeap, in image: ProcessImage, images: [ExecutableImage]) {
    var finder = HeapKindFinder(in: image, images: images)
    var numbers: [UInt64: UInt32] = [:]
    var last: (metadata: UInt64, number: UInt32) = (0, Self.plain)
    // Arrays that grow would hold their elements twice for a while.
    var count = 0
    heap.forEachBlock(in: image) { _, _ in count += 1 }
    addresses.reserveCapacity(count)
    sizes.reserveCapacity(count)
    metadataNumbers.reserveCapacity(count)
    heap.forEachBlock(in: image) { address, size in
      guard let first = image.word(address), let counts = image.word(address + 8) else { return }
      var number = Self.plain
      if let kind = finder.kind(metadata: first, counts: counts, size: size) {
        if first == last.metadata {
          number = last.number
        } else if let known = numbers[first] {
          number = known
        } else {
          number = UInt32(metadata.count)
          metadata.append((first, kind))
          numbers[first] = number
        }
        last = (first, number)
      }
      addresses.append(address)
      sizes.append(UInt32(clamping: size))
      metadataNumbers.append(number)
    }
    index = BlockIndex(addresses)
  }
}
