/// An object's bytes.
@safe
struct ObjectBytes {
  private let buffer: UnsafeRawBufferPointer
  let count: Int
  /// Where the object is in its process.
  let address: UInt64

  init(_ bytes: UnsafeRawBufferPointer, at address: UInt64) {
    unsafe buffer = bytes
    count = bytes.count
    self.address = address
  }

  /// The word at an offset; `nil` where it is not whole in the object.
  @inline(__always)
  func word(_ offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - 8 else { return nil }
    return unsafe buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  func byte(_ offset: Int) -> UInt8? {
    guard offset >= 0, offset < count else { return nil }
    return unsafe buffer[offset]
  }

  func bytes(_ offset: Int, _ size: Int) -> UnsafeRawBufferPointer? {
    guard offset >= 0, size >= 0, offset <= count - size else { return nil }
    return unsafe UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + size])
  }

  /// Goes through the bits that are set among the first ones from an offset on.
  func forEachBit(from offset: Int, count: Int, _ body: (Int) -> Void) {
    for number in 0..<(count + 63) / 64 {
      guard var word = word(offset + number * 8) else { return }
      if count < 64 { word &= (1 << UInt64(count)) - 1 }
      while word != 0 {
        body(number * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
