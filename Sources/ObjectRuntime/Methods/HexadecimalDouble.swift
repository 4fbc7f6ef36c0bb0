import BigInt

/// Floating-point numbers in hexadecimal digits, as `float.hex` and `float.fromhex` write and read them.
enum HexadecimalDouble {
  /// The text of a number.
  static func text(of value: Double) -> String {
    if value.isNaN { return "nan" }
    let sign = value.sign == .minus ? "-" : ""
    if value.isInfinite { return sign + "inf" }
    if value == 0 { return sign + "0x0.0p+0" }
    let digits = String(value.significandBitPattern, radix: 16)
    let exponent = value.isSubnormal ? -1022 : Int(value.exponent)
    return sign + (value.isSubnormal ? "0x0." : "0x1.") + String(repeating: "0", count: 13 - digits.count)
      + digits
      + "p" + (exponent < 0 ? "" : "+") + String(exponent)
  }

  /// The number that a text stands for, correctly rounded.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for a text that is none, `overflowError` for one that is too large.
  static func value(of text: String) throws(ObjectError) -> Double {
    var rest = text.trimmingWhitespace.lowercased()[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    func signed(_ value: Double) -> Double { isNegative ? -value : value }
    switch rest {
    case "inf", "infinity": return signed(.infinity)
    case "nan": return signed(.nan)
    default: break
    }
    if rest.hasPrefix("0x") { rest = rest.dropFirst(2) }
    var (significand, exponent, count, isBehind) = (BigInt(), 0, 0, false)
    while let character = rest.first, character == "." || character.isHexDigit {
      rest = rest.dropFirst()
      guard let digit = character.hexDigitValue else {
        if isBehind { throw invalid() }
        isBehind = true
        continue
      }
      significand = significand << 4 + BigInt(digit)
      count += 1
      if isBehind { exponent -= 4 }
    }
    if rest.first == "p" {
      guard let power = Int(rest.dropFirst()) else { throw invalid() }
      exponent += power
      rest = ""
    }
    guard count > 0, rest.isEmpty else { throw invalid() }
    if significand == 0 || exponent < -5000 - 4 * count { return signed(0) }
    let tooLarge = ObjectError(
      .overflowError, "hexadecimal value too large to represent as a float")
    guard exponent < 5000 else { throw tooLarge }
    let value =
      exponent < 0
      ? IntegerQuotient.nearest(significand, BigInt(1) << -exponent)
      : IntegerQuotient.nearest(significand << exponent, 1)
    guard value.isFinite else { throw tooLarge }
    return signed(value)
  }

  private static func invalid() -> ObjectError {
    ObjectError(.valueError, "invalid hexadecimal floating-point string")
  }
}
