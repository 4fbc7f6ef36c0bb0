/// SipHash with one round a word and three at the end, keyed with zeros: what CPython hashes strings and bytes with
/// under hash seed 0.
///
/// Source: J.-P. Aumasson and D. J. Bernstein, “SipHash: a fast short-input PRF”, 2012.
enum SipHash {
  /// The hash of bytes, as CPython gives it: 0 for none, and never −1.
  ///
  /// - Complexity: O(*n*).
  static func hash(_ bytes: Span<UInt8>, key: (UInt64, UInt64) = (0, 0)) -> Int {
    let count = bytes.count
    guard count > 0 else { return 0 }
    var v0 = key.0 ^ 0x736F_6D65_7073_6575
    var v1 = key.1 ^ 0x646F_7261_6E64_6F6D
    var v2 = key.0 ^ 0x6C79_6765_6E65_7261
    var v3 = key.1 ^ 0x7465_6462_7974_6573

    func round() {
      v0 &+= v1
      v1 = v1 << 13 | v1 >> 51
      v1 ^= v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = v3 << 16 | v3 >> 48
      v3 ^= v2
      v0 &+= v3
      v3 = v3 << 21 | v3 >> 43
      v3 ^= v0
      v2 &+= v1
      v1 = v1 << 17 | v1 >> 47
      v1 ^= v2
      v2 = v2 << 32 | v2 >> 32
    }

    var position = 0
    while position + 8 <= count {
      var word: UInt64 = 0
      for byte in 0..<8 { word |= UInt64(bytes[position + byte]) << UInt64(8 * byte) }
      v3 ^= word
      round()
      v0 ^= word
      position += 8
    }
    var last = UInt64(truncatingIfNeeded: count) << 56
    var shift: UInt64 = 0
    while position < count {
      last |= UInt64(bytes[position]) << shift
      shift += 8
      position += 1
    }
    v3 ^= last
    round()
    v0 ^= last
    v2 ^= 0xFF
    for _ in 0..<3 { round() }
    let hash = Int(truncatingIfNeeded: v0 ^ v1 ^ v2 ^ v3)
    return hash == -1 ? -2 : hash
  }
}
