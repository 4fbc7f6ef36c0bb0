/// A character as Python's strings ask about it; lone halves of a pair are characters without properties.
struct UnicodeCharacter {
  let point: UInt32

  init(_ point: UInt32) { self.point = point }

  private var properties: Unicode.Scalar.Properties? { Unicode.Scalar(point)?.properties }

  /// White space, the separators of ASCII's among it.
  var isSpace: Bool {
    switch point {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  var isLineEnd: Bool {
    switch point {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  var isLetter: Bool {
    if point < 0x80 { return 0x41...0x5A ~= point || 0x61...0x7A ~= point }
    switch properties?.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  var isDecimal: Bool { properties?.numericType == .decimal }

  var isDigit: Bool { properties?.numericType == .decimal || properties?.numericType == .digit }

  var isNumeric: Bool { properties?.numericType != nil }

  var isLetterOrNumber: Bool { isLetter || isNumeric }

  var isLower: Bool { properties?.isLowercase ?? false }

  var isUpper: Bool { properties?.isUppercase ?? false }

  var isTitle: Bool { properties?.generalCategory == .titlecaseLetter }

  var isCased: Bool { isLower || isUpper || isTitle }

  var isPrintable: Bool { Unicode.Scalar(point)?.isPrintable ?? false }

  // MARK: Case

  private func points(_ text: String?) -> [UInt32] { text?.unicodeScalars.map(\.value) ?? [point] }

  var lower: [UInt32] { points(properties?.lowercaseMapping) }

  var upper: [UInt32] { points(properties?.uppercaseMapping) }

  var title: [UInt32] { points(properties?.titlecaseMapping) }

  /// As two strings that differ in case alone become the same.
  var folded: [UInt32] {
    switch point {
    case 0x1E9E: [0x73, 0x73]
    case 0x131, 0x13A0...0x13F5: [point]
    case 0x13F8...0x13FD, 0xAB70...0xABBF: upper
    default: upper.flatMap { UnicodeCharacter($0).lower }
    }
  }
}
