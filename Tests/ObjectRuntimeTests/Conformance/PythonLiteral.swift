/// What Python's escapes in texts stand for.
enum PythonLiteral {
  static func codePoints(_ text: some StringProtocol) -> [UInt32] {
    var points: [UInt32] = []
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\", let mark = rest.popFirst() else {
        points.append(scalar.value)
        continue
      }
      let lengths: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
      if let length = lengths[mark] {
        let digits = String(String.UnicodeScalarView(rest.prefix(length)))
        rest = rest.dropFirst(length)
        points.append(UInt32(digits, radix: 16) ?? 0)
        continue
      }
      let plain: [Unicode.Scalar: UInt32] = ["n": 10, "t": 9, "r": 13, "0": 0]
      points.append(plain[mark] ?? mark.value)
    }
    return points
  }

  /// A text as the record shows it: escaped, without its quotes.
  static func escaped(_ points: some Sequence<UInt32>) -> String {
    var text = ""
    for point in points {
      switch point {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 10: text += "\\n"
      case 13: text += "\\r"
      case 9: text += "\\t"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(UInt8(point)))
      case 0..<0x100: text += "\\x" + hex(point, 2)
      case 0..<0x10000: text += "\\u" + hex(point, 4)
      default: text += "\\U" + hex(point, 8)
      }
    }
    return text
  }

  private static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}
