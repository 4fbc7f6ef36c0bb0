import HeapModel

/// The strings of a snapshot, each once, found again by their bytes; number 0 is the empty one.
///
/// A string is written behind the last one and then either stays there or, where it is known, is taken back.
struct SnapshotStrings: ~Copyable {
  private var offsets = ColumnBuilder<UInt64>(capacity: 1 << 12)
  private var bytes = ColumnBuilder<UInt8>(capacity: 1 << 15)
  /// Where the string that is being written begins.
  private var start = 0
  private var slots = Slots(count: 1 << 12)

  /// Where the strings are found: a power of two of words.
  ///
  /// Each has a string's number in its low half, and half of its hash in the high one: most of what is not meant shows
  /// without a look at its bytes.
  ///
  /// The last three bits of a hash stay as they are, so that eight neighbours share a line of the cache: the texts of
  /// integers in a row, whose hashes are their values.
  private struct Slots: ~Copyable {
    let block: Block
    let mask: Int

    init(count: Int) {
      guard let block = SystemMemory.allocateZeroed(8 * count) else {
        preconditionFailure("The system has no memory for a snapshot.")
      }
      SystemMemory.preferLargePages(block, size: 8 * count)
      self.block = block
      mask = count - 1
    }

    /// The high half of a slot for a hash.
    @inline(__always)
    static func tag(_ hash: UInt64) -> UInt64 {
      ((hash >> 3) &* 0x9E37_79B9_7F4A_7C15) & ~0x7_FFFF_FFFF | (hash & 7) << 32
    }

    /// The first slot of a tag.
    @inline(__always)
    func place(of tag: UInt64) -> Int { Int(truncatingIfNeeded: tag >> 32) & mask }

    @inline(__always)
    func next(_ slot: Int) -> Int { (slot &+ 1) & mask }

    @inline(__always)
    subscript(slot: Int) -> UInt64 {
      get { UInt64(block[word: 8 &* slot]) }
      nonmutating set { block[word: 8 &* slot] = UInt(newValue) }
    }

    deinit { SystemMemory.free(block) }
  }

  init() {
    offsets.append(0)
    offsets.append(0)
  }

  /// Makes room for the texts of a number of objects.
  mutating func reserve(_ count: Int) {
    offsets.reserve(count)
    bytes.reserve(8 * count)
  }

  /// The number of a string.
  mutating func number(of text: String) -> UInt32 {
    append(text)
    return numberOfWritten()
  }

  /// The number of the decimal digits of an integer, with something behind them.
  mutating func number(ofInteger value: Int, unit: StaticString = "") -> UInt32 {
    append(value)
    append(unit)
    return numberOfWritten()
  }

  /// The number of ASCII bytes that stand in an object.
  mutating func number(ofASCII object: ObjectPointer, from start: Int, count: Int, quote: Bool) -> UInt32 {
    if quote { bytes.append(0x27) }
    object.withBytes(at: start, count: count) { source in
      for index in source.indices { bytes.append(source[index]) }
    }
    if quote { bytes.append(0x27) }
    return numberOfWritten()
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { bytes.append(byte) }
  }

  private mutating func append(_ text: StaticString) {
    for offset in 0..<text.utf8CodeUnitCount { bytes.append(unsafe text.utf8Start[offset]) }
  }

  private mutating func append(_ value: Int) {
    var rest = value.magnitude
    var count = value < 0 ? 2 : 1
    var power = rest
    while power > 9 {
      power /= 10
      count += 1
    }
    let first = bytes.count
    bytes.append(repeating: 0x2D, count: count)
    var place = first + count
    repeat {
      place -= 1
      bytes[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
      rest /= 10
    } while rest > 0
  }

  private mutating func numberOfWritten() -> UInt32 {
    let end = bytes.count
    let count = end - start
    guard count > 0 else { return 0 }
    // Zeros behind the end, so that it can be read in whole words.
    bytes.append(repeating: 0, count: 8)
    let tag = Slots.tag(hash(count))
    var slot = slots.place(of: tag)
    while true {
      let word = slots[slot]
      guard word != 0 else { break }
      let known = UInt32(truncatingIfNeeded: word)
      if word >> 32 == tag >> 32, isWritten(known, count) {
        bytes.truncate(to: start)
        return known
      }
      slot = slots.next(slot)
    }
    bytes.truncate(to: end)
    start = end
    let number = UInt32(truncatingIfNeeded: offsets.count - 1)
    slots[slot] = tag | UInt64(number)
    offsets.append(UInt64(end))
    if 3 * offsets.count > 2 * slots.mask { grow() }
    return number
  }

  /// Whether what is being written is a string that there is.
  private func isWritten(_ number: UInt32, _ count: Int) -> Bool {
    let known = Int(offsets[Int(number)])
    guard Int(offsets[Int(number) + 1]) - known == count else { return false }
    var offset = 0
    while offset < count {
      let difference = bytes.word(at: start + offset) ^ bytes.word(at: known + offset)
      let rest = count - offset
      if rest >= 8 ? difference != 0 : difference << UInt64(64 - 8 * rest) != 0 { return false }
      offset += 8
    }
    return true
  }

  /// The value of decimal digits; of other strings a number that depends on every bit.
  private func hash(_ count: Int) -> UInt64 {
    if count <= 8, let value = Self.value(ofDigits: bytes.word(at: start), count) { return value }
    var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    var offset = start
    let end = start + count
    while offset < end {
      hash = (hash ^ bytes.word(at: offset)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    return hash &* 0xC4CE_B9FE_1A85_EC53
  }

  /// The value of up to eight decimal digits, the first in the lowest byte; `nil` for other bytes.
  @inline(__always)
  private static func value(ofDigits word: UInt64, _ count: Int) -> UInt64? {
    // Zeros in front, so that there are eight.
    let missing = UInt64(8 * (8 - count))
    let digits = word << missing | 0x3030_3030_3030_3030 >> (64 - missing)
    let isAll =
      digits & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
      && (digits &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030
    guard isAll else { return nil }
    let values = digits & 0x0F0F_0F0F_0F0F_0F0F
    let pairs = (values &* 10 &+ values >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }

  private mutating func grow() {
    let larger = Slots(count: 2 * (slots.mask + 1))
    for place in 0...slots.mask where slots[place] != 0 {
      var slot = larger.place(of: slots[place])
      while larger[slot] != 0 { slot = larger.next(slot) }
      larger[slot] = slots[place]
    }
    slots = larger
  }

  /// The finished columns.
  consuming func finish() -> (offsets: Column<UInt64>, bytes: Column<UInt8>) {
    (offsets.finish(), bytes.finish())
  }
}
