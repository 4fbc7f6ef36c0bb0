extension Lexer {
  /// How many letters of a prefix stand before a string that begins here; `nil` where none begins.
  func stringPrefix() -> Int? {
    var length = 0
    var letters: Set<UInt8> = []
    while length < 3 {
      let byte = byte(length)
      if byte == 0x22 || byte == 0x27 { break }
      let letter = byte | 0x20
      guard [0x72, 0x62, 0x66, 0x75].contains(letter), letters.insert(letter).inserted else { return nil }
      length += 1
    }
    guard byte(length) == 0x22 || byte(length) == 0x27 else { return nil }
    let isAllowed =
      length < 2 || letters.contains(0x72) && (letters.contains(0x62) || letters.contains(0x66))
    return isAllowed ? length : nil
  }

  /// Reads a string, whose prefix has a number of letters.
  mutating func readString(prefixLength: Int) throws(ProgramError) {
    let start = position
    let first = offset
    let prefix = text(from: offset, to: offset + prefixLength).lowercased()
    advance(prefixLength)
    let quote = Quote(byte: byte(), isTriple: byte(1) == byte() && byte(2) == byte())
    advance(quote.length)
    if prefix.contains("f") {
      append(.formattedStart, text(from: first), from: start)
      return try readFormatted(quote, isRaw: prefix.contains("r"), from: start, depth: 0)
    }
    while true {
      guard offset < source.bytes.count, byte() != 0x0A || quote.isTriple else {
        throw unterminated(quote, "string", from: start)
      }
      if byte() == 0x5C {
        advance(offset + 1 < source.bytes.count ? 2 : 1)
      } else if isAt(quote) {
        advance(quote.length)
        return append(.string, text(from: first), from: start)
      } else {
        advance()
      }
    }
  }

  /// What a string ends with.
  struct Quote {
    var byte: UInt8
    var isTriple: Bool
    var length: Int { isTriple ? 3 : 1 }
  }

  private func isAt(_ quote: Quote) -> Bool {
    byte() == quote.byte && (!quote.isTriple || byte(1) == quote.byte && byte(2) == quote.byte)
  }

  private func unterminated(_ quote: Quote, _ noun: String, from start: SourcePosition) -> ProgramError {
    let line = offset >= source.bytes.count ? max(position.line - 1, start.line) : position.line
    let kind = quote.isTriple ? "triple-quoted " : ""
    return ProgramError(
      "unterminated \(kind)\(noun) literal (detected at line \(line))",
      SourceRange(start, SourcePosition(line: start.line, column: start.column + 1)))
  }

  // MARK: Formatted strings

  /// How deep replacement fields may be nested in format specifications, as in CPython.
  private static let deepestField = 2

  /// Reads a formatted string up to its end: text, and fields between braces.
  private mutating func readFormatted(
    _ quote: Quote, isRaw: Bool, from start: SourcePosition, depth: Int
  ) throws(ProgramError) {
    while true {
      try readFormattedText(quote, isRaw: isRaw, isSpecification: false, from: start)
      if isAt(quote) {
        let end = position
        advance(quote.length)
        return append(.formattedEnd, text(from: offset - quote.length), from: end)
      }
      try readField(quote, isRaw: isRaw, from: start, depth: depth)
    }
  }

  /// Reads the text between fields, in which doubled braces stand for one.
  private mutating func readFormattedText(
    _ quote: Quote, isRaw: Bool, isSpecification: Bool, from start: SourcePosition
  ) throws(ProgramError) {
    let place = position
    var bytes: [UInt8] = []
    while true {
      guard offset < source.bytes.count, byte() != 0x0A || quote.isTriple else {
        if isSpecification, offset < source.bytes.count { break }
        throw unterminated(quote, "f-string", from: start)
      }
      if isAt(quote) { break }
      if byte() == 0x7B {
        guard byte(1) == 0x7B, !isSpecification else { break }
        bytes.append(0x7B)
        advance(2)
      } else if byte() == 0x7D {
        if isSpecification { break }
        guard byte(1) == 0x7D else {
          let here = position
          advance()
          throw fail("f-string: single '}' is not allowed", from: here)
        }
        bytes.append(0x7D)
        advance(2)
      } else if byte() == 0x5C, !isRaw, byte(1) == 0x4E, byte(2) == 0x7B {
        // A character's name stands in braces that are none of a field's.
        while offset < source.bytes.count, byte() != 0x7D, byte() != 0x0A { keep(&bytes) }
        if byte() == 0x7D { keep(&bytes) }
      } else if byte() == 0x5C, byte(1) != 0x7B, byte(1) != 0x7D, offset + 1 < source.bytes.count {
        keep(&bytes)
        keep(&bytes)
      } else {
        keep(&bytes)
      }
    }
    if !bytes.isEmpty { append(.formattedText, String(decoding: bytes, as: UTF8.self), from: place) }
  }

  private mutating func keep(_ bytes: inout [UInt8]) {
    bytes.append(byte())
    advance()
  }

  /// Reads a field: an expression, then perhaps `=`, a conversion, and a format specification.
  private mutating func readField(
    _ quote: Quote, isRaw: Bool, from start: SourcePosition, depth: Int
  ) throws(ProgramError) {
    let place = position
    try openField(from: place)
    let open = bracketCount
    while true {
      let here = position
      guard offset < source.bytes.count else {
        throw ProgramError(
          "'{' was never closed",
          SourceRange(place, SourcePosition(line: place.line, column: place.column + 1)))
      }
      let isOutermost = bracketCount == open
      switch byte() {
      case 0x20, 0x09, 0x0C, 0x0A: advance()
      case 0x23: while offset < source.bytes.count, byte() != 0x0A { advance() }
      case 0x5C where byte(1) == 0x0A: advance(2)
      case 0x7D where isOutermost:
        advance()
        closeBrackets(to: open - 1)
        return append(.symbol, "}", from: here)
      case 0x21 where isOutermost && byte(1) != 0x3D:
        advance()
        append(.symbol, "!", from: here)
      case 0x3A where isOutermost:
        guard depth < Self.deepestField else {
          throw ProgramError("f-string: expressions nested too deeply", SourceRange(here, here))
        }
        advance()
        append(.symbol, ":", from: here)
        return try readSpecification(quote, isRaw: isRaw, from: start, depth: depth, open: open)
      default:
        let mayEnd = isAt(quote)
        do throws(ProgramError) {
          try readToken()
        } catch {
          // What looks like a string of its own that never ends is the end of this one.
          guard mayEnd, error.message.hasPrefix("unterminated") else { throw error }
          throw ProgramError("f-string: expecting '}'", SourceRange(here, here))
        }
      }
    }
  }

  private mutating func openField(from place: SourcePosition) throws(ProgramError) {
    try readToken()
    if tokens.last?.isSymbol("{") != true { throw fail("f-string: invalid syntax", from: place) }
  }

  private mutating func readSpecification(
    _ quote: Quote, isRaw: Bool, from start: SourcePosition, depth: Int, open: Int
  ) throws(ProgramError) {
    while true {
      try readFormattedText(quote, isRaw: isRaw, isSpecification: true, from: start)
      let here = position
      if byte() == 0x7B {
        try readField(quote, isRaw: isRaw, from: start, depth: depth + 1)
        continue
      }
      guard byte() == 0x7D else {
        throw fail("f-string: expecting '}', or format specs", from: here)
      }
      advance()
      closeBrackets(to: open - 1)
      return append(.symbol, "}", from: here)
    }
  }
}
