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

  /// Finds the blocks of glibc's heap, and the objects in other memory.
  ///
  /// - Parameters:
  ///   - heap: glibc's heap, where there is one.
  ///   - scanned: the memory in which objects are looked for without help of an allocator.
  /// - Complexity: O(*n*) in the number of blocks, and in the size of what is scanned.
  init(
    _ heap: GlibcHeap?, scanning scanned: [Range<UInt64>], in image: ProcessImage, images: [ExecutableImage],
    types: SwiftTypes
  ) {
    var finder = HeapKindFinder(in: image, images: images)
    var numbers = MetadataNumbers()
    if let heap { addBlocks(of: heap, in: image, &finder, &numbers) }
    addObjects(scanning: scanned, in: image, types, &finder, &numbers)
    metadata = numbers.metadata
    if !scanned.isEmpty { sort() }
    index = BlockIndex(addresses)
  }

  private mutating func addBlocks(
    of heap: GlibcHeap, in image: ProcessImage, _ finder: inout HeapKindFinder,
    _ numbers: inout MetadataNumbers
  ) {
    // Arrays that grow would hold their elements twice for a while.
    var count = 0
    var caches: [UInt64] = []
    heap.forEachBlock(in: image) { address, size in
      count += 1
      if GlibcHeap.cacheSizes[size] != nil { caches.append(address) }
    }
    let freed = heap.freedBlocks(in: image, caches: caches)
    addresses.reserveCapacity(count)
    sizes.reserveCapacity(count)
    metadataNumbers.reserveCapacity(count)
    heap.forEachBlock(in: image) { address, size in
      guard let first = image.word(address), let counts = image.word(address + 8) else { return }
      let kind = finder.kind(metadata: first, counts: counts, size: size)
      // What was freed has lost its first word to the list, so that it is no object.
      if kind == nil, freed.contains(address) { return }
      add(address, size, kind.map { numbers.number(of: first, $0) } ?? Self.plain)
    }
  }

  /// Adds what is found in memory without an allocator's help.
  private mutating func addObjects(
    scanning ranges: [Range<UInt64>], in image: ProcessImage, _ types: SwiftTypes,
    _ finder: inout HeapKindFinder,
    _ numbers: inout MetadataNumbers
  ) {
    let scan = ObjectScan(in: image)
    var sizes = ObjectSizes(image: image, types: types)
    var found: [ObjectScan.Candidate] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      scan.forEachCandidate(in: range, &finder, &sizes) { found.append($0) }
    }
    scan.settle(&found)
    for (number, candidate) in found.enumerated() {
      // One whose size is not known ends where the next one begins.
      let limit = number + 1 < found.count ? found[number + 1].address : candidate.end
      add(
        candidate.address, min(limit, candidate.end) - candidate.address,
        numbers.number(of: candidate.metadata, candidate.kind))
    }
  }

  private mutating func add(_ address: UInt64, _ size: UInt64, _ number: UInt32) {
    addresses.append(address)
    sizes.append(UInt32(clamping: size))
    metadataNumbers.append(number)
  }

  private mutating func sort() {
    let order = addresses.indices.sorted { addresses[$0] < addresses[$1] }
    var kept: [Int] = []
    kept.reserveCapacity(order.count)
    for place in order where kept.last.map({ addresses[$0] != addresses[place] }) ?? true {
      kept.append(place)
    }
    (addresses, sizes, metadataNumbers) = (
      kept.map { addresses[$0] }, kept.map { sizes[$0] }, kept.map { metadataNumbers[$0] }
    )
  }

  /// The block that an address is in; `nil` where it is in none.
  func block(containing address: UInt64) -> Int? {
    guard let block = index.lastBlock(atOrBefore: address), address - addresses[block] < UInt64(sizes[block])
    else { return nil }
    return block
  }
}

/// Numbers metadata in the order in which they are met.
private struct MetadataNumbers {
  var metadata: [(address: UInt64, kind: HeapKind)] = []
  private var numbers: [UInt64: UInt32] = [:]
  private var last: (metadata: UInt64, number: UInt32) = (0, BlockTable.plain)

  mutating func number(of address: UInt64, _ kind: HeapKind) -> UInt32 {
    if address == last.metadata { return last.number }
    let number: UInt32
    if let known = numbers[address] {
      number = known
    } else {
      number = UInt32(metadata.count)
      metadata.append((address, kind))
      numbers[address] = number
    }
    last = (address, number)
    return number
  }
}
