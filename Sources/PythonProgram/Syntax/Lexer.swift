import Foundation

/// Cuts a program's text into tokens, with the indentation that Python's blocks are made of.
///
/// Source: the Python language reference, “Lexical analysis”.
struct Lexer {
  let source: SourceText
  private var bytes: [UInt8] { source.bytes }
  private(set) var offset = 0
  private var line = 1
  private var lineStart = 0
  private(set) var tokens: [Token] = []
  /// The bracket that is open at the end.
  private(set) var unclosed: SourceRange?
  /// The columns of the blocks that are open, counted with tabs to eight and with tabs as one.
  private var indents: [(column: Int, alternative: Int)] = [(0, 0)]
  /// The brackets that are open, with their places.
  private var brackets: [(text: String, range: SourceRange)] = []

  /// How deep blocks and brackets may be nested, as in CPython.
  static let deepestBlock = 100
  static let deepestBracket = 200

  private init(_ source: SourceText) { self.source = source }

  /// The tokens of a text, the last one of kind `end`, and the bracket that is never closed.
  ///
  /// - Throws: ``ProgramError`` at the first place that is no word of Python.
  /// - Complexity: O(*n*).
  static func tokens(
    of source: SourceText
  ) throws(ProgramError) -> (tokens: [Token], unclosed: SourceRange?) {
    var lexer = Lexer(source)
    try lexer.run()
    return (lexer.tokens, lexer.unclosed)
  }

  private mutating func run() throws(ProgramError) {
    while offset < bytes.count {
      try readIndentation()
      try readLine()
    }
    unclosed = brackets.last?.range
    let end = SourcePosition(line: line, column: 0)
    if let last = tokens.last, last.kind != .newline { append(.newline, "", from: last.range.end) }
    while indents.count > 1 {
      indents.removeLast()
      tokens.append(Token(kind: .dedent, text: "", range: SourceRange(end, end)))
    }
    tokens.append(Token(kind: .end, text: "", range: SourceRange(end, end)))
  }

  // MARK: Places

  var position: SourcePosition { SourcePosition(line: line, column: offset - lineStart) }

  func byte(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  mutating func advance(_ count: Int = 1) {
    for _ in 0..<count {
      if byte() == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
  }

  func text(from start: Int, to end: Int? = nil) -> String {
    String(decoding: bytes[start..<(end ?? offset)], as: UTF8.self)
  }

  mutating func append(_ kind: Token.Kind, _ text: String, from start: SourcePosition) {
    tokens.append(Token(kind: kind, text: text, range: SourceRange(start, position)))
  }

  func fail(_ message: String, from start: SourcePosition, _ kind: ProgramError.Kind = .syntax)
    -> ProgramError
  {
    ProgramError(kind, message, SourceRange(start, max(position, start)))
  }

  // MARK: Lines

  /// Reads the white space before a line, and opens and closes blocks by it; blank lines count for nothing.
  private mutating func readIndentation() throws(ProgramError) {
    var column = 0
    var alternative = 0
    while true {
      switch byte() {
      case 0x20:
        column += 1
        alternative += 1
      case 0x09:
        column = (column / 8 + 1) * 8
        alternative += 1
      case 0x0C:
        column = 0
        alternative = 0
      case 0x5C where byte(1) == 0x0A && offset + 2 < bytes.count:
        // A line may be continued before it has begun.
        advance()
      default:
        if byte() == 0x23 || byte() == 0x0A || offset >= bytes.count { return }
        return try setIndentation(column, alternative)
      }
      advance()
    }
  }

  private mutating func setIndentation(_ column: Int, _ alternative: Int) throws(ProgramError) {
    guard let current = indents.last else { return }
    let start = position
    if column == current.column {
      guard alternative == current.alternative else { throw inconsistent() }
    } else if column > current.column {
      guard alternative > current.alternative else { throw inconsistent() }
      guard indents.count < Self.deepestBlock else {
        throw fail("too many levels of indentation", from: start, .indentation)
      }
      indents.append((column, alternative))
      append(.indent, "", from: start)
    } else {
      while let open = indents.last, column < open.column {
        indents.removeLast()
        append(.dedent, "", from: start)
      }
      guard let open = indents.last, column == open.column else {
        let line = source.line(start.line)?.count ?? 0
        throw ProgramError(
          .indentation, "unindent does not match any outer indentation level",
          SourceRange(
            SourcePosition(line: start.line, column: line), SourcePosition(line: start.line, column: line + 1)
          ))
      }
      guard alternative == open.alternative else { throw inconsistent() }
    }
  }

  private func inconsistent() -> ProgramError {
    let start = SourcePosition(line: position.line, column: 0)
    return ProgramError(.tab, "inconsistent use of tabs and spaces in indentation", SourceRange(start, start))
  }

  /// Reads up to the end of a logical line.
  private mutating func readLine() throws(ProgramError) {
    while offset < bytes.count {
      switch byte() {
      case 0x20, 0x09, 0x0C: advance()
      case 0x23: while offset < bytes.count, byte() != 0x0A { advance() }
      case 0x0A:
        let start = position
        if !brackets.isEmpty {
          advance()
          continue
        }
        let isBlank = tokens.last.map { [.newline, .indent, .dedent].contains($0.kind) } ?? true
        if !isBlank || tokens.last?.kind == .indent { endLine(from: start) } else { advance() }
        return
      case 0x5C:
        let start = position
        guard byte(1) == 0x0A else {
          advance()
          throw fail("unexpected character after line continuation character", from: position)
        }
        guard offset + 2 < bytes.count else { throw fail("unexpected EOF while parsing", from: start) }
        advance(2)
      default: try readToken()
      }
    }
  }

  private mutating func endLine(from start: SourcePosition) {
    tokens.append(
      Token(
        kind: .newline, text: "\n",
        range: SourceRange(start, SourcePosition(line: start.line, column: start.column + 1))))
    advance()
  }

  // MARK: Tokens

  mutating func readToken() throws(ProgramError) {
    let start = position
    let first = offset
    if isDigit(byte()) || byte() == 0x2E && isDigit(byte(1)) { return try readNumber() }
    if let prefix = stringPrefix() { return try readString(prefixLength: prefix) }
    if isNameStart(byte()) {
      while isNamePart(byte()) { advance() }
      return try finishName(text(from: first), from: start)
    }
    if byte() == 0x3C, byte(1) == 0x3E {
      advance(2)
      return append(.symbol, "<>", from: start)
    }
    for (index, signs) in Token.signs.enumerated() {
      let length = 3 - index
      guard offset + length <= bytes.count else { continue }
      let candidate = text(from: offset, to: offset + length)
      guard signs.contains(candidate) else { continue }
      if candidate == "!" { break }
      try keepBrackets(candidate, from: start)
      advance(length)
      return append(.symbol, candidate, from: start)
    }
    advance()
    throw fail("invalid syntax", from: start)
  }

  private mutating func finishName(_ text: String, from start: SourcePosition) throws(ProgramError) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return append(Token.keywords.contains(text) ? .symbol : .name, text, from: start)
    }
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let properties = scalar.properties
      let isPart = index == 0 ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
      guard isPart else {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(4 - code.count, 0)) + code
        let isPrintable =
          !properties.isWhitespace && properties.generalCategory != .control
          && properties.generalCategory != .format
        let message =
          isPrintable
          ? "invalid character '\(scalar)' (U+\(padded))" : "invalid non-printable character U+\(padded)"
        let before = text.unicodeScalars.prefix(index).reduce(0) { $0 + UTF8.width($1) }
        let place = SourcePosition(line: start.line, column: start.column + before)
        throw ProgramError(
          message,
          SourceRange(place, SourcePosition(line: start.line, column: place.column + UTF8.width(scalar))))
      }
    }
    append(.name, text.precomposedStringWithCompatibilityMapping, from: start)
  }

  /// Notes which brackets are open, so that each is closed by its own.
  private mutating func keepBrackets(_ sign: String, from start: SourcePosition) throws(ProgramError) {
    let closing = ["(": ")", "[": "]", "{": "}"]
    if closing[sign] != nil {
      guard brackets.count < Self.deepestBracket else {
        throw fail("too many nested parentheses", from: start)
      }
      var end = start
      end.column += 1
      brackets.append((sign, SourceRange(start, end)))
      return
    }
    guard [")", "]", "}"].contains(sign) else { return }
    var end = start
    end.column += 1
    guard let open = brackets.popLast() else {
      throw ProgramError("unmatched '\(sign)'", SourceRange(start, end))
    }
    guard closing[open.text] == sign else {
      let place = open.range.start.line == start.line ? "" : " on line \(open.range.start.line)"
      throw ProgramError(
        "closing parenthesis '\(sign)' does not match opening parenthesis '\(open.text)'\(place)",
        SourceRange(start, end))
    }
  }

  /// How many brackets are open.
  var bracketCount: Int { brackets.count }

  /// Forgets the brackets beyond a number, where a part of a formatted string ends.
  mutating func closeBrackets(to count: Int) { brackets.removeLast(brackets.count - count) }

  func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte >= 0x80
  }

  func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }
}
