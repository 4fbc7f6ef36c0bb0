#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory of a process that stands still, page by page as it is asked for.
///
/// Whatever is read is copied first, so that the source may go away in between only for what was not read yet. Addresses
/// are the process's; the pointers that this hands out are valid as long as the image is.
@safe
package final class ProcessImage {
  /// A region and where its copy is.
  @safe
  struct Part {
    let range: Range<UInt64>
    /// The copy of the region, of which only the pieces in `loaded` have been read.
    var copy: UnsafeMutableRawPointer?
    /// Whether the bytes are this process's own and stay as they are, so that they need no copy.
    let isInPlace: Bool
    /// Which pieces were read, a bit each; empty once all were.
    var loaded: [UInt64]
    var isComplete: Bool
  }

  /// The bytes that are read at once.
  static let pieceSize: UInt64 = 1 << 18

  /// All regions, in the order of their addresses.
  package let regions: [MemoryRegion]
  private var parts: [Part]
  private let source: any MemorySource
  private var last = 0
  /// How many bytes could not be read.
  package private(set) var unreadableSize: UInt64 = 0

  /// Makes an image.
  ///
  /// - Parameters:
  ///   - regions: the regions, in the order of their addresses.
  ///   - source: where the bytes come from.
  ///   - isOwnProcess: whether the source is a copy of this process, whose read-only memory is then read in place.
  package init(regions: [MemoryRegion], source: any MemorySource, isOwnProcess: Bool) {
    self.regions = regions
    self.source = source
    // What a program maps to read it may be gone, and some of the kernel's own pages fault; only libraries stay.
    var isLibrary = Array(repeating: false, count: regions.count)
    for mapping in MemoryRegion.mappings(regions)
    where regions[mapping].contains(where: { $0.inode != 0 && $0.permissions.contains(.execute) }) {
      for number in mapping { isLibrary[number] = true }
    }
    parts = zip(regions, isLibrary).map { region, isLibrary in
      unsafe Part(
        range: region.range, copy: nil,
        isInPlace: isOwnProcess && isLibrary && region.permissions.contains(.read)
          && !region.permissions.contains(.write),
        loaded: [], isComplete: !region.permissions.contains(.read))
    }
  }

  deinit { discard() }

  /// Gives the copies back; nothing can be read any more.
  package func discard() {
    for part in parts {
      if let copy = unsafe part.copy {
        unsafe munmap(copy, Int(part.range.upperBound - part.range.lowerBound))
      }
    }
    parts = []
  }

  /// The number of the region that has an address.
  ///
  /// - Complexity: O(log *n*) in the number of regions, O(1) where it is the same as before.
  package func regionNumber(of address: UInt64) -> Int? {
    if last < parts.count, parts[last].range.contains(address) { return last }
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.upperBound <= address { low = middle + 1 } else { high = middle }
    }
    guard low < parts.count, parts[low].range.contains(address) else { return nil }
    last = low
    return low
  }

  /// The bytes at an address.
  ///
  /// - Returns: `nil` where not all of them are in one readable region.
  /// - Complexity: O(log *n*) in the number of regions, and the reading of pages the first time.
  package func bytes(at address: UInt64, count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, let number = regionNumber(of: address) else { return nil }
    let (end, isTooLarge) = address.addingReportingOverflow(UInt64(count))
    guard !isTooLarge, end <= parts[number].range.upperBound,
      let start = unsafe pointer(address, end: end, in: number)
    else { return nil }
    return unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  /// A value at an address, which need not be aligned.
  @inline(__always)
  package func load<Value: BitwiseCopyable>(_ address: UInt64, as type: Value.Type) -> Value? {
    guard let bytes = unsafe bytes(at: address, count: MemoryLayout<Value>.size) else { return nil }
    return unsafe bytes.loadUnaligned(as: type)
  }

  /// The 64-bit word at an address.
  @inline(__always)
  package func word(_ address: UInt64) -> UInt64? { load(address, as: UInt64.self) }

  /// The address that a 32-bit relative pointer at an address leads to; `nil` where it is none, or 0.
  package func relative(_ address: UInt64) -> UInt64? {
    guard let offset = load(address, as: Int32.self), offset != 0 else { return nil }
    return UInt64(bitPattern: Int64(bitPattern: address) &+ Int64(offset))
  }

  /// The same, through a pointer where the lowest bit is set.
  package func relativeIndirectable(_ address: UInt64) -> UInt64? {
    guard let target = relative(address) else { return nil }
    return target & 1 == 0 ? target : word(target & ~1)
  }

  /// The text at an address, up to its zero byte.
  package func text(_ address: UInt64, limit: Int = 4_096) -> String? {
    guard let number = regionNumber(of: address) else { return nil }
    let count = min(limit, Int(clamping: parts[number].range.upperBound - address))
    var bytes: [UInt8] = []
    var position = 0
    while position < count {
      let step = min(64, count - position)
      guard let piece = unsafe self.bytes(at: address + UInt64(position), count: step) else { return nil }
      for byte in unsafe Array(piece) {
        if byte == 0 { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
      }
      position += step
    }
    return nil
  }

  /// Reads a whole region, and hands out its bytes.
  package func contents(ofRegion number: Int) -> UnsafeRawBufferPointer? {
    let range = parts[number].range
    return unsafe bytes(at: range.lowerBound, count: Int(clamping: range.upperBound - range.lowerBound))
  }

  private func pointer(_ address: UInt64, end: UInt64, in number: Int) -> UnsafeRawPointer? {
    let range = parts[number].range
    if parts[number].isInPlace { return unsafe UnsafeRawPointer(bitPattern: UInt(address)) }
    let offset = Int(address - range.lowerBound)
    if parts[number].isComplete {
      guard let copy = unsafe parts[number].copy else { return nil }
      return unsafe UnsafeRawPointer(copy + offset)
    }
    guard load(number, (address - range.lowerBound)..<(end - range.lowerBound)) else { return nil }
    return unsafe parts[number].copy.map { unsafe UnsafeRawPointer($0 + offset) }
  }

  /// Reads the pieces of a region that hold some of its bytes; `false` where not even room for them is there.
  private func load(_ number: Int, _ wanted: Range<UInt64>) -> Bool {
    let range = parts[number].range
    let size = range.upperBound - range.lowerBound
    if unsafe parts[number].copy == nil {
      let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
      let memory = unsafe mmap(nil, Int(size), PROT_READ | PROT_WRITE, flags, -1, 0)
      guard let memory = unsafe memory, unsafe memory != MAP_FAILED else {
        unreadableSize += size
        parts[number].isComplete = true
        return false
      }
      // Another capture at the same time is not to find objects in here.
      unsafe madvise(memory, Int(size), MADV_DONTFORK)
      unsafe parts[number].copy = memory
      let pieces = Int((size + Self.pieceSize - 1) / Self.pieceSize)
      parts[number].loaded = Array(repeating: 0, count: (pieces + 63) / 64)
    }
    guard let copy = unsafe parts[number].copy else { return false }
    let first = Int(wanted.lowerBound / Self.pieceSize)
    let end = Int((wanted.upperBound + Self.pieceSize - 1) / Self.pieceSize)
    var piece = first
    while piece < end {
      if isLoaded(number, piece) {
        piece += 1
        continue
      }
      // Neighbours are read in one call.
      var next = piece
      while next < end, !isLoaded(number, next) {
        parts[number].loaded[next / 64] |= 1 << UInt64(next % 64)
        next += 1
      }
      let start = UInt64(piece) * Self.pieceSize
      let count = min(UInt64(next) * Self.pieceSize, size) - start
      let buffer = unsafe UnsafeMutableRawBufferPointer(start: copy + Int(start), count: Int(count))
      let isAnonymous = regions[number].isAnonymous || regions[number].name == "[heap]"
      let done =
        isAnonymous
        ? unsafe readWritten(range.lowerBound + start, into: buffer)
        : unsafe read(range.lowerBound + start, into: buffer)
      unreadableSize += count - UInt64(done)
      piece = next
    }
    if first == 0, wanted.upperBound == size {
      parts[number].isComplete = true
      parts[number].loaded = []
    }
    return true
  }

  /// Reads what was ever written of memory without a file; the rest of the copy stays untouched, and takes no memory.
  private func readWritten(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let pages = (buffer.count + 4_095) / 4_096
    guard address % 4_096 == 0, let written = source.writtenPages(from: address, count: pages) else {
      return unsafe read(address, into: buffer)
    }
    var missing = 0
    var page = 0
    while page < pages {
      guard written[page] else {
        page += 1
        continue
      }
      var end = page
      while end < pages, written[end] { end += 1 }
      let piece = unsafe UnsafeMutableRawBufferPointer(
        rebasing: buffer[page * 4_096..<min(end * 4_096, buffer.count)])
      missing += unsafe piece.count - read(address + UInt64(page * 4_096), into: piece)
      page = end
    }
    return buffer.count - missing
  }

  /// Reads what can be read, and goes on behind pages that cannot: they stay zero.
  private func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var position = 0
    var total = 0
    while position < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[position...])
      let count = unsafe source.read(address + UInt64(position), into: rest)
      total += count
      let reached = address + UInt64(position + count)
      position = Int((reached | 4_095) &+ 1 &- address)
      if count == rest.count { break }
    }
    return total
  }

  private func isLoaded(_ number: Int, _ piece: Int) -> Bool {
    parts[number].loaded[piece / 64] >> UInt64(piece % 64) & 1 != 0
  }
}
