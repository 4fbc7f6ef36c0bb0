/// The interned strings that names of up to 15 ASCII characters led to lately: entries of 32 bytes (characters and
/// their number in two words, string).
///
/// It counts no references: a string that goes is taken out.
struct NameCache {
  private static let count = 256
  private let entries: Block

  /// The characters of a name and their number.
  struct Key {
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64

    /// The key of a name; `nil` for one that is empty, too long or not ASCII.
    @inline(__always)
    init?(_ bytes: some Sequence<UInt8>) {
      var count: UInt64 = 0
      high = 0
      for byte in bytes {
        if byte >= 0x80 || count == 15 { return nil }
        if count < 8 {
          low |= UInt64(byte) &<< (8 &* count)
        } else {
          high |= UInt64(byte) &<< (8 &* (count &- 8))
        }
        count &+= 1
      }
      if count == 0 { return nil }
      high |= count << 56
    }

    @inline(__always)
    fileprivate var place: Int {
      let product = (low ^ high &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15
      return 32 &* Int(product >> 56)
    }
  }

  init() {
    guard let entries = SystemMemory.allocateZeroed(32 * Self.count) else {
      preconditionFailure("The system has no memory for an empty heap.")
    }
    self.entries = entries
  }

  /// The string of a name, where it was noted.
  @inline(__always)
  func find(_ key: Key) -> ObjectPointer? {
    let place = key.place
    guard entries[word: place] == UInt(key.low), entries[word: place &+ 8] == UInt(key.high) else {
      return nil
    }
    return entries[object: place &+ 16]
  }

  /// Notes the interned string of a name.
  func note(_ key: Key, _ string: ObjectPointer) {
    let place = key.place
    entries[word: place] = UInt(key.low)
    entries[word: place + 8] = UInt(key.high)
    entries[object: place + 16] = string
  }

  /// Forgets a string that goes.
  func forget(_ string: ObjectPointer) {
    guard StringState(string).isASCII, string.stringLength < 16 else { return }
    let bytes = (0..<string.stringLength).lazy.map { string[byte: StringOffset.asciiData + $0] }
    guard let key = Key(bytes), find(key) == string else { return }
    entries[word: key.place + 8] = 0
  }

  func destroy() { SystemMemory.free(entries) }
}
