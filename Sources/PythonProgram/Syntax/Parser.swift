/// Reads the tokens of a program as statements and expressions: by recursive descent, operators by their precedence.
///
/// Source: the Python language reference, “Full grammar specification”.
package struct Parser {
  let source: SourceText
  let tokens: [Token]
  private let unclosed: SourceRange?
  var index = 0
  /// How deep what is read is nested.
  private var depth = 0
  /// How deep it may be: what is deeper is refused, since each level takes a part of the stack.
  static let deepest = 600
  /// How many operators, calls or attributes may follow each other.
  static let longestChain = 2_500

  private init(_ source: SourceText) throws(ProgramError) {
    self.source = source
    (tokens, unclosed) = try Lexer.tokens(of: source)
  }

  /// The statements of a program.
  ///
  /// - Throws: ``ProgramError`` where CPython's parser would refuse it, and for constructs that are left out.
  /// - Complexity: O(*n*) in the text.
  package static func statements(of source: SourceText) throws(ProgramError) -> [Statement] {
    var parser = try Parser(source)
    do throws(ProgramError) {
      return try parser.program()
    } catch {
      throw parser.explained(error)
    }
  }

  /// The error of a bracket that is never closed, where another error comes on a line below it for that reason.
  private func explained(_ error: ProgramError) -> ProgramError {
    let isAtEnd = index >= tokens.count - 2
    guard let unclosed, isAtEnd || token.range.start.line > unclosed.start.line else { return error }
    let line = source.line(unclosed.start.line) ?? []
    let sign = String(decoding: line.dropFirst(unclosed.start.column).prefix(1), as: UTF8.self)
    return ProgramError("'\(sign)' was never closed", unclosed)
  }

  private mutating func program() throws(ProgramError) -> [Statement] {
    var parser = self
    defer { self = parser }
    var statements: [Statement] = []
    while parser.token.kind != .end {
      if parser.token.kind == .newline {
        parser.index += 1
        continue
      }
      if parser.token.kind == .indent {
        throw ProgramError(.indentation, "unexpected indent", parser.indentRange())
      }
      statements += try parser.statement()
    }
    return statements
  }

  /// The one expression of a text, as `eval` takes it.
  package static func expression(of source: SourceText) throws(ProgramError) -> Expression {
    var parser = try Parser(source)
    do throws(ProgramError) {
      return try parser.wholeExpression()
    } catch {
      throw parser.explained(error)
    }
  }

  private mutating func wholeExpression() throws(ProgramError) -> Expression {
    var parser = self
    defer { self = parser }
    let expression = try parser.expressionList()
    while parser.token.kind == .newline { parser.index += 1 }
    guard parser.token.kind == .end else { throw parser.invalid() }
    return expression
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  func token(_ distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  var previous: Token { tokens[max(index - 1, 0)] }

  func isAt(_ symbol: String) -> Bool { token.isSymbol(symbol) }

  /// A word that is a keyword only in some places.
  func isAt(word: String) -> Bool { token.kind == .name && token.text == word }

  /// Takes a symbol, if it is next.
  mutating func take(_ symbol: String) -> Bool {
    guard isAt(symbol) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ symbol: String) throws(ProgramError) {
    guard take(symbol) else { throw invalid() }
  }

  mutating func expectName() throws(ProgramError) -> Token {
    guard token.kind == .name else { throw invalid() }
    index += 1
    return previous
  }

  /// From a token to the one before the next.
  func range(from start: SourceRange) -> SourceRange { start.to(previous.range) }

  // MARK: Errors

  /// The error of a token that cannot stand where it does.
  func invalid(_ message: String = "invalid syntax") -> ProgramError {
    let range = token.range
    switch token.kind {
    case .indent: return ProgramError(.indentation, "unexpected indent", indentRange())
    case .dedent, .end:
      // Where nothing follows, the last line's end is where something is missing.
      var next = index
      while tokens[next].kind == .dedent { next += 1 }
      guard tokens[next].kind == .end else { return ProgramError(message, tokens[next].range) }
      var last = index
      while last > 0, tokens[last].kind != .newline { last -= 1 }
      return ProgramError(message, tokens[last].range)
    default: return ProgramError(message, range)
    }
  }

  func indentRange() -> SourceRange {
    let end = token.range.end
    let last = SourcePosition(line: end.line, column: max(end.column - 1, 0))
    return SourceRange(last, last)
  }

  /// Refuses a construct that is left out here.
  func leftOut(_ what: String, _ range: SourceRange) -> ProgramError {
    ProgramError("\(what) is not supported here", range)
  }

  // MARK: Depth

  /// Reads something nested one level deeper.
  mutating func nested<Result>(
    _ read: (inout Parser) throws(ProgramError) -> Result
  ) throws(ProgramError) -> Result {
    guard depth < Self.deepest else { throw ProgramError("too many nested expressions", token.range) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
