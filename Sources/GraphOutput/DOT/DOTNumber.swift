import ObjectGraph

/// Writes numbers and colours as DOT takes them.
enum DOTNumber {
  /// A number with at most six significant digits: `0.65`, `1`, `0.766667`; beyond 10¹⁵ it is that.
  static func text(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "0" }
    let size = min(abs(value), 1e15)
    // Looks and colours lie between a thousandth and a few thousand; six digits hold the scaled number.
    var scale = 1.0
    while size * scale < 100_000, scale < 1e9 { scale *= 10 }
    let digits = (size * scale).rounded()
    let whole = Int(digits / scale)
    var fraction = String(Int(digits - Double(whole) * scale))
    let places = String(Int(scale)).count - 1
    fraction = String(repeating: "0", count: max(places - fraction.count, 0)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (value < 0 ? "-" : "") + "\(whole)" + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A colour in quotes.
  static func color(_ color: PictureColor) -> String {
    switch color {
    case .transparent: return "\"transparent\""
    case .hsv(let hue, let saturation, let value):
      return "\"\(text(hue)),\(text(saturation)),\(text(value))\""
    case .rgb(let value):
      let digits = String(value & 0xFF_FFFF, radix: 16, uppercase: true)
      return "\"#" + String(repeating: "0", count: 6 - digits.count) + digits + "\""
    }
  }
}
