import HeapModel
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes, mapped or in memory of their own, that columns can lie in.
///
/// The one place that holds the pointer: columns made from it keep it alive.
@safe
final class ByteRegion: @unchecked Sendable {
  private enum Storage {
    case mapped
    case allocated
  }

  private let base: UnsafeMutableRawPointer
  private let storage: Storage
  let count: Int

  /// Maps a file that is open for reading.
  ///
  /// - Parameters:
  ///   - descriptor: the file; may be closed afterwards.
  ///   - count: its length in bytes, more than 0.
  init(mapping descriptor: FileDescriptor, count: Int) throws(HeapFileError) {
    // Private and read-only: nobody can change the file through it. The pages are about to be checked
    // from first to last, so they are asked for at once where the system can.
    #if os(Linux)
      let flags = MAP_PRIVATE | MAP_POPULATE
    #else
      let flags = MAP_PRIVATE
    #endif
    let address = unsafe mmap(nil, count, PROT_READ, flags, descriptor.rawValue, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw HeapFileError(.system(action: "map the file into memory", error: lastError()))
    }
    unsafe base = address
    self.count = count
    storage = .mapped
  }

  /// Takes memory for a number of bytes, filled by a closure.
  ///
  /// - Parameter body: appends the bytes; the region ends behind the last.
  /// - Throws: ``HeapFileError/Problem/outOfMemory(needed:)`` where the system has not so much, and what the
  ///   closure throws.
  init(
    capacity: Int, initializedBy body: (inout OutputRawSpan) throws(HeapFileError) -> Void
  ) throws(HeapFileError) {
    // By the C library, which says no where Swift's own allocation would end the program. Its memory is aligned
    // for every element, since none is larger than 8 bytes.
    guard let memory = unsafe malloc(max(capacity, 1)) else {
      throw HeapFileError(.outOfMemory(needed: UInt64(capacity)))
    }
    let buffer = unsafe UnsafeMutableRawBufferPointer(start: memory, count: capacity)
    var output = unsafe OutputRawSpan(buffer: buffer, initializedCount: 0)
    do throws(HeapFileError) {
      try body(&output)
    } catch {
      unsafe free(memory)
      throw error
    }
    count = unsafe output.finalize(for: buffer)
    unsafe base = memory
    storage = .allocated
  }

  /// Takes memory for a copy of some bytes.
  convenience init(copying bytes: [UInt8]) throws(HeapFileError) {
    try self.init(capacity: bytes.count) { output in
      unsafe output.withUnsafeMutableBytes { target, filled in
        unsafe target.copyBytes(from: bytes)
        filled = bytes.count
      }
    }
  }

  /// Reads a file that is open for reading, from its start to its end.
  ///
  /// - Parameter capacity: its length in bytes; what grows behind that is not read.
  convenience init(reading descriptor: FileDescriptor, capacity: Int) throws(HeapFileError) {
    try self.init(capacity: capacity) { output throws(HeapFileError) in
      var failure: HeapFileError?
      unsafe output.withUnsafeMutableBytes { target, filled in
        while filled < capacity {
          do {
            let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: target[filled...])
            let count = try unsafe descriptor.read(into: rest)
            if count == 0 { break }
            filled += count
          } catch {
            failure = HeapFileError(.system(action: "read the file", error: error as? Errno ?? .ioError))
            break
          }
        }
      }
      if let failure { throw failure }
    }
  }

  deinit {
    switch storage {
    case .mapped: _ = unsafe munmap(base, count)
    case .allocated: unsafe free(base)
    }
  }

  /// All bytes.
  var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(base), byteCount: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// A column over a part of the bytes; traps where the part is not inside or not aligned.
  func column<Element: BitwiseCopyable & Sendable>(
    of _: Element.Type, at offset: Int, byteCount: Int
  ) -> Column<Element> {
    precondition(offset >= 0 && byteCount >= 0 && offset <= count && byteCount <= count - offset)
    precondition(offset % MemoryLayout<Element>.alignment == 0)
    let start = unsafe UnsafeRawPointer(base) + offset
    return unsafe Column(owner: self, base: start, count: byteCount / MemoryLayout<Element>.stride)
  }
}

extension [UInt8] {
  /// The bytes, to be read or summed where they lie.
  package var rawSpan: RawSpan {
    @_lifetime(borrow self)
    get { unsafe span.bytes }
  }
}

extension RawSpan {
  /// The little-endian number at an offset; traps outside.
  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as _: Number.Type) -> Number {
    precondition(offset >= 0 && byteCount - offset >= MemoryLayout<Number>.size)
    return unsafe Number(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: Number.self))
  }
}
