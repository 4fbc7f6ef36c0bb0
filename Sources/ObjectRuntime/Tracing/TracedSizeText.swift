/// Sizes as tracemalloc writes them: up to five digits without a decimal, below 100 of a unit with one.
enum TracedSizeText {
  private static let units = ["B", "KiB", "MiB", "GiB", "TiB"]

  /// The text of a size in bytes: `1234 B`, `12.1 KiB`; with a sign always where asked: `+56 B`.
  ///
  /// - Precondition: the magnitude is at most 2⁶⁴.
  static func text(of size: Double, signed: Bool = false) -> String {
    var amount = size
    for unit in units.dropLast() {
      if amount.magnitude < 100, unit != "B" {
        return decimal(amount, places: 1, signed: signed) + " " + unit
      }
      if amount.magnitude < 10 * 1024 { return decimal(amount, places: 0, signed: signed) + " " + unit }
      amount /= 1024
    }
    return decimal(amount, places: amount.magnitude < 100 ? 1 : 0, signed: signed) + " TiB"
  }

  /// A number to no or one decimal place, as C's `printf` rounds: by the exact value, halves to the even digit.
  ///
  /// - Precondition: the magnitude is at most 2⁵⁴.
  static func decimal(_ number: Double, places: Int, signed: Bool = false) -> String {
    precondition((0...1).contains(places) && number.magnitude <= 0x1p54, "Sizes have few digits")
    let sign = number.sign == .minus ? "-" : signed ? "+" : ""
    let tenths = places == 1
    let rounded = rounded(number.magnitude, timesTen: tenths)
    return sign + (tenths ? "\(rounded / 10).\(rounded % 10)" : "\(rounded)")
  }

  /// The nearest whole number to a number or its tenfold, which floating point could not multiply exactly.
  private static func rounded(_ number: Double, timesTen: Bool) -> UInt64 {
    guard number >= 0x1p-64 else { return 0 }
    let significand = (number.significandBitPattern | 1 << 52) * (timesTen ? 10 : 1)
    // The number is significand / 2 ** shift.
    let shift = 52 - Int(number.exponent)
    if shift <= 0 { return significand << UInt64(-shift) }
    if shift >= 64 { return 0 }
    let whole = significand >> UInt64(shift)
    let rest = significand & (1 << UInt64(shift) - 1)
    let half: UInt64 = 1 << UInt64(shift - 1)
    return rest > half || rest == half && whole % 2 == 1 ? whole + 1 : whole
  }

  /// What follows the number of blocks in a statistic: their average size, where there are blocks.
  static func average(of size: UInt64, count: Int) -> String {
    count == 0 ? "" : ", average=" + text(of: Double(size) / Double(count))
  }

  /// A number of blocks with its sign: `+1`, `-2`, `+0`.
  static func signed(_ count: Int) -> String {
    count < 0 ? "\(count)" : "+\(count)"
  }
}
