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

  /// What looks like an object.
  struct Candidate {
    var address: UInt64
    /// The bytes that it takes at most.
    var size: UInt32
    /// Whether it takes all of them, as its type says.
    var isSizeKnown: Bool
    /// Whether nobody refers to it but strongly, as to nearly all objects.
    var isUsual: Bool
    var metadata: UInt64
    var kind: HeapKind

    var end: UInt64 { address + UInt64(size) }
  }

  /// Goes through what looks like an object in a range of memory, in the order of the addresses.
  ///
  /// What lies in an object is looked at too: memory that was freed may look like a long one.
  ///
  /// - Parameters:
  ///   - finder: tells objects by their first two words.
  ///   - sizes: tells how long an object is.
  ///   - body: is given each one.
  /// - Complexity: O(*n*) in the size of the range.
  func forEachCandidate(
    in range: Range<UInt64>, _ finder: inout HeapKindFinder, _ sizes: inout ObjectSizes,
    _ body: (Candidate) -> Void
  ) {
    unsafe forEachPiece(of: range) { position, bytes in
      for offset in stride(from: 0, through: bytes.count - 16, by: 16) {
        let metadata = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let counts = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
        let address = position + UInt64(offset)
        guard
          let kind = finder.kind(
            metadata: metadata, counts: counts, size: range.upperBound - address, keepsOthers: false),
          areOfLiveObject(counts, at: address)
        else { continue }
        let size = sizes.size(of: address, metadata: metadata, kind: kind)
        let isUsual = UInt32(truncatingIfNeeded: counts) == ReferenceCounts.onlyStrong
        let isCollection = sizes.areCollections(metadata: metadata, kind: kind)
        // Nobody refers but strongly to what is no instance of the program's classes; and collections know their length.
        if isCollection || [.context, .genericBox, .errorBox].contains(kind),
          !isUsual || isCollection && size == nil
        {
          continue
        }
        let limit = min(size.map { UInt64($0) } ?? Self.longest, range.upperBound - address)
        body(
          Candidate(
            address: address, size: UInt32(clamping: limit), isSizeKnown: size != nil, isUsual: isUsual,
            metadata: metadata, kind: kind))
      }
    }
  }

  private func areOfLiveObject(_ counts: UInt64, at address: UInt64) -> Bool {
    guard ReferenceCounts.areOfLiveObject(counts), let read = ReferenceCounts(counts, in: image),
      !read.isDeinitializing
    else { return false }
    // A side table begins with the address of its object.
    guard let table = ReferenceCounts.sideTable(counts) else { return true }
    return image.word(table) == address
  }

  /// Takes out of candidates that lie in one another those that are none.
  ///
  /// A key of a dictionary or an element of an array may be the address of metadata, and look like an object with what
  /// follows; memory of any kind may by chance look like an object so long that it takes in others. One that is
  /// referred to has what lies in it; one that nobody refers to has not, where that is referred to, nor has one with
  /// unlikely counts where that has likely ones.
  ///
  /// - Parameter candidates: ascending by their addresses.
  /// - Complexity: O(*n*) in their number; in the size of the process's writable memory where some lie in others.
  func settle(_ candidates: inout [Candidate]) {
    var nested: [UInt64: Range<UInt64>] = [:]
    var reach: UInt64 = 0
    for (number, candidate) in candidates.enumerated() {
      let holdsNext =
        candidate.isSizeKnown && number + 1 < candidates.count
        && candidates[number + 1].address < candidate.end
      if holdsNext || candidate.address < reach {
        nested[candidate.address] = candidate.address..<candidate.end
      }
      if candidate.isSizeKnown { reach = max(reach, candidate.end) }
    }
    guard !nested.isEmpty else { return }
    let referred = referredFromWithout(nested)
    var kept: [Candidate] = []
    kept.reserveCapacity(candidates.count)
    var number = 0
    while number < candidates.count {
      let candidate = candidates[number]
      var next = number + 1
      guard candidate.isSizeKnown, nested[candidate.address] != nil else {
        kept.append(candidate)
        number = next
        continue
      }
      while next < candidates.count, candidates[next].address < candidate.end { next += 1 }
      let isReferred = referred.contains(candidate.address)
      if candidates[number + 1..<next].contains(where: { inner in
        referred.contains(inner.address) && (!isReferred || inner.isUsual && !candidate.isUsual)
      }) {
        number += 1
      } else {
        kept.append(candidate)
        number = next
      }
    }
    candidates = kept
  }

  /// Which of some addresses stand in writable memory elsewhere than in what begins there.
  private func referredFromWithout(_ objects: [UInt64: Range<UInt64>]) -> Set<UInt64> {
    guard let first = objects.keys.min(), let last = objects.keys.max() else { return [] }
    var referred: Set<UInt64> = []
    for region in image.regions where region.isWritable && !region.permissions.contains(.shared) {
      unsafe forEachPiece(of: region.range) { position, bytes in
        for offset in stride(from: 0, through: bytes.count - 8, by: 8) {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          guard word >= first, word <= last, let range = objects[word],
            !range.contains(position + UInt64(offset))
          else { continue }
          referred.insert(word)
        }
      }
    }
    return referred
  }

  private func forEachPiece(
    of range: Range<UInt64>, _ body: (_ position: UInt64, _ bytes: UnsafeRawBufferPointer) -> Void
  ) {
    var position = (range.lowerBound + 15) & ~15
    while position < range.upperBound {
      let count = min(range.upperBound - position, Self.piece)
      if let bytes = unsafe image.bytes(at: position, count: Int(count)) { unsafe body(position, bytes) }
      position += count
    }
  }

  /// What an object whose length is not known has at most, in bytes: beyond, other memory is likelier.
  private static let longest: UInt64 = 1 << 16
  private static let piece: UInt64 = 1 << 20
}
