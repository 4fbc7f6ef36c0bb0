// The texts that `repr` has for numbers, strings and bytes.
extension ObjectSpace {
  /// A floating-point number as Python writes it: the fewest digits that tell it from all others.
  package func floatText(_ value: Double) -> String {
    let text = shortText(value)
    return text.utf8.allSatisfy { $0 == 0x2D || 0x30...0x39 ~= $0 } ? text + ".0" : text
  }

  /// A floating-point number as a complex one has it: whole numbers without a point.
  func shortText(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let decimal = DecimalDigits(shortest: value)
    let sign = value.sign == .minus ? "-" : ""
    guard !decimal.digits.isEmpty else { return sign + "0" }
    let digits = String(decoding: decimal.digits, as: UTF8.self)
    let (count, point) = (decimal.digits.count, decimal.point)
    if point < -3 || point > 16 {
      let exponent = point - 1
      let rest = count > 1 ? "." + digits.dropFirst() : ""
      let magnitude = String(exponent.magnitude)
      return sign + digits.prefix(1) + rest + (exponent < 0 ? "e-" : "e+") + (magnitude.count < 2 ? "0" : "")
        + magnitude
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= count { return sign + digits + String(repeating: "0", count: point - count) }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// A complex number as Python writes it.
  func complexText(_ object: ObjectPointer) -> String {
    let (real, imaginary) = (object[double: 16], object[double: 24])
    if real == 0, real.sign == .plus { return shortText(imaginary) + "j" }
    let text = shortText(imaginary)
    return "(" + shortText(real) + (text.hasPrefix("-") ? "" : "+") + text + "j)"
  }

  /// A string in quotes, up to some characters beyond the limit.
  func quoted(_ string: ObjectPointer, limit: Int) -> String {
    let count = min(string.stringLength, limit + 1)
    let hasSingle = (0..<count).contains { string.character(at: $0) == 0x27 }
    let hasDouble = hasSingle && (0..<count).contains { string.character(at: $0) == 0x22 }
    let quote: UInt32 = hasSingle && !hasDouble ? 0x22 : 0x27
    var text = quote == 0x22 ? "\"" : "'"
    for index in 0..<count {
      let point = string.character(at: index)
      switch point {
      case quote, 0x5C: text += point == 0x5C ? "\\\\" : "\\'"
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(UInt8(point)))
      default:
        if let scalar = Unicode.Scalar(point), scalar.isPrintable {
          text.unicodeScalars.append(scalar)
        } else {
          text += Self.escape(point)
        }
      }
    }
    return text + (quote == 0x22 ? "\"" : "'")
  }

  /// A character as an escape of the shortest form that holds it.
  static func escape(_ point: UInt32) -> String {
    let digits = String(point, radix: 16)
    let (letter, width) = point < 0x100 ? ("x", 2) : point < 0x10000 ? ("u", 4) : ("U", 8)
    return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
  }

  /// Bytes in quotes, up to some beyond the limit.
  func quotedBytes(_ object: ObjectPointer, limit: Int) -> String {
    let bytes = object.byteArray.prefix(limit + 1)
    let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
    var text = quote == 0x22 ? "b\"" : "b'"
    for byte in bytes {
      switch byte {
      case 0x27 where object.plan.body == .byteArray:
        // CPython escapes these of byte arrays between the other quotes too.
        text += "\\'"
      case quote, 0x5C: text += byte == 0x5C ? "\\\\" : "\\'"
      case 0x0A: text += "\\n"
      case 0x0D: text += "\\r"
      case 0x09: text += "\\t"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += Self.escape(UInt32(byte))
      }
    }
    return text + (quote == 0x22 ? "\"" : "'")
  }
}

extension Unicode.Scalar {
  /// Whether `repr` shows a character as it is: it is no control, format, private or unassigned one, and no separator but
  /// the space.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
