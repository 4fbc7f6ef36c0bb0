import CZlib
import SystemPackage

/// Compresses what it is given into a file, as gzip (RFC 1952).
///
/// Writes no name and no time, so that the same bytes give the same file.
@safe
struct GzipWriter: ~Copyable {
  // zlib keeps a pointer back to the stream, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let file: FileDescriptor
  private var buffer: [UInt8]

  /// Opens a stream into a file.
  init(to file: FileDescriptor) throws(HeapFileError) {
    self.file = file
    buffer = [UInt8](repeating: 0, count: 1 << 18)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzip: Int32 = 15 + 16
    // Level 6 is zlib's own default.
    let status = unsafe deflateInit2_(
      stream, 6, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw HeapFileError(.outOfMemory(needed: 1 << 18)) }
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses some bytes.
  mutating func write(_ bytes: RawSpan) throws(HeapFileError) {
    var start = 0
    // zlib counts in 32 bits.
    while start < bytes.byteCount {
      let end = min(start + 1 << 30, bytes.byteCount)
      try deflate(bytes.extracting(start..<end), Z_NO_FLUSH)
      start = end
    }
  }

  /// Ends the stream.
  consuming func finish() throws(HeapFileError) {
    let nothing: [UInt8] = []
    try deflate(nothing.rawSpan, Z_FINISH)
  }

  private mutating func deflate(_ bytes: RawSpan, _ flush: Int32) throws(HeapFileError) {
    var failure: HeapFileError?
    unsafe bytes.withUnsafeBytes { source in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(
        mutating: source.bindMemory(to: UInt8.self).baseAddress)
      unsafe stream.pointee.avail_in = UInt32(source.count)
      repeat {
        let produced = unsafe buffer.withUnsafeMutableBufferPointer { target in
          unsafe stream.pointee.next_out = target.baseAddress
          unsafe stream.pointee.avail_out = UInt32(target.count)
          _ = unsafe CZlib.deflate(stream, flush)
          return unsafe target.count - Int(stream.pointee.avail_out)
        }
        do throws(HeapFileError) {
          try file.write(all: buffer.rawSpan.extracting(first: produced))
        } catch {
          failure = error
          return
        }
      } while unsafe stream.pointee.avail_out == 0
    }
    if let failure { throw failure }
  }
}
