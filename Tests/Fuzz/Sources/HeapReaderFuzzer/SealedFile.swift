/// Makes the checksums of a changed `.heap` file fit again (docs/heap-format.md), so that the reader looks behind
/// them.
enum SealedFile {
  static func sealing(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    guard bytes.count >= 64 else { return bytes }
    let sections = Int(number(bytes, 24, 4))
    let tableEnd = 64 + sections * 32
    set(&bytes, 16, 8, UInt64(bytes.count))
    if sections <= 256, tableEnd <= bytes.count {
      for entry in stride(from: 64, to: tableEnd, by: 32) {
        let offset = number(bytes, entry + 8, 8)
        let length = number(bytes, entry + 16, 8)
        guard offset <= bytes.count, length <= UInt64(bytes.count) - offset else { continue }
        set(&bytes, entry + 24, 4, UInt64(checksum(bytes[Int(offset)..<Int(offset + length)])))
      }
      set(&bytes, 56, 4, UInt64(checksum(bytes[64..<tableEnd])))
    }
    set(&bytes, 60, 4, UInt64(checksum(bytes[0..<60])))
    return bytes
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(bytes[offset + $1]) << (8 * $1) }
  }

  private static func set(_ bytes: inout [UInt8], _ offset: Int, _ size: Int, _ value: UInt64) {
    for byte in 0..<size { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
  }

  // CRC-32 bit by bit: inputs are small, and the fuzzer should not depend on the reader's own.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
