extension Parser {
  /// The statements of a line, or one compound statement.
  mutating func statement() throws(ProgramError) -> [Statement] {
    if let compound = try compoundStatement() { return [compound] }
    return try simpleStatements()
  }

  /// Simple statements up to the line's end, with semicolons between them.
  mutating func simpleStatements() throws(ProgramError) -> [Statement] {
    var statements = [try simpleStatement()]
    while take(";") {
      if token.kind == .newline { break }
      statements.append(try simpleStatement())
    }
    guard token.kind == .newline || token.kind == .end else { throw leftover(after: statements) }
    if token.kind == .newline { index += 1 }
    return statements
  }

  /// The error of what follows a whole statement on its line.
  private func leftover(after statements: [Statement]) -> ProgramError {
    if case .expression(let value)? = statements.last?.kind {
      if case .name(let name) = value.kind, name == "print" || name == "exec", startsExpression {
        var ahead = self
        if (try? ahead.expressionList()) != nil {
          return ProgramError(
            "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
            value.outer.to(ahead.previous.range))
        }
      }
    }
    if isAt("not") { return ProgramError("invalid syntax", token(1).range) }
    return invalid()
  }

  private mutating func simpleStatement() throws(ProgramError) -> Statement {
    let start = token.range
    if token.kind == .symbol {
      switch token.text {
      case "pass": return word(.pass)
      case "break": return word(.break)
      case "continue": return word(.continue)
      case "return":
        index += 1
        let value = startsExpression ? try expressionList() : nil
        return Statement(.return(value), range(from: start))
      case "raise": return try raiseStatement()
      case "del": return try deleteStatement()
      case "assert":
        index += 1
        let condition = try expression()
        let message = take(",") ? try expression() : nil
        return Statement(.assert(condition, message: message), range(from: start))
      case "global", "nonlocal": return try scopeStatement()
      case "import": return try importStatement()
      case "from": return try importFromStatement()
      case "async": throw leftOut("'async'", token.range)
      default: break
      }
    }
    if isAt(word: "type"), token(1).kind == .name, token(2).isSymbol("=") || token(2).isSymbol("[") {
      throw leftOut("the 'type' statement", token.range)
    }
    return try expressionStatement()
  }

  private mutating func word(_ kind: Statement.Kind) -> Statement {
    index += 1
    return Statement(kind, previous.range)
  }

  // MARK: Assignments

  private mutating func expressionStatement() throws(ProgramError) -> Statement {
    let start = token.range
    let first = isAt("yield") ? try yieldExpression() : try expressionList()
    if isAt(":") { return try annotatedAssignment(first) }
    if token.kind == .symbol, token.text.hasSuffix("="),
      let sign = BinarySign(rawValue: String(token.text.dropLast()))
    {
      switch first.kind {
      case .name, .attribute, .item: break
      default:
        throw ProgramError(
          "'\(description(of: first))' is an illegal expression for augmented assignment", first.range)
      }
      index += 1
      let value = isAt("yield") ? try yieldExpression() : try expressionList()
      return Statement(.augmentedAssign(target: first, sign, value: value), range(from: start))
    }
    guard isAt("=") else { return Statement(.expression(first), first.range) }
    var targets: [Expression] = []
    var value = first
    while isAt("=") {
      try checkAssignment(value, isFirst: targets.isEmpty)
      index += 1
      targets.append(value)
      value = isAt("yield") ? try yieldExpression() : try expressionList()
    }
    return Statement(.assign(targets: targets, value: value), range(from: start))
  }

  private func checkAssignment(_ target: Expression, isFirst: Bool) throws(ProgramError) {
    if case .starred = target.kind {
      throw ProgramError("starred assignment target must be in a list or tuple", target.range)
    }
    if case .yield = target.kind, !target.isParenthesized {
      throw ProgramError("assignment to yield expression not possible", target.range)
    }
    try checkTarget(target, isAlone: isFirst)
  }

  private mutating func annotatedAssignment(_ target: Expression) throws(ProgramError) -> Statement {
    switch target.kind {
    case .name, .attribute, .item: break
    case .list: throw ProgramError("only single target (not list) can be annotated", target.range)
    case .tuple: throw ProgramError("only single target (not tuple) can be annotated", target.range)
    default: throw invalid()
    }
    index += 1
    let annotation = try expression()
    var value: Expression?
    if take("=") { value = isAt("yield") ? try yieldExpression() : try expressionList() }
    var isSimple = false
    if case .name = target.kind { isSimple = !target.isParenthesized }
    return Statement(
      .annotatedAssign(target: target, annotation: annotation, value: value, isSimple: isSimple),
      range(from: target.outer))
  }

  // MARK: Others

  private mutating func raiseStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    guard startsExpression else { return Statement(.raise(nil, cause: nil), range(from: start)) }
    let value = try expression()
    let cause = take("from") ? try expression() : nil
    return Statement(.raise(value, cause: cause), range(from: start))
  }

  private mutating func deleteStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    guard startsExpression else { throw invalid() }
    var targets: [Expression] = []
    repeat {
      guard startsExpression else { break }
      let target = try starredExpression()
      try checkDeletion(target)
      targets.append(target)
    } while take(",")
    return Statement(.delete(targets), range(from: start))
  }

  private mutating func scopeStatement() throws(ProgramError) -> Statement {
    let start = token.range
    let isGlobal = isAt("global")
    index += 1
    var names: [String] = []
    repeat { names.append(try expectName().text) } while take(",")
    return Statement(isGlobal ? .global(names) : .nonlocal(names), range(from: start))
  }

  private mutating func dottedName() throws(ProgramError) -> (name: String, range: SourceRange) {
    let first = try expectName()
    var name = first.text
    while take(".") { name += "." + (try expectName()).text }
    return (name, range(from: first.range))
  }

  private mutating func importStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    var names: [Statement.ImportedName] = []
    repeat {
      let (name, place) = try dottedName()
      let alias = take("as") ? try expectName().text : nil
      names.append(Statement.ImportedName(name: name, alias: alias, range: range(from: place)))
    } while take(",")
    if isAt("from") {
      index += 1
      _ = try dottedName()
      throw ProgramError("Did you mean to use 'from ... import ...' instead?", range(from: start))
    }
    return Statement(.import(names), range(from: start))
  }

  private mutating func importFromStatement() throws(ProgramError) -> Statement {
    let start = token.range
    index += 1
    var level = 0
    while isAt(".") || isAt("...") {
      level += token.text.count
      index += 1
    }
    let module = level > 0 && isAt("import") ? nil : try dottedName().name
    try expect("import")
    if take("*") {
      let star = Statement.ImportedName(name: "*", alias: nil, range: previous.range)
      return Statement(.importFrom(module: module, level: level, names: [star]), range(from: start))
    }
    let isEnclosed = take("(")
    var names: [Statement.ImportedName] = []
    repeat {
      if isEnclosed, isAt(")"), !names.isEmpty { break }
      if !isEnclosed, token.kind == .newline, !names.isEmpty {
        throw ProgramError("trailing comma not allowed without surrounding parentheses", token.range)
      }
      if names.isEmpty, token.kind == .newline {
        throw ProgramError("Expected one or more names after 'import'", token.range)
      }
      let name = try expectName()
      let alias = take("as") ? try expectName().text : nil
      names.append(Statement.ImportedName(name: name.text, alias: alias, range: range(from: name.range)))
    } while take(",")
    if isEnclosed { try expect(")") }
    return Statement(.importFrom(module: module, level: level, names: names), range(from: start))
  }
}
