#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The memory of a process that left a core file: bytes of that, else of the files that were mapped.
final class CoreMemory: MemorySource {
  private let core: CoreFile
  private let modules: CoreModules

  init(_ core: CoreFile, modules: CoreModules) {
    (self.core, self.modules) = (core, modules)
  }

  func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    while done < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
      let (here, isTooLarge) = address.addingReportingOverflow(UInt64(done))
      if isTooLarge { break }
      let count = unsafe readPiece(here, into: rest)
      if count == 0 { break }
      done += count
    }
    return done
  }

  private func readPiece(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let segment = core.segment(of: address)
    if let segment, segment.stored.contains(address) {
      let count = Int(min(UInt64(buffer.count), segment.stored.upperBound - address))
      guard let bytes = unsafe core.bytes(at: address, count: count) else { return 0 }
      unsafe buffer.copyMemory(from: bytes)
      return count
    }
    let mapped = core.process.mappedRanges ?? []
    let number = mapped.partitioned { $0.range.upperBound <= address }
    guard number < mapped.count, mapped[number].range.contains(address),
      let file = modules.files[mapped[number].path]
    else { return 0 }
    // As far as neither the range ends nor another segment begins that has bytes of its own.
    var end = min(segment?.range.upperBound ?? .max, mapped[number].range.upperBound)
    if segment == nil {
      let next = core.segments.partitioned { $0.range.lowerBound <= address }
      if next < core.segments.count { end = min(end, core.segments[next].range.lowerBound) }
    }
    let count = min(UInt64(buffer.count), end - address)
    let offset = mapped[number].fileOffset + (address - mapped[number].range.lowerBound)
    let size = UInt64(file.count)
    // The rest of the last page is zero.
    guard offset < (size + 4_095) & ~4_095 else { return 0 }
    let stored = offset < size ? min(count, size - offset) : 0
    let available = min(count, (size + 4_095) & ~4_095 - offset)
    if stored > 0, let bytes = unsafe file.bytes(offset..<offset + stored) {
      unsafe buffer.copyMemory(from: bytes)
    }
    if available > stored, let start = buffer.baseAddress {
      unsafe memset(start + Int(stored), 0, Int(available - stored))
    }
    return Int(available)
  }
}
