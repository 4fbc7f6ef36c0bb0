/// The patterns of bits that a type's values do not have, with which enums around it tell their other cases.
package struct ExtraInhabitants: Sendable {
  /// How many there are.
  package var count: Int
  var encoding: Encoding

  indirect enum Encoding: Sendable {
    /// They cannot be told from values.
    case unknown
    /// An integer of some bytes at an offset, whose invalid values begin somewhere.
    case integer(offset: Int, size: Int, first: UInt64)
    /// An integer of some bytes at an offset, whose invalid values are counted from the greatest down.
    case countingDown(offset: Int, size: Int)
    /// Bits of a payload that no case of an enum needs, and the bytes behind it: counted from the greatest down.
    case spareBits(SpareBits)
    /// A number where the reference of a weak existential is, and 1 in place of its witness table.
    case weakExistential
    /// Those of what is at an offset, without the first ones.
    case inherited(offset: Int, ExtraInhabitants, skipped: Int)
  }

  /// There are none.
  static let none = ExtraInhabitants(count: 0, encoding: .unknown)
  /// The most that the runtime counts.
  static let limit = 0x7FFF_FFFF

  /// Those of a pointer to an object, to metadata or to code: addresses that are too small.
  static func pointer(offset: Int = 0) -> ExtraInhabitants {
    ExtraInhabitants(count: 4096, encoding: .integer(offset: offset, size: 8, first: 0))
  }

  /// Those of what is a part at an offset.
  func at(offset: Int) -> ExtraInhabitants {
    offset == 0 || count == 0
      ? self : ExtraInhabitants(count: count, encoding: .inherited(offset: offset, self, skipped: 0))
  }

  /// Those that are left when the first are in use.
  func dropping(_ used: Int) -> ExtraInhabitants {
    guard used > 0 else { return self }
    guard count > used else { return .none }
    return ExtraInhabitants(count: count - used, encoding: .inherited(offset: 0, self, skipped: used))
  }

  /// Whether it is known which pattern is which.
  package var isKnown: Bool {
    switch encoding {
    case .unknown: count == 0
    case .inherited(_, let base, _): base.isKnown
    default: true
    }
  }

  /// Which one a value's bytes are; `nil` where they are a value.
  func index(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard count > 0 else { return nil }
    var found: Int?
    switch encoding {
    case .unknown: return nil
    case .integer(let offset, let size, let first):
      guard let value = unsafe bytes.integer(at: offset, size: size), value >= first else { return nil }
      found = Int(exactly: value &- first)
    case .countingDown(let offset, let size):
      guard let value = unsafe bytes.integer(at: offset, size: size) else { return nil }
      let greatest = size >= 4 ? UInt64(UInt32.max) : (1 << UInt64(8 * size)) - 1
      found = Int(exactly: greatest &- value)
    case .weakExistential:
      guard unsafe bytes.integer(at: 8, size: 8) == 1 else { return nil }
      found = unsafe bytes.integer(at: 0, size: 8).flatMap { Int(exactly: $0) }
    case .spareBits(let bits): found = unsafe bits.extraInhabitant(in: bytes)
    case .inherited(let offset, let base, let skipped):
      guard offset <= bytes.count,
        let index = unsafe base.index(in: UnsafeRawBufferPointer(rebasing: bytes[offset...])),
        index >= skipped
      else { return nil }
      found = index - skipped
    }
    guard let found, found >= 0, found < count else { return nil }
    return found
  }
}

extension UnsafeRawBufferPointer {
  /// An integer of up to 8 bytes, the lowest first; `nil` where it is not whole.
  func integer(at offset: Int, size: Int) -> UInt64? {
    guard offset >= 0, size >= 0, size <= 8, offset <= count, size <= count - offset else { return nil }
    var value: UInt64 = 0
    for number in 0..<size { value |= UInt64(unsafe self[offset + number]) << UInt64(8 * number) }
    return value
  }
}

/// The bits of an enum's payload that tell its cases, and the bytes behind the payload that do where they are too few.
package struct SpareBits: Sendable {
  /// The bits that no payload uses, the lowest byte first; as long as the payload.
  var mask: [UInt8]
  /// Those of them that hold the tag.
  var tagMask: [UInt8]
  var extraTagSize: Int

  init(mask: [UInt8], tagBitCount: Int, extraTagSize: Int) {
    self.mask = mask
    self.extraTagSize = extraTagSize
    var left = tagBitCount
    var tagMask = [UInt8](repeating: 0, count: mask.count)
    // The highest bits are taken first.
    for index in mask.indices.reversed() {
      for bit in (0..<8).reversed() where left > 0 && mask[index] >> UInt8(bit) & 1 != 0 {
        tagMask[index] |= 1 << UInt8(bit)
        left -= 1
      }
    }
    self.tagMask = tagMask
  }

  /// The bits of a mask, pushed together; those beyond 64 are left out.
  static func gather(_ mask: [UInt8], from bytes: UnsafeRawBufferPointer) -> (value: UInt64, count: Int)? {
    guard mask.count <= bytes.count else { return nil }
    var value: UInt64 = 0
    var count = 0
    for index in mask.indices where mask[index] != 0 {
      let byte = unsafe bytes[index]
      for bit in 0..<8 where mask[index] >> UInt8(bit) & 1 != 0 {
        if count < 64 { value |= UInt64(byte >> UInt8(bit) & 1) << UInt64(count) }
        count += 1
      }
    }
    return (value, count)
  }

  /// The tag: the bits of the payload below those behind it.
  func tag(in bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard let (low, count) = unsafe Self.gather(tagMask, from: bytes),
      let high = unsafe bytes.integer(at: mask.count, size: extraTagSize)
    else { return nil }
    return count < 64 ? low | high << UInt64(count) : low
  }

  /// What the bits say that payloads use.
  func payloadValue(in bytes: UnsafeRawBufferPointer) -> (value: UInt64, count: Int)? {
    unsafe Self.gather(mask.map { ~$0 }, from: bytes)
  }

  func extraInhabitant(in bytes: UnsafeRawBufferPointer) -> Int? {
    // No more than 32 bits are used, the lowest ones.
    var left = 32
    let used = mask.map { byte in
      var used: UInt8 = 0
      for bit in 0..<8 where left > 0 && byte >> UInt8(bit) & 1 != 0 {
        used |= 1 << UInt8(bit)
        left -= 1
      }
      return used
    }
    // The tag's bits are the lowest ones of the number.
    guard let (low, lowCount) = unsafe Self.gather(zip(used, tagMask).map { $0 & $1 }, from: bytes),
      let (middle, middleCount) = unsafe Self.gather(zip(used, tagMask).map { $0 & ~$1 }, from: bytes),
      let high = unsafe bytes.integer(at: mask.count, size: extraTagSize)
    else { return nil }
    let count = min(lowCount + middleCount + 8 * extraTagSize, 32)
    let tag = low | middle << UInt64(lowCount) | high << UInt64(lowCount + middleCount)
    let greatest: UInt64 = (1 << UInt64(count)) - 1
    return Int(exactly: greatest &- (tag & greatest))
  }
}
