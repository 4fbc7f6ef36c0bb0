/// Reads the texts of captured Python objects back.
enum PythonText {
  /// The contents of a string, of its `repr` in quotes.
  ///
  /// - Returns: `nil` where the text is no complete `repr` of a string.
  static func contents(ofRepr text: String) -> String? {
    var bytes = text.unicodeScalars[...]
    guard let quote = bytes.first, quote == "'" || quote == "\"" else { return nil }
    bytes.removeFirst()
    guard bytes.popLast() == quote else { return nil }
    guard bytes.contains("\\") else { return bytes.contains(quote) ? nil : String(bytes) }

    var contents = String.UnicodeScalarView()
    while let scalar = bytes.popFirst() {
      guard scalar == "\\" else {
        if scalar == quote { return nil }
        contents.append(scalar)
        continue
      }
      guard let escape = bytes.popFirst() else { return nil }
      switch escape {
      case "n": contents.append("\n")
      case "r": contents.append("\r")
      case "t": contents.append("\t")
      case "x", "u", "U":
        let length = escape == "x" ? 2 : escape == "u" ? 4 : 8
        guard bytes.count >= length, let code = UInt32(String(bytes.prefix(length)), radix: 16),
          let decoded = Unicode.Scalar(code)
        else { return nil }
        bytes.removeFirst(length)
        contents.append(decoded)
      default: contents.append(escape)
      }
    }
    return String(contents)
  }

  /// Whether a text can stand as a name in a program.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    guard first == "_" || first.properties.isXIDStart else { return false }
    return text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }
}
