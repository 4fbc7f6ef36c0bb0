/// What a block of memory is, by the metadata that its first word leads to.
package enum HeapKind: UInt8, Sendable {
  /// An instance of a class or actor; also the storage of arrays, dictionaries, sets and strings.
  case instance
  /// What a closure captured, or a box of one variable.
  case context
  /// A box of a variable whose type is only known at run time.
  case genericBox
  /// What `any Error` leads to.
  case errorBox
  /// A task.
  case task
  /// Another object of the concurrency runtime.
  case job
  /// Memory that is no Swift object.
  case plainMemory
}

/// Tells Swift objects from other memory.
///
/// An object's first word leads to metadata in an executable, or to such as the runtime made of a pattern in one; the
/// second word holds its counts. Memory that was freed has lost its first word to the allocator.
struct HeapKindFinder {
  private let image: ProcessImage
  private let executables: [Range<UInt64>]
  private var known: [UInt64: HeapKind?] = [:]
  private var lastMetadata: UInt64 = 0
  private var lastKind: HeapKind?

  init(in image: ProcessImage, images: [ExecutableImage]) {
    self.image = image
    executables = images.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// What is at an address whose first two words are known; `nil` where it is no object.
  ///
  /// - Parameter keepsOthers: whether it is remembered what is no metadata; among words of any kind that would be much.
  mutating func kind(
    metadata: UInt64, counts: UInt64, size: UInt64, keepsOthers: Bool = true
  ) -> HeapKind? {
    guard size >= 16, metadata & 7 == 0, metadata > 4_096 else { return nil }
    if metadata != lastMetadata {
      lastMetadata = metadata
      if let kind = known[metadata] {
        lastKind = kind
      } else {
        lastKind = find(metadata)
        if keepsOthers || lastKind != nil { known[metadata] = .some(lastKind) }
      }
    }
    guard let kind = lastKind, Self.canBeCounts(counts) else { return nil }
    return kind
  }

  /// Whether a word can hold the counts of an object that is alive or being torn down: a side table's address, or counts
  /// with the bit that native objects have and the unowned reference that the strong ones together hold.
  private static func canBeCounts(_ word: UInt64) -> Bool {
    if UInt32(truncatingIfNeeded: word) == .max { return true }
    if word >> 62 == 3 { return word & 0x3FFF_FFFF_FFFF_FFFF > 512 }
    return (word >> 63 == 0 || word >> 62 == 2) && word & 1 != 0 && word >> 1 & 0x7FFF_FFFF != 0
  }

  private func isInExecutable(_ address: UInt64) -> Bool {
    let number = executables.partitioned { $0.lowerBound <= address }
    return number > 0 && executables[number - 1].contains(address)
  }

  /// No class has instances of so many bytes by themselves, without a tail.
  private static let longestInstance: UInt32 = 1 << 24

  private func find(_ metadata: UInt64) -> HeapKind? {
    guard let kind = image.word(metadata) else { return nil }
    switch kind {
    case 0:
      // Its witnesses are those of all native objects, its flags are few and say that Swift counts references, its objects
      // begin where they are referred to, and its description says that it is a class.
      guard let witnesses = image.word(metadata &- 8), isInExecutable(witnesses),
        let flags = image.word(metadata + 16), flags < 64, flags & 2 != 0,
        let size = image.load(metadata + 24, as: UInt32.self), size >= 16, size < Self.longestInstance,
        let description = image.word(metadata + 40), isInExecutable(description),
        let kind = image.load(description, as: UInt32.self), kind & 0x1F == 16
      else { return nil }
      return .instance
    case 0x400: return isDestroyed(metadata) ? .context : nil
    case 0x500: return isDestroyed(metadata) ? .genericBox : nil
    case 0x501: return .errorBox
    case 0x502: return .task
    case 0x503: return .job
    default: return nil
    }
  }

  /// Whether two words before metadata stands the function that takes such an object apart.
  private func isDestroyed(_ metadata: UInt64) -> Bool {
    guard let destroyer = image.word(metadata &- 16) else { return false }
    return isInExecutable(destroyer)
  }
}
