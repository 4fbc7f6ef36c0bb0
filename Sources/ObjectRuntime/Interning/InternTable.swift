/// The interned strings of a space: an open-addressing table of addresses, which counts no references.
///
/// CPython keeps them in a dict whose two references it takes off each string's count, which comes to the same.
struct InternTable {
  private var slots: [ObjectPointer?] = Array(repeating: nil, count: 1024)
  private(set) var count = 0

  /// The interned string that equals one.
  func find(_ string: ObjectPointer, hash: Int, equal: (ObjectPointer, ObjectPointer) -> Bool)
    -> ObjectPointer?
  {
    var slot = hash & (slots.count - 1)
    while let candidate = slots[slot] {
      if candidate[integer: StringOffset.hash] == hash, equal(candidate, string) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The interned string of some ASCII characters, two or more; `nil` also for other bytes.
  func find(ascii bytes: Span<UInt8>, key: (UInt64, UInt64)) -> ObjectPointer? {
    guard bytes.count > 1 else { return nil }
    let hash = SipHash.hash(bytes, key: key)
    var slot = hash & (slots.count - 1)
    while let candidate = slots[slot] {
      if candidate[integer: StringOffset.hash] == hash, candidate.hasCharacters(bytes) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a string that is not there and whose hash is known.
  mutating func insert(_ string: ObjectPointer) {
    if 2 * (count + 1) > slots.count {
      let old = slots
      slots = Array(repeating: nil, count: 2 * old.count)
      for case let string? in old { place(string) }
    }
    place(string)
    count += 1
  }

  private mutating func place(_ string: ObjectPointer) {
    var slot = string[integer: StringOffset.hash] & (slots.count - 1)
    while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = string
  }

  /// Takes a string out that is there.
  mutating func remove(_ string: ObjectPointer) {
    let mask = slots.count - 1
    var slot = string[integer: StringOffset.hash] & mask
    while let candidate = slots[slot], candidate != string { slot = (slot + 1) & mask }
    guard slots[slot] != nil else { return }
    slots[slot] = nil
    count -= 1
    // Close the gap: move back what could not be found across it.
    var hole = slot
    var next = (slot + 1) & mask
    while let string = slots[next] {
      let home = string[integer: StringOffset.hash] & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = string
        slots[next] = nil
        hole = next
      }
      next = (next + 1) & mask
    }
  }

  /// All interned strings, in no order that means anything.
  var strings: [ObjectPointer] { slots.compactMap(\.self) }
}

extension ObjectPointer {
  /// Whether a string is ASCII and has these characters.
  fileprivate func hasCharacters(_ bytes: Span<UInt8>) -> Bool {
    guard StringState(self).isASCII, stringLength == bytes.count else { return false }
    for index in bytes.indices where self[byte: StringOffset.asciiData &+ index] != bytes[index] {
      return false
    }
    return true
  }
}
