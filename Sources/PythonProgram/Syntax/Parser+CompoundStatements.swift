extension Parser {
  /// A statement with a block; `nil` where none begins.
  mutating func compoundStatement() throws(ProgramError) -> Statement? {
    if token.kind == .symbol {
      switch token.text {
      case "if": return try nested { (parser) throws(ProgramError) in try parser.ifStatement() }
      case "while": return try nested { (parser) throws(ProgramError) in try parser.whileStatement() }
      case "for": return try nested { (parser) throws(ProgramError) in try parser.forStatement() }
      case "try": return try nested { (parser) throws(ProgramError) in try parser.tryStatement() }
      case "with": return try nested { (parser) throws(ProgramError) in try parser.withStatement() }
      case "def": return try nested { (parser) throws(ProgramError) in try parser.function() }
      case "class":
        return try nested { (parser) throws(ProgramError) in try parser.classStatement() }
      case "@": return try nested { (parser) throws(ProgramError) in try parser.decorated() }
      case "async": throw leftOut("'async'", token.range)
      default: return nil
      }
    }
    if isAt(word: "match"), try startsMatch() { throw leftOut("the 'match' statement", token.range) }
    return nil
  }

  /// Whether `match` begins a statement here, and is no name.
  private func startsMatch() throws(ProgramError) -> Bool {
    var ahead = self
    ahead.index += 1
    guard ahead.startsExpression, (try? ahead.expressionList()) != nil, ahead.take(":"),
      ahead.token.kind == .newline
    else { return false }
    return ahead.token(1).kind == .indent && ahead.token(2).text == "case"
  }

  // MARK: Blocks

  /// The block of a statement, after its colon.
  ///
  /// - Parameters:
  ///   - what: how the statement is called in an error.
  ///   - start: where it begins.
  mutating func block(of what: String, _ start: SourceRange) throws(ProgramError) -> [Statement] {
    guard take(":") else {
      if token.kind == .symbol, ["=", ":="].contains(token.text) { throw invalid() }
      throw ProgramError(
        "expected ':'", token.kind == .newline ? token.range : invalid().range)
    }
    guard token.kind == .newline else { return try simpleStatements() }
    index += 1
    guard token.kind == .indent else {
      throw ProgramError(
        .indentation, "expected an indented block after \(what) on line \(start.start.line)",
        blockRange())
    }
    index += 1
    var statements: [Statement] = []
    while token.kind != .dedent, token.kind != .end {
      if token.kind == .newline {
        index += 1
        continue
      }
      if token.kind == .indent { throw ProgramError(.indentation, "unexpected indent", indentRange()) }
      statements += try statement()
    }
    if token.kind == .dedent { index += 1 }
    return statements
  }

  private func blockRange() -> SourceRange {
    token.kind == .end ? SourceRange(previous.range.start, previous.range.end) : token.range
  }

  /// From a statement's start to the end of its last word.
  private func whole(_ start: SourceRange) -> SourceRange {
    var last = index - 1
    while last > 0, [.newline, .dedent, .indent].contains(tokens[last].kind) { last -= 1 }
    return start.to(tokens[last].range)
  }

  // MARK: Statements

  private mutating func ifStatement() throws(ProgramError) -> Statement {
    let start = token.range
    let word = token.text
    index += 1
    let condition = try namedExpression()
    if isAt("=") { throw equalsInCondition(condition) }
    let body = try block(of: "'\(word)' statement", start)
    var otherwise: [Statement] = []
    if isAt("elif") {
      otherwise = [try nested { (parser) throws(ProgramError) in try parser.ifStatement() }]
    } else {
      otherwise = try elseBlock()
    }
    return Statement(.if(condition, body, otherwise: otherwise), whole(start))
  }

  private func equalsInCondition(_ condition: Expression) -> ProgramError {
    switch condition.kind {
    case .name, .attribute, .item, .constant, .comparison, .call:
      var ahead = self
      ahead.index += 1
      let value = try? ahead.disjunction()
      if case .name = condition.kind {
        return ProgramError(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
          condition.outer.to(value?.range ?? token.range))
      }
      return ProgramError(
        "cannot assign to \(description(of: condition)) here. Maybe you meant '==' instead of '='?",
        condition.range)
    default: return invalid()
    }
  }

  private mutating func elseBlock() throws(ProgramError) -> [Statement] {
    let start = token.range
    return take("else") ? try block(of: "'else' statement", start) : []
  }

  private mutating func whileStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    let condition = try namedExpression()
    if isAt("=") { throw equalsInCondition(condition) }
    let body = try block(of: "'while' statement", start)
    return Statement(.while(condition, body, otherwise: try elseBlock()), whole(start))
  }

  private mutating func forStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    let target = try targetList()
    guard take("in") else { throw invalid() }
    let iterable = try expressionList()
    let body = try block(of: "'for' statement", start)
    return Statement(
      .for(target: target, iterable: iterable, body, otherwise: try elseBlock()), whole(start))
  }

  private mutating func tryStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    let body = try block(of: "'try' statement", start)
    var handlers: [Statement.Handler] = []
    while isAt("except") { handlers.append(try handler()) }
    let otherwise = handlers.isEmpty ? [] : try elseBlock()
    let finallyStart = token.range
    let finally = take("finally") ? try block(of: "'finally' statement", finallyStart) : []
    guard !handlers.isEmpty || !finally.isEmpty else {
      throw ProgramError("expected 'except' or 'finally' block", invalid().range)
    }
    return Statement(
      .try(body, handlers: handlers, otherwise: otherwise, finally: finally), whole(start))
  }

  private mutating func handler() throws(ProgramError) -> Statement.Handler {
    let start = token.range
    index += 1
    if isAt("*") { throw leftOut("'except*'", token.range) }
    var type: Expression?
    var name: String?
    if !isAt(":") {
      let first = try expression()
      if take(",") {
        let rest = try expressionList()
        throw ProgramError("multiple exception types must be parenthesized", first.outer.to(rest.range))
      }
      type = first
      if take("as") { name = try expectName().text }
    }
    let body = try block(of: "'except' statement", start)
    return Statement.Handler(type: type, name: name, body: body, range: whole(start))
  }

  private mutating func withStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    var items = try enclosedItems() ?? []
    if items.isEmpty { items = try openItems() }
    let body = try block(of: "'with' statement", start)
    return Statement(.with(items, body), whole(start))
  }

  /// Items in parentheses; `nil` where the parenthesis is an expression's own.
  private mutating func enclosedItems() throws(ProgramError) -> [Statement.WithItem]? {
    guard isAt("(") else { return nil }
    var ahead = self
    ahead.index += 1
    var items: [Statement.WithItem] = []
    while !ahead.isAt(")") {
      guard let item = try? ahead.withItem() else { return nil }
      items.append(item)
      guard ahead.take(",") else { break }
    }
    guard !items.isEmpty, ahead.take(")") else { return nil }
    guard ahead.isAt(":") else {
      if items.contains(where: { $0.target != nil }) { throw ahead.invalid() }
      return nil
    }
    self = ahead
    return items
  }

  private mutating func openItems() throws(ProgramError) -> [Statement.WithItem] {
    var items = [try withItem()]
    while take(",") { items.append(try withItem()) }
    return items
  }

  private mutating func withItem() throws(ProgramError) -> Statement.WithItem {
    let context = try expression()
    guard take("as") else { return Statement.WithItem(context: context, target: nil) }
    let start = token.range
    let isStarred = take("*")
    var target = try primary()
    if isStarred { target = Expression(.starred(target), range(from: start)) }
    try checkTarget(target)
    return Statement.WithItem(context: context, target: target)
  }

  // MARK: Definitions

  private mutating func decorated() throws(ProgramError) -> Statement {
    var decorators: [Expression] = []
    while take("@") {
      decorators.append(try namedExpression())
      guard token.kind == .newline else { throw invalid() }
      index += 1
    }
    if isAt("def") { return try function(decorators) }
    if isAt("class") { return try classStatement(decorators) }
    if isAt("async") { throw leftOut("'async'", token.range) }
    throw invalid()
  }

  private mutating func function(
    _ decorators: [Expression] = []
  ) throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    let name = try expectName()
    if isAt("[") { throw leftOut("a type parameter", token.range) }
    guard take("(") else { throw ProgramError("expected '('", invalid().range) }
    let parameters = try parameters(until: ")", annotated: true)
    try expect(")")
    let result = take("->") ? try expression() : nil
    let body = try block(of: "function definition", start)
    let function = Statement.Function(
      name: name.text, parameters: parameters, body: body, decorators: decorators, result: result)
    return Statement(.function(function), whole(start))
  }

  private mutating func classStatement(
    _ decorators: [Expression] = []
  ) throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    let name = try expectName()
    if isAt("[") { throw leftOut("a type parameter", token.range) }
    let arguments = isAt("(") ? try arguments() : []
    let body = try block(of: "class definition", start)
    let definition = Statement.Class(
      name: name.text, arguments: arguments, body: body, decorators: decorators)
    return Statement(.class(definition), whole(start))
  }
}
