import HeapModel

/// The strings of a snapshot, each once, found again by their bytes; number 0 is the empty one.
struct SnapshotStrings {
  private(set) var offsets: [UInt64] = [0, 0]
  private(set) var bytes: [UInt8] = []
  /// Each string's number in the low half, and half of its hash in the high one: most of what is not meant shows
  /// without a look at its bytes.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var scratch: [UInt8] = []

  /// The number of a string.
  mutating func number(of text: String) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text.utf8)
    return numberOfScratch()
  }

  /// The number of the decimal digits of an integer.
  mutating func number(ofInteger value: Int) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    var rest = value.magnitude
    repeat {
      scratch.append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    if value < 0 { scratch.append(0x2D) }
    scratch.reverse()
    return numberOfScratch()
  }

  /// The number of ASCII bytes that stand in an object.
  mutating func number(ofASCII object: ObjectPointer, from start: Int, count: Int, quote: Bool) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    if quote { scratch.append(0x27) }
    object.withBytes(at: start, count: count) { bytes in
      for index in bytes.indices { scratch.append(bytes[index]) }
    }
    if quote { scratch.append(0x27) }
    return numberOfScratch()
  }

  private mutating func numberOfScratch() -> UInt32 {
    guard !scratch.isEmpty else { return 0 }
    let mask = slots.count - 1
    let hash = Self.hash(scratch.span)
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0 {
      let word = slots[slot]
      let known = UInt32(truncatingIfNeeded: word)
      if word >> 32 == hash >> 32, isScratch(known) { return known }
      slot = (slot + 1) & mask
    }
    let number = UInt32(offsets.count - 1)
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number)
    bytes.append(contentsOf: scratch)
    offsets.append(UInt64(bytes.count))
    if 2 * offsets.count > slots.count { grow() }
    return number
  }

  private func isScratch(_ number: UInt32) -> Bool {
    let start = Int(offsets[Int(number)])
    let end = Int(offsets[Int(number) + 1])
    guard end - start == scratch.count else { return false }
    for index in 0..<scratch.count where bytes[start + index] != scratch[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: 4 * old.count)
    let mask = slots.count - 1
    for word in old where word != 0 {
      var slot = Int(truncatingIfNeeded: word >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = word
    }
  }

  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }
}
