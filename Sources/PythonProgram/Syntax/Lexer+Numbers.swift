extension Lexer {
  /// Reads a number: an integer of any base, a float, or an imaginary number.
  mutating func readNumber() throws(ProgramError) {
    let start = position
    let first = offset
    if byte() == 0x30, let base = Self.bases[byte(1) | 0x20] {
      return try readInteger(of: base, from: start, first)
    }
    var kind = Token.Kind.integer
    try readDigits("decimal", from: start)
    if byte() == 0x2E {
      kind = .float
      advance()
      if isDigit(byte()) { try readDigits("decimal", from: start) }
    }
    if byte() | 0x20 == 0x65 {
      let sign = byte(1) == 0x2B || byte(1) == 0x2D ? 1 : 0
      if isDigit(byte(1 + sign)) {
        kind = .float
        advance(1 + sign)
        try readDigits("decimal", from: start)
      }
    }
    if byte() | 0x20 == 0x6A {
      kind = .imaginary
      advance()
    }
    let text = text(from: first)
    if kind == .integer, text.first == "0", text.contains(where: { $0 != "0" && $0 != "_" }) {
      let zeros = text.prefix { $0 == "0" || $0 == "_" }.utf8.count
      throw ProgramError(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        SourceRange(start, SourcePosition(line: start.line, column: start.column + zeros)))
    }
    try endNumber(kind == .imaginary ? "imaginary" : "decimal", from: start)
    append(kind, text, from: start)
  }

  private static let bases: [UInt8: (name: String, base: UInt8)] = [
    0x78: ("hexadecimal", 16), 0x6F: ("octal", 8), 0x62: ("binary", 2),
  ]

  private mutating func readInteger(
    of base: (name: String, base: UInt8), from start: SourcePosition, _ first: Int
  ) throws(ProgramError) {
    advance(2)
    var count = 0
    while true {
      if byte() == 0x5F { advance() }
      guard let value = value(of: byte()), value < base.base else { break }
      advance()
      count += 1
    }
    if base.base < 16, isDigit(byte()) {
      let digit = Character(Unicode.Scalar(byte()))
      advance()
      throw last("invalid digit '\(digit)' in \(base.name) literal")
    }
    guard count > 0, bytes(before: 1) != 0x5F else {
      throw last("invalid \(base.name) literal")
    }
    try endNumber(base.name, from: start)
    append(.integer, text(from: first), from: start)
  }

  private func bytes(before distance: Int) -> UInt8 { source.bytes[offset - distance] }

  private func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private mutating func readDigits(_ name: String, from start: SourcePosition) throws(ProgramError) {
    while isDigit(byte()) || byte() == 0x5F {
      if byte() == 0x5F, !isDigit(byte(1)) {
        advance()
        throw last("invalid \(name) literal")
      }
      advance()
    }
  }

  /// Refuses a name that follows a number at once; a keyword may.
  private mutating func endNumber(_ name: String, from start: SourcePosition) throws(ProgramError) {
    guard name == "imaginary" ? isNamePart(byte()) : isNameStart(byte()) else { return }
    let first = offset
    var end = offset
    while end < source.bytes.count, isNamePart(source.bytes[end]) { end += 1 }
    let word = text(from: first, to: end)
    let allowed = ["and", "else", "for", "if", "in", "is", "not", "or"]
    if allowed.contains(where: { word.hasPrefix($0) }) { return }
    throw last("invalid \(name) literal")
  }

  /// An error at the character that was read last.
  private func last(_ message: String) -> ProgramError {
    let place = SourcePosition(line: position.line, column: position.column - 1)
    return ProgramError(message, SourceRange(place, place))
  }
}
