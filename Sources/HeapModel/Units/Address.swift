/// Where an object lay in its process: what tells an object from every other of one snapshot, and finds it
/// again in the next one.
public struct Address: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The address as a number.
  public let rawValue: UInt64

  /// Makes an address of a number.
  ///
  /// - Parameter rawValue: the address.
  @inlinable
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Makes an address of its text in hexadecimal digits, with or without `0x`.
  ///
  /// - Parameter text: such as `0x7f12a0` or `7f12a0`.
  /// - Returns: `nil` where the text is no hexadecimal number of 64 bits.
  public init?(hexadecimal text: some StringProtocol) {
    let hasPrefix = text.hasPrefix("0x") || text.hasPrefix("0X")
    let digits = hasPrefix ? text.dropFirst(2) : text[...]
    // The standard library's parser takes a sign; an address has none.
    guard digits.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    guard let value = UInt64(digits, radix: 16) else { return nil }
    self.rawValue = value
  }

  /// Orders addresses as numbers.
  @inlinable
  public static func < (left: Address, right: Address) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Address: CustomStringConvertible {
  /// The address in hexadecimal digits: `0x7f12a0`.
  public var description: String { "0x" + String(rawValue, radix: 16) }
}
