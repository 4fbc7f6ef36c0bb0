/// Puts the parts of a formatted number together: sign, prefix, grouped digits, and what comes behind them.
struct NumberLayout {
  var isNegative: Bool
  /// As `0x`.
  var prefix = ""
  /// The digits before the point.
  var digits: Substring
  /// The point and all behind it.
  var rest: Substring

  /// - Parameters:
  ///   - text: a number without a sign: digits, and anything behind them.
  ///   - isLetterDigit: whether letters are digits too, and nothing comes behind.
  init(isNegative: Bool, prefix: String = "", text: String, isLetterDigit: Bool = false) {
    self.isNegative = isNegative
    self.prefix = prefix
    let end = isLetterDigit ? text.endIndex : text.firstIndex { !$0.isASCII || !$0.isNumber } ?? text.endIndex
    digits = text[..<end]
    rest = text[end...]
  }

  /// The characters as a specification asks for them.
  ///
  /// - Parameter groupSize: how many digits stand in a group.
  func laidOut(_ specification: FormatSpecification, groupSize: Int) -> [UInt32] {
    let sign: String
    switch specification.sign {
    case 0x2B: sign = isNegative ? "-" : "+"
    case 0x20: sign = isNegative ? "-" : " "
    default: sign = isNegative ? "-" : ""
    }
    let width = specification.width ?? -1
    let others = sign.utf8.count + prefix.utf8.count + rest.utf8.count
    let isZeroFilled = specification.fill == 0x30 && specification.alignment == 0x3D
    let grouped =
      digits.isEmpty
      ? [] : grouped(specification.separator, groupSize, least: isZeroFilled ? width - others : 0)
    let padding = [UInt32](repeating: specification.fill, count: max(width - others - grouped.count, 0))
    let head = (sign + prefix).unicodeScalars.map(\.value)
    let body = grouped + rest.unicodeScalars.map(\.value)
    switch specification.alignment {
    case 0x3C: return head + body + padding
    case 0x5E: return padding.prefix(padding.count / 2) + head + body + padding.dropFirst(padding.count / 2)
    case 0x3D: return head + padding + body
    default: return padding + head + body
    }
  }

  /// The digits in groups, with zeros before them up to a width, as CPython's `_PyUnicode_InsertThousandsGrouping`.
  private func grouped(_ separator: UInt32?, _ size: Int, least: Int) -> [UInt32] {
    let digits = self.digits.unicodeScalars.map(\.value)
    guard let separator else {
      return [UInt32](repeating: 0x30, count: max(least - digits.count, 0)) + digits
    }
    var reversed: [UInt32] = []
    var (remaining, least) = (digits.count, least)
    repeat {
      if !reversed.isEmpty {
        reversed.append(separator)
        least -= 1
      }
      let length = min(size, max(remaining, least, 1))
      let taken = min(remaining, length)
      reversed += digits[remaining - taken..<remaining].reversed()
      reversed += [UInt32](repeating: 0x30, count: length - taken)
      remaining -= taken
      least -= length
    } while remaining > 0 || least > 0
    return reversed.reversed()
  }
}
