/// The text of a floating-point number in one of the presentations of C, after CPython's `PyOS_double_to_string`.
struct FormattedDouble {
  /// Whether a minus sign stands before it.
  var isNegative: Bool
  /// The text without a sign.
  var text: String

  /// - Parameters:
  ///   - value: the number.
  ///   - letter: `e`, `f`, `g` or a capital of these; `r` for the fewest digits that tell it.
  ///   - precision: digits behind the point; of `g` and `r`, all of them.
  ///   - isAlternate: whether the point and zeros at the end stay.
  ///   - addsPoint: whether a whole number ends with `.0`.
  ///   - hidesNegativeZero: whether a zero has no sign.
  init(
    _ value: Double, _ letter: Character, precision: Int, isAlternate: Bool = false, addsPoint: Bool = false,
    hidesNegativeZero: Bool = false
  ) {
    let isCapital = letter.isUppercase
    isNegative = value.sign == .minus && !value.isNaN
    guard value.isFinite else {
      text = value.isNaN ? "nan" : "inf"
      if isCapital { text = text.uppercased() }
      return
    }
    let code = letter.lowercased()
    var count = precision
    var decimal: DecimalDigits
    switch code {
    case "e": decimal = DecimalDigits(value, count: precision + 1)
    case "f": decimal = DecimalDigits(value, places: precision)
    case "g":
      count = max(precision, 1)
      decimal = DecimalDigits(value, count: count)
      while decimal.digits.last == 0x30 { decimal.digits.removeLast() }
    default: decimal = DecimalDigits(shortest: value)
    }
    if hidesNegativeZero, decimal.digits.allSatisfy({ $0 == 0x30 }) { isNegative = false }
    if value == 0 { decimal = DecimalDigits(zeroFor: code == "f" ? 0 : 1) }
    text = Self.text(decimal, code, count, isAlternate, addsPoint)
    if isCapital { text = text.uppercased() }
  }

  private static func text(
    _ decimal: DecimalDigits, _ code: String, _ precision: Int, _ isAlternate: Bool, _ addsPoint: Bool
  ) -> String {
    var point = decimal.point
    var end = decimal.digits.count
    var exponent: Int?
    switch code {
    case "e":
      exponent = point - 1
      end = precision + 1
    case "f": end = point + precision
    case "g":
      if point <= -4 || point > precision - (addsPoint ? 1 : 0) { exponent = point - 1 }
      if isAlternate { end = precision }
    default: if point <= -4 || point > 16 { exponent = point - 1 }
    }
    if exponent != nil { point = 1 }
    end = exponent == nil && addsPoint ? max(end, point + 1) : max(end, point)
    var text: [UInt8] = []
    for place in min(point - 1, 0)..<end {
      if place == point { text.append(0x2E) }
      text.append(decimal.digits.indices.contains(place) ? decimal.digits[place] : 0x30)
    }
    if end == point, isAlternate { text.append(0x2E) }
    var result = String(decoding: text, as: UTF8.self)
    if let exponent {
      let magnitude = String(exponent.magnitude)
      result += (exponent < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "") + magnitude
    }
    return result
  }
}

extension DecimalDigits {
  /// The digits of zero.
  init(zeroFor point: Int) {
    digits = [0x30]
    self.point = max(point, 1)
  }
}
