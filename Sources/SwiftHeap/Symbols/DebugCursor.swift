/// Reads the numbers of debug information, one behind the other.
///
/// What is not there reads as zero, and sets ``isDamaged``: whoever reads asks for it where it matters, and before each
/// round of a loop.
@safe
struct DebugCursor {
  private let bytes: UnsafeRawBufferPointer
  /// How far it is from the beginning of the section.
  private(set) var offset: Int
  /// Where it ends.
  private(set) var end: Int
  /// Whether it was to read what is not there.
  private(set) var isDamaged = false

  init(_ bytes: UnsafeRawBufferPointer, at offset: UInt64 = 0) {
    unsafe self.bytes = unsafe bytes
    end = bytes.count
    self.offset = Int(clamping: offset)
    if self.offset > end {
      self.offset = end
      isDamaged = true
    }
  }

  /// Whether nothing is left, or nothing that makes sense.
  var isAtEnd: Bool { offset >= end || isDamaged }

  /// Ends it earlier: a number of bytes from where it is.
  mutating func limit(to count: UInt64) {
    guard count <= UInt64(end - offset) else {
      isDamaged = true
      return
    }
    end = offset + Int(count)
  }

  /// Passes over bytes.
  mutating func skip(_ count: UInt64) {
    guard count <= UInt64(end - offset) else {
      offset = end
      isDamaged = true
      return
    }
    offset += Int(count)
  }

  /// A number of a fixed size.
  @inline(__always)
  mutating func fixed<Value: FixedWidthInteger & BitwiseCopyable>(_ type: Value.Type) -> Value {
    let size = MemoryLayout<Value>.size
    guard end - offset >= size else {
      offset = end
      isDamaged = true
      return 0
    }
    let value = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: type)
    offset += size
    return Value(littleEndian: value)
  }

  @inline(__always)
  mutating func byte() -> UInt8 { fixed(UInt8.self) }

  /// A number of one to eight bytes.
  mutating func number(ofBytes count: UInt8) -> UInt64 {
    switch count {
    case 1: return UInt64(fixed(UInt8.self))
    case 2: return UInt64(fixed(UInt16.self))
    case 4: return UInt64(fixed(UInt32.self))
    case 8: return fixed(UInt64.self)
    case 3:
      let low = UInt64(fixed(UInt16.self))
      return low | UInt64(byte()) << 16
    default:
      isDamaged = true
      return 0
    }
  }

  /// A number of as many bytes as it needs, seven bits each (LEB128).
  @inline(__always)
  mutating func unsigned() -> UInt64 {
    let first = byte()
    return first < 0x80 ? UInt64(first) : continued(UInt64(first & 0x7F)).value
  }

  /// The same with a sign.
  mutating func signed() -> Int64 {
    let first = byte()
    let (value, bits) = first < 0x80 ? (UInt64(first), 7) : continued(UInt64(first & 0x7F))
    guard bits < 64, value >> UInt64(bits - 1) & 1 != 0 else { return Int64(bitPattern: value) }
    return Int64(bitPattern: value | ~0 << UInt64(bits))
  }

  private mutating func continued(_ start: UInt64) -> (value: UInt64, bits: Int) {
    var value = start
    var bits = 7
    while true {
      let next = byte()
      if bits < 64 { value |= UInt64(next & 0x7F) << UInt64(bits) }
      bits += 7
      if next < 0x80 || isDamaged { return (value, min(bits, 64)) }
    }
  }

  /// A text up to its zero byte.
  mutating func text() -> String {
    let start = offset
    skipText()
    guard !isDamaged else { return "" }
    return unsafe String(decoding: bytes[start..<offset - 1], as: UTF8.self)
  }

  /// Passes over a text and its zero byte.
  mutating func skipText() {
    while offset < end {
      offset += 1
      if unsafe bytes[offset - 1] == 0 { return }
    }
    isDamaged = true
  }

  /// The length that a unit begins with, and how many bytes offsets have in it.
  ///
  /// - Returns: what follows the length, by itself; `nil` where that is not all there.
  mutating func unit() -> (contents: DebugCursor, offsetSize: UInt8)? {
    var length = UInt64(fixed(UInt32.self))
    var offsetSize: UInt8 = 4
    if length == 0xFFFF_FFFF {
      length = fixed(UInt64.self)
      offsetSize = 8
    }
    guard !isDamaged else { return nil }
    var contents = self
    contents.limit(to: length)
    skip(length)
    return contents.isDamaged ? nil : (contents, offsetSize)
  }
}
