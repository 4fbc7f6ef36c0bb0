/// A field of a `%` format: what stands between the sign and its letter.
struct PercentField {
  var isLeft = false
  var hasPlus = false
  var hasBlank = false
  var isAlternate = false
  var isZeroFilled = false
  var width: Int?
  var precision: Int?
  var letter: UInt32 = 0

  /// Notes a flag.
  ///
  /// - Returns: whether the character is one.
  mutating func note(_ flag: UInt32) -> Bool {
    switch flag {
    case 0x2D: isLeft = true
    case 0x2B: hasPlus = true
    case 0x20: hasBlank = true
    case 0x23: isAlternate = true
    case 0x30: isZeroFilled = true
    default: return false
    }
    return true
  }

  /// A number's text with the sign and fill that the field asks for.
  func laidOut(number text: String) -> [UInt32] {
    var digits = Substring(text)
    var sign = ""
    if digits.first == "-" || digits.first == "+" {
      sign = String(digits.removeFirst())
    } else if hasPlus {
      sign = "+"
    } else if hasBlank {
      sign = " "
    }
    var head = sign
    if isAlternate, letter == 0x78 || letter == 0x58 || letter == 0x6F {
      head += digits.prefix(2)
      digits = digits.dropFirst(2)
    }
    let padding = max((width ?? 0) - head.utf8.count - digits.utf8.count, 0)
    let fill = String(repeating: isZeroFilled && !isLeft ? "0" : " ", count: padding)
    let whole = isLeft ? head + digits + fill : isZeroFilled ? head + fill + digits : fill + head + digits
    return whole.unicodeScalars.map(\.value)
  }

  /// A text cut and filled as the field asks for.
  func laidOut(text: some RandomAccessCollection<UInt32>) -> [UInt32] {
    let cut = text.prefix(precision ?? .max)
    let padding = [UInt32](repeating: 0x20, count: max((width ?? 0) - cut.count, 0))
    return isLeft ? cut + padding : padding + cut
  }
}
