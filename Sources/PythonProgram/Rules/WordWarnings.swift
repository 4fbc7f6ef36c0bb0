/// Finds strings with escapes that are none, and numbers that a keyword follows without a space.
struct WordWarnings {
  private(set) var found: [SyntaxWarning] = []
  private let source: SourceText
  /// Whether the formatted strings around are raw, the innermost last.
  private var rawStrings: [Bool] = []

  /// - Complexity: O(*n*) in the text.
  init(of source: SourceText) {
    self.source = source
    guard let (tokens, _) = try? Lexer.tokens(of: source) else { return }
    for token in tokens { check(token) }
  }

  private mutating func check(_ token: Token) {
    switch token.kind {
    case .string:
      let literal = StringLiteral(token.text)
      if literal.isRaw { return }
      if let escape = Self.invalidEscape(in: literal.body, isBytes: literal.isBytes) {
        found.append(SyntaxWarning(escape, line: token.range.start.line))
      }
    case .formattedStart: rawStrings.append(StringLiteral(token.text).isRaw)
    case .formattedText:
      if rawStrings.last == true { return }
      // The brace that a backslash stands before begins a field.
      let text = token.text + (byte(behind: token).map { String(UnicodeScalar($0)) } ?? "")
      if let escape = Self.invalidEscape(in: text[...], isBytes: false) {
        found.append(SyntaxWarning(escape, line: token.range.end.line))
      }
    case .formattedEnd: _ = rawStrings.popLast()
    case .integer, .float, .imaginary: checkEnd(of: token)
    default: break
    }
  }

  private func byte(behind token: Token) -> UInt8? {
    let offset = source.offset(ofLine: token.range.end.line) + token.range.end.column
    guard offset < source.bytes.count, source.bytes[offset] < 0x80 else { return nil }
    return source.bytes[offset]
  }

  private mutating func checkEnd(of token: Token) {
    guard let byte = byte(behind: token), (0x61...0x7A).contains(byte) else { return }
    let digits = token.text.lowercased()
    let bases = ["0x": "hexadecimal", "0o": "octal", "0b": "binary"]
    let kind = token.kind == .imaginary ? "imaginary" : bases[String(digits.prefix(2))] ?? "decimal"
    found.append(SyntaxWarning("invalid \(kind) literal", line: token.range.start.line))
  }

  /// What is said of the first backslash that begins no escape.
  private static func invalidEscape(in text: Substring, isBytes: Bool) -> String? {
    let known = isBytes ? "\n\\'\"abfnrtv01234567x" : "\n\\'\"abfnrtv01234567xuUN"
    var rest = text.unicodeScalars[...]
    while let place = rest.firstIndex(of: "\\") {
      rest = rest[rest.index(after: place)...]
      guard let mark = rest.popFirst() else { return nil }
      if !known.unicodeScalars.contains(mark), mark.isASCII { return "invalid escape sequence '\\\(mark)'" }
      guard ("4"..."7").contains(mark) else { continue }
      let digits =
        String(mark) + String(String.UnicodeScalarView(rest.prefix { ("0"..."7").contains($0) }.prefix(2)))
      if digits.count == 3 { return "invalid octal escape sequence '\\\(digits)'" }
    }
    return nil
  }
}
