import CZlib
import HeapModel
import SystemPackage

/// Decompresses a whole `.heap` file from gzip (RFC 1952), of one member or several.
enum GzipReader {
  // Deflate turns at most this many bytes into one (zlib's documentation, "Maximum Compression Factor").
  private static let greatestRatio: UInt64 = 1032

  static func isGzip(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 2 && bytes.number(at: 0, as: UInt16.self) == 0x8B1F
  }

  /// Decompresses.
  ///
  /// The first bytes that come out tell how long the file is; that much memory is taken only where the
  /// compressed bytes can hold so much.
  ///
  /// - Complexity: O(*n*) in the decompressed bytes.
  static func decompress(_ compressed: RawSpan) throws(HeapFileError) -> ByteRegion {
    let length = try fileLength(compressed)
    let limit = UInt64(compressed.byteCount) * greatestRatio
    guard length <= limit, length <= Int.max else {
      throw HeapFileError(
        .gzip(
          reason:
            "its header promises \(length) bytes, more than \(compressed.byteCount) compressed ones can hold")
      )
    }
    let region = try ByteRegion(capacity: Int(length)) { output throws(HeapFileError) in
      try inflate(compressed, into: &output, isStart: false)
    }
    guard region.count == Int(length) else {
      throw HeapFileError(.truncated(expected: length, actual: UInt64(region.count)))
    }
    return region
  }

  private static func fileLength(_ compressed: RawSpan) throws(HeapFileError) -> UInt64 {
    let start = try ByteRegion(capacity: NativeHeader.size) { output throws(HeapFileError) in
      try inflate(compressed, into: &output, isStart: true)
    }
    return try NativeHeader.promisedLength(start.bytes)
  }

  /// Fills the output; where it is only the start that is wanted, more may follow.
  private static func inflate(
    _ compressed: RawSpan, into output: inout OutputRawSpan, isStart: Bool
  ) throws(HeapFileError) {
    var problem: HeapFileError.Problem?
    unsafe output.withUnsafeMutableBytes { target, filled in
      unsafe compressed.withUnsafeBytes { source in
        problem = unsafe inflate(source, target, &filled, isStart: isStart)
      }
    }
    if let problem { throw HeapFileError(problem) }
  }

  private static func inflate(
    _ source: UnsafeRawBufferPointer, _ target: UnsafeMutableRawBufferPointer, _ filled: inout Int,
    isStart: Bool
  ) -> HeapFileError.Problem? {
    // zlib keeps a pointer back to the stream, so it must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    defer { unsafe stream.deallocate() }
    let gzipOnly: Int32 = 15 + 16
    guard
      unsafe inflateInit2_(stream, gzipOnly, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return .outOfMemory(needed: UInt64(target.count)) }
    defer { unsafe inflateEnd(stream) }

    var consumed = 0
    // zlib counts in 32 bits, so both sides are handed over in pieces.
    let piece = 1 << 30
    while true {
      let available = min(piece, source.count - consumed)
      let room = min(piece, target.count - filled)
      // One spare byte tells whether more comes out than the header promised.
      var spare: UInt8 = 0
      let isFull = room == 0
      let status: Int32 = unsafe withUnsafeMutablePointer(to: &spare) { spare in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(
          mutating: source.baseAddress?.advanced(by: consumed).assumingMemoryBound(to: UInt8.self))
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out =
          isFull
          ? spare : target.baseAddress?.advanced(by: filled).assumingMemoryBound(to: UInt8.self)
        unsafe stream.pointee.avail_out = isFull ? 1 : UInt32(room)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
      consumed += available - Int(unsafe stream.pointee.avail_in)
      let produced = (isFull ? 1 : room) - Int(unsafe stream.pointee.avail_out)
      if isFull, produced > 0 {
        let more = UInt64(target.count)
        return .trailingData(expected: more, actual: more + 1)
      }
      filled += produced
      if isStart, filled == target.count { return nil }
      switch status {
      case Z_STREAM_END:
        if consumed == source.count { return nil }
        guard unsafe inflateReset(stream) == Z_OK else { return .gzip(reason: "the stream is inconsistent") }
      case Z_OK:
        continue
      case Z_BUF_ERROR:
        return .gzip(reason: "it ends in the middle, after \(source.count) compressed bytes")
      case Z_MEM_ERROR:
        return .outOfMemory(needed: UInt64(target.count))
      default:
        let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "error \(status)"
        return .gzip(reason: "\(message), near compressed byte \(consumed)")
      }
    }
  }
}
