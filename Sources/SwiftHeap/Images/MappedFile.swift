#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file's bytes, mapped and not read.
@safe
package final class MappedFile {
  private let start: UnsafeRawPointer
  package let count: Int

  /// Maps a file; `nil` where that fails, or the file is empty or no regular one.
  package init?(path: String) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var information = stat()
    guard unsafe fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG,
      information.st_size > 0
    else { return nil }
    let size = Int(information.st_size)
    guard let memory = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), unsafe memory != MAP_FAILED
    else { return nil }
    unsafe start = UnsafeRawPointer(memory)
    count = size
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: start), count) }

  /// A value at an offset; `nil` where it is not whole in the file.
  @inline(__always)
  package func load<Value: BitwiseCopyable>(_ offset: UInt64, as type: Value.Type) -> Value? {
    guard offset <= UInt64(count), UInt64(count) - offset >= UInt64(MemoryLayout<Value>.size) else {
      return nil
    }
    return unsafe start.loadUnaligned(fromByteOffset: Int(offset), as: type)
  }

  /// The bytes of a range; `nil` where it is not whole in the file.
  package func bytes(_ range: Range<UInt64>) -> UnsafeRawBufferPointer? {
    guard range.upperBound <= UInt64(count) else { return nil }
    return unsafe UnsafeRawBufferPointer(
      start: start + Int(range.lowerBound), count: Int(range.upperBound - range.lowerBound))
  }

  /// The text at an offset, up to its zero byte.
  package func text(_ offset: UInt64) -> String? {
    guard offset < UInt64(count) else { return nil }
    let first = unsafe start + Int(offset)
    let length = unsafe strnlen(first.assumingMemoryBound(to: CChar.self), count - Int(offset))
    guard length < count - Int(offset) else { return nil }
    return unsafe String(decoding: UnsafeRawBufferPointer(start: first, count: length), as: UTF8.self)
  }
}
