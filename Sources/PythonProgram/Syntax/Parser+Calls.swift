extension Parser {
  /// The arguments of a call, with its parentheses.
  mutating func arguments() throws(ProgramError) -> [CallArgument] {
    let open = token.range
    try expect("(")
    var arguments: [CallArgument] = []
    var keywordSeen = false
    var unpackingSeen = false
    while !isAt(")") {
      if take("**") {
        arguments.append(.doubleStarred(try expression()))
        unpackingSeen = true
      } else if take("*") {
        if unpackingSeen {
          let comma = tokens[index - 2].range
          let value = try expression()
          throw ProgramError(
            "iterable argument unpacking follows keyword argument unpacking", comma.to(value.range))
        }
        arguments.append(.starred(try starredArgument(isFirst: arguments.isEmpty)))
      } else if token.kind == .name, token(1).isSymbol("=") {
        arguments.append(try keywordArgument())
        keywordSeen = true
      } else {
        let value = try namedExpression()
        if isAt("for") || isAt("async") {
          arguments.append(.positional(try generatorArgument(value, open, isOnly: arguments.isEmpty)))
          if isAt(")") { break }
          continue
        }
        if isAt("=") { throw keywordError(value) }
        if keywordSeen || unpackingSeen {
          let what = unpackingSeen ? "keyword argument unpacking" : "keyword argument"
          throw ProgramError("positional argument follows \(what)", token.range)
        }
        arguments.append(.positional(value))
      }
      guard take(",") else { break }
    }
    guard take(")") else {
      if case .positional(let value)? = arguments.last { throw forgottenComma(after: value) }
      throw invalid()
    }
    return arguments
  }

  /// What stands behind a star.
  private mutating func starredArgument(isFirst: Bool) throws(ProgramError) -> Expression {
    let star = previous.range
    let value = try expression()
    if isAt("for") || isAt("async") {
      _ = try comprehensionParts()
      if isFirst {
        throw ProgramError(
          "iterable unpacking cannot be used in comprehension", star.to(value.outer))
      }
      throw ProgramError("Generator expression must be parenthesized", range(from: star))
    }
    return value
  }

  private mutating func keywordArgument() throws(ProgramError) -> CallArgument {
    let name = token
    index += 2
    if isAt(",") || isAt(")") {
      throw ProgramError("expected argument value expression", name.range.to(previous.range))
    }
    return .keyword(name.text, try expression(), nameRange: name.range)
  }

  private func keywordError(_ value: Expression) -> ProgramError {
    switch value.kind {
    case .constant(.true), .constant(.false), .constant(.none):
      return ProgramError("cannot assign to \(description(of: value))", value.outer.to(token.range))
    default:
      return ProgramError(
        "expression cannot contain assignment, perhaps you meant \"==\"?", value.outer.to(token.range))
    }
  }

  /// A generator expression whose parentheses are those of the call.
  private mutating func generatorArgument(
    _ element: Expression, _ open: SourceRange, isOnly: Bool
  ) throws(ProgramError) -> Expression {
    let parts = try comprehensionParts()
    let isAlone = isOnly && isAt(")")
    if !isAlone {
      throw ProgramError("Generator expression must be parenthesized", element.outer.to(previous.range))
    }
    return Expression(
      .comprehension(.generator, element: element, value: nil, parts), open.to(token.range))
  }

  // MARK: Parameters

  /// The parameters of a function up to a sign, which stays.
  mutating func parameters(until end: String, annotated: Bool) throws(ProgramError) -> Parameters {
    var parameters = Parameters()
    var seen: [Parameters.Parameter] = []
    var hasStar = false
    var standardSeen = false
    while !isAt(end) {
      if parameters.keywords != nil {
        throw ProgramError("arguments cannot follow var-keyword argument", token.range)
      }
      if isAt("/") {
        guard !seen.isEmpty || !token(1).isSymbol(",") || hasStar else {
          throw ProgramError("at least one argument must precede /", token.range)
        }
        if seen.isEmpty, parameters.positionalOnly.isEmpty, !hasStar { throw invalid() }
        guard parameters.positionalOnly.isEmpty else {
          throw ProgramError("/ may appear only once", token.range)
        }
        guard !hasStar else { throw ProgramError("/ must be ahead of *", token.range) }
        index += 1
        parameters.positionalOnly = seen
        seen = []
      } else if take("**") {
        parameters.keywords = try parameter(annotated, mayHaveStandard: false)
      } else if isAt("*") {
        guard !hasStar else { throw ProgramError("* argument may appear only once", token.range) }
        let star = token.range
        index += 1
        hasStar = true
        parameters.positional = seen
        if isAt(end) || isAt(",") && (token(1).isSymbol(end) || token(1).isSymbol("**")) {
          throw ProgramError("named arguments must follow bare *", star)
        }
        if !isAt(",") { parameters.rest = try parameter(annotated, mayHaveStandard: false, isRest: true) }
      } else {
        let next = try parameter(annotated, mayHaveStandard: true)
        if hasStar {
          parameters.keywordOnly.append(next)
        } else {
          if next.standard == nil, standardSeen {
            throw ProgramError(
              "parameter without a default follows parameter with a default", next.range)
          }
          standardSeen = standardSeen || next.standard != nil
          seen.append(next)
        }
      }
      guard take(",") else { break }
    }
    if !hasStar { parameters.positional = seen }
    return parameters
  }

  private mutating func parameter(
    _ annotated: Bool, mayHaveStandard: Bool, isRest: Bool = false
  ) throws(ProgramError) -> Parameters.Parameter {
    let name = try expectName()
    var parameter = Parameters.Parameter(name: name.text, range: name.range)
    if annotated, take(":") { parameter.annotation = isRest ? try starredExpression() : try expression() }
    if isAt("=") {
      guard mayHaveStandard else {
        let kind = isRest ? "var-positional" : "var-keyword"
        throw ProgramError("\(kind) argument cannot have default value", token.range)
      }
      index += 1
      guard startsExpression else {
        guard annotated else { throw invalid() }
        throw ProgramError("expected default value expression", previous.range)
      }
      parameter.standard = try expression()
    }
    return parameter
  }
}
