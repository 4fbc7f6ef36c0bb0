import CZlib

/// CRC-32 as gzip and PNG have it.
enum Checksum {
  /// The checksum of some bytes.
  ///
  /// - Parameter seed: the checksum of the bytes before them.
  /// - Complexity: O(*n*).
  static func crc32(_ bytes: RawSpan, seed: UInt32 = 0) -> UInt32 {
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.bindMemory(to: UInt8.self).baseAddress
      return UInt32(truncatingIfNeeded: unsafe crc32_z(UInt(seed), start, buffer.count))
    }
  }

  /// The checksum of two runs of bytes, one behind the other, from the checksum of each.
  static func combined(_ first: UInt32, _ second: UInt32, secondLength: Int) -> UInt32 {
    // The length's type is another on each platform.
    UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), numericCast(secondLength)))
  }
}
