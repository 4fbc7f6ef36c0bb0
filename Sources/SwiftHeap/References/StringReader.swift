/// Reads strings of the program, as `StringObject.swift` of the standard library lays them out on 64 bits.
enum StringReader {
  /// The text of a string of two words.
  ///
  /// - Parameter limit: how many bytes are read.
  static func text(_ counts: UInt64?, _ object: UInt64?, in image: ProcessImage, limit: Int) -> String? {
    guard let counts, let object else { return nil }
    if object >> 61 & 1 == 1 {
      let count = Int(object >> 56 & 15)
      var bytes: [UInt8] = []
      for position in 0..<min(count, 15) {
        let word = position < 8 ? counts : object
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * (position % 8))))
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    // Text that lies elsewhere begins 32 bytes behind the address.
    guard object >> 60 & 1 == 0 else { return nil }
    let count = Int(counts & 0xFFFF_FFFF_FFFF)
    guard count <= 1 << 40,
      let bytes = unsafe image.bytes(at: (object & 0x0FFF_FFFF_FFFF_FFFF) + 32, count: min(count, limit))
    else { return nil }
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
