/// How an enum tells its cases from each other.
package struct EnumLayout: Sendable {
  /// A case.
  package struct Case: Sendable {
    package var name: String
    /// The type of its payload; `nil` where it has none, or where that cannot be told.
    package var payload: SwiftType?
    /// Whether the payload is in a box, to which there is a pointer in its place.
    package var isIndirect: Bool
  }

  /// The cases, in the order of their numbers: those with payloads first.
  package var cases: [Case]
  /// How many cases have a payload that takes up room; their payloads are at the beginning of the value.
  package var payloadCaseCount: Int
  var strategy: Strategy

  enum Strategy: Sendable {
    /// There is but one case, or none.
    case single
    /// A number.
    case number(size: Int)
    /// A payload, whose invalid values are the other cases; what follows it tells more of them.
    case singlePayload(size: Int, ExtraInhabitants, tagSize: Int)
    /// Payloads, and a number behind.
    case tagged(payloadSize: Int, tagSize: Int)
    /// Payloads, with a number in the bits that none of them uses.
    case spareBits(SpareBits)
  }

  /// Which case a value has.
  ///
  /// The payload is at offset 0; where ``tagMask`` has bits, these are not the payload's.
  ///
  /// - Parameter bytes: the value, at least as many bytes as its size.
  /// - Returns: the number of the case; `nil` where the bytes are no value, or it cannot be told.
  package func projectedCase(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard let number = unsafe tag(bytes), number < UInt64(cases.count) else { return nil }
    return Int(number)
  }

  /// The bits of a payload that hold the number of the case, the lowest byte first; they are 0 in the payload itself.
  package var tagMask: [UInt8] {
    if case .spareBits(let bits) = strategy { bits.tagMask } else { [] }
  }

  private func tag(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    switch strategy {
    case .single: return 0
    case .number(let size): return unsafe bytes.integer(at: 0, size: size)
    case .singlePayload(let size, let inhabitants, let tagSize):
      guard let tag = unsafe bytes.integer(at: size, size: tagSize) else { return nil }
      if tag == 0 {
        guard inhabitants.count > 0, cases.count > 1 else { return 0 }
        guard inhabitants.isKnown else { return nil }
        guard let index = unsafe inhabitants.index(in: bytes), index < cases.count - 1 else { return 0 }
        return UInt64(index) + 1
      }
      guard let low = unsafe bytes.integer(at: 0, size: min(size, 4)) else { return nil }
      let high = size >= 4 ? 0 : (tag - 1) << UInt64(8 * size)
      return UInt64(inhabitants.count) &+ (high | low) &+ 1
    case .tagged(let size, let tagSize):
      guard let tag = unsafe bytes.integer(at: size, size: tagSize) else { return nil }
      let payloads = UInt64(payloadCaseCount)
      if tag < payloads { return tag }
      guard let low = unsafe bytes.integer(at: 0, size: min(size, 4)) else { return nil }
      return payloads &+ (size >= 4 ? low : (tag - payloads) << UInt64(8 * size) | low)
    case .spareBits(let bits):
      guard let tag = unsafe bits.tag(in: bytes) else { return nil }
      let payloads = UInt64(payloadCaseCount)
      if tag < payloads { return tag }
      guard let (value, count) = unsafe bits.payloadValue(in: bytes) else { return nil }
      if count >= 32 { return payloads &+ value & 0xFFFF_FFFF }
      return payloads &+ ((tag &- payloads) << UInt64(count) | value)
    }
  }

  /// The lowest bits that a number below a count needs.
  static func mask(forCount count: Int) -> UInt64 {
    guard count > 1 else { return 0 }
    return (1 << UInt64(UInt64.bitWidth - UInt64(count - 1).leadingZeroBitCount)) - 1
  }

  /// The bytes that the runtime adds for a tag.
  static func tagSize(payloadSize: Int, emptyCases: Int, payloadCases: Int) -> (size: Int, count: Int) {
    var count = payloadCases
    if emptyCases > 0 {
      if payloadSize >= 4 {
        count += 1
      } else {
        let each = 1 << (8 * payloadSize)
        count += (emptyCases + each - 1) / each
      }
    }
    return (count <= 1 ? 0 : count < 256 ? 1 : count < 65536 ? 2 : 4, count)
  }
}
