import BigInt

/// Quotients of integers of any size.
enum IntegerQuotient {
  /// The floating-point number nearest to a quotient, to the even one of two; infinite where it is too large.
  ///
  /// - Parameters:
  ///   - dividend: any integer.
  ///   - divisor: an integer other than zero.
  /// - Complexity: O(*n*²) in the digits.
  static func nearest(_ dividend: BigInt, _ divisor: BigInt) -> Double {
    if dividend == 0 { return divisor.sign == .minus ? -0.0 : 0 }
    let isNegative = (dividend.sign == .minus) != (divisor.sign == .minus)
    var (upper, lower) = (dividend.magnitude, divisor.magnitude)
    let distance = upper.bitWidth - lower.bitWidth
    // More bits than a number has, and one that says whether anything is left.
    let shift = 66 - distance
    if shift > 0 { upper <<= shift } else { lower <<= -shift }
    let (quotient, rest) = upper.quotientAndRemainder(dividingBy: lower)
    var exponent = -shift
    // The last place that the result has, of a subnormal one too.
    let last = max(quotient.bitWidth + exponent - 53, -1074)
    let cut = last - exponent
    var significand = quotient >> cut
    let cutOff = quotient - significand << cut
    let half = BigUInt(1) << (cut - 1)
    if cutOff > half || cutOff == half && (rest != 0 || significand & 1 == 1) { significand += 1 }
    exponent = last
    let value = Double(sign: .plus, exponent: 0, significand: Double(UInt64(significand)))
    guard exponent < 1100 else { return isNegative ? -.infinity : .infinity }
    let scaled = Double(sign: .plus, exponent: exponent, significand: value)
    return isNegative ? -scaled : scaled
  }

  /// A quotient rounded down, and what is left, which has the divisor's sign.
  static func floored(_ dividend: BigInt, _ divisor: BigInt) -> (quotient: BigInt, rest: BigInt) {
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard rest != 0, (rest.sign == .minus) != (divisor.sign == .minus) else { return (quotient, rest) }
    return (quotient - 1, rest + divisor)
  }

  /// A quotient rounded down, and what is left, of machine integers; the one quotient that does not fit is left out.
  @inline(__always)
  static func floored(_ dividend: Int, _ divisor: Int) -> (quotient: Int, rest: Int) {
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard rest != 0, (rest < 0) != (divisor < 0) else { return (quotient, rest) }
    return (quotient - 1, rest + divisor)
  }

  /// An integer divided by a power of two, rounded down.
  static func shiftedDown(_ value: BigInt, by count: Int) -> BigInt {
    guard value.sign == .minus else { return BigInt(value.magnitude >> count) }
    return -BigInt((value.magnitude - 1) >> count) - 1
  }
}
