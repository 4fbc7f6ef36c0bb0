/// Finds objects by looking for what they begin with, where nothing is known of the allocator.
///
/// An object begins at a multiple of 16 bytes, with the address of metadata and with counts that make sense. Memory
/// that was freed may still look so, but for the bit that says that the object was torn down; such are left out.
struct ObjectScan {
  private let image: ProcessImage

  init(in image: ProcessImage) { self.image = image }

  /// The memory of a process that may have objects: what it can write and shares with nobody, without its stacks and
  /// without the variables of its executables.
  static func ranges(
    of image: ProcessImage, images: [ExecutableImage], stacks: [UInt64]
  ) -> [Range<UInt64>] {
    image.regions.filter { region in
      region.isWritable && !region.permissions.contains(.shared) && !region.name.hasPrefix("[v")
        && !region.name.hasPrefix("[stack") && !stacks.contains(where: region.range.contains)
        && !images.contains { $0.range.contains(region.range.lowerBound) }
    }.map(\.range)
  }

  /// Goes through what looks like an object in a range of memory, in the order of the addresses.
  ///
  /// - Parameters:
  ///   - finder: tells objects by their first two words.
  ///   - sizes: tells how long an object is.
  ///   - body: is given each one and the bytes to its end where that is known, at most those up to the next one.
  /// - Complexity: O(*n*) in the size of the range.
  func forEachObject(
    in range: Range<UInt64>, _ finder: inout HeapKindFinder, _ sizes: inout ObjectSizes,
    _ body: (_ address: UInt64, _ size: UInt64, _ metadata: UInt64, _ kind: HeapKind) -> Void
  ) {
    var last: (address: UInt64, metadata: UInt64, kind: HeapKind, size: UInt64)?
    var position = (range.lowerBound + 15) & ~15
    func end(at limit: UInt64) {
      guard let found = last else { return }
      body(found.address, min(limit - found.address, found.size), found.metadata, found.kind)
      last = nil
    }
    while position + 16 <= range.upperBound {
      let rest = Int(min(range.upperBound - position, Self.piece))
      guard let bytes = unsafe image.bytes(at: position, count: rest) else {
        position += UInt64(rest)
        continue
      }
      var offset = 0
      while offset + 16 <= rest {
        let metadata = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let counts = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        let address = position + UInt64(offset)
        guard
          let kind = finder.kind(
            metadata: metadata, counts: counts, size: range.upperBound - address, keepsOthers: false),
          ReferenceCounts.areOfLiveObject(counts), let alive = ReferenceCounts(counts, in: image),
          !alive.isDeinitializing
        else {
          offset += 16
          continue
        }
        end(at: address)
        // What lies in an object is looked at too: memory that was freed may look like a long one.
        let size = sizes.size(of: address, metadata: metadata, kind: kind).map { UInt64($0) } ?? Self.longest
        last = (address, metadata, kind, size)
        offset += 16
      }
      position += UInt64(max(offset, 16))
    }
    end(at: range.upperBound)
  }

  /// What an object whose length is not known has at most, in bytes: beyond, other memory is likelier.
  private static let longest: UInt64 = 1 << 16
  private static let piece: UInt64 = 1 << 20
}
