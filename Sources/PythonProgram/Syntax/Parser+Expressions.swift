extension Parser {
  /// Expressions with commas between them, a tuple where there is a comma; stars allowed.
  mutating func expressionList() throws(ProgramError) -> Expression {
    let start = token.range
    let first = try starredExpression(isNamed: false)
    guard isAt(",") else { return first }
    var elements = [first]
    while take(",") {
      guard startsExpression else { break }
      elements.append(try starredExpression(isNamed: false))
    }
    return Expression(.tuple(elements), range(from: start))
  }

  /// Whether an expression can begin here.
  var startsExpression: Bool {
    switch token.kind {
    case .name, .integer, .float, .imaginary, .string, .formattedStart: true
    case .symbol:
      [
        "(", "[", "{", "-", "+", "~", "not", "lambda", "None", "True", "False", "...", "*", "yield", "await",
      ].contains(token.text)
    default: false
    }
  }

  /// An expression, or what a star takes apart.
  ///
  /// - Parameter isNamed: whether a name may be given its value here.
  mutating func starredExpression(isNamed: Bool = true) throws(ProgramError) -> Expression {
    let start = token.range
    guard take("*") else { return isNamed ? try namedExpression() : try expression() }
    let value = try nested { (parser) throws(ProgramError) in try parser.bitwiseOr() }
    return Expression(.starred(value), range(from: start))
  }

  /// An expression, or a name that is given its value: `name := value`.
  mutating func namedExpression() throws(ProgramError) -> Expression {
    guard token.kind == .name, token(1).isSymbol(":=") else {
      let value = try expression()
      if isAt(":=") {
        throw ProgramError(
          "cannot use assignment expressions with \(description(of: value))", value.range)
      }
      return value
    }
    let name = token
    index += 2
    let value = try expression()
    return Expression(
      .assignment(name: name.text, nameRange: name.range, value), range(from: name.range))
  }

  /// One expression without a comma.
  mutating func expression() throws(ProgramError) -> Expression {
    try nested { (parser) throws(ProgramError) in try parser.conditional() }
  }

  private mutating func conditional() throws(ProgramError) -> Expression {
    if isAt("lambda") { return try lambda() }
    let value = try disjunction()
    guard isAt("if") else { return value }
    index += 1
    let condition = try disjunction()
    guard take("else") else {
      throw ProgramError("expected 'else' after 'if' expression", value.outer.to(condition.outer))
    }
    let otherwise = try expression()
    return Expression(
      .conditional(condition: condition, value, otherwise: otherwise), value.outer.to(otherwise.outer))
  }

  private mutating func lambda() throws(ProgramError) -> Expression {
    let start = token.range
    index += 1
    let parameters = try parameters(until: ":", annotated: false)
    guard take(":") else { throw invalid() }
    // The colon begins a format specification.
    if token.kind == .formattedText {
      throw ProgramError(
        "f-string: lambda expressions are not allowed without parentheses", range(from: start))
    }
    let body = try expression()
    return Expression(.lambda(parameters, body), range(from: start))
  }

  mutating func disjunction() throws(ProgramError) -> Expression {
    try boolean(.or) { (parser) throws(ProgramError) in try parser.conjunction() }
  }

  private mutating func conjunction() throws(ProgramError) -> Expression {
    try boolean(.and) { (parser) throws(ProgramError) in try parser.inversion() }
  }

  private mutating func boolean(
    _ operation: BooleanOperator, _ operand: (inout Parser) throws(ProgramError) -> Expression
  ) throws(ProgramError) -> Expression {
    let first = try operand(&self)
    guard isAt(operation.rawValue) else { return first }
    var operands = [first]
    while take(operation.rawValue) { operands.append(try operand(&self)) }
    return Expression(.boolean(operation, operands), first.outer.to(previous.range))
  }

  private mutating func inversion() throws(ProgramError) -> Expression {
    let start = token.range
    guard take("not") else { return try comparison() }
    let operand = try nested { (parser) throws(ProgramError) in try parser.inversion() }
    return Expression(.unary(.not, operand), range(from: start))
  }

  private mutating func comparison() throws(ProgramError) -> Expression {
    let first = try bitwiseOr()
    var rest: [(Comparison, Expression)] = []
    while let sign = try comparisonSign() { rest.append((sign, try bitwiseOr())) }
    return rest.isEmpty ? first : Expression(.comparison(first, rest), first.outer.to(previous.range))
  }

  private mutating func comparisonSign() throws(ProgramError) -> Comparison? {
    guard token.kind == .symbol else { return nil }
    if isAt("not"), token(1).isSymbol("in") {
      index += 2
      return .notContained
    }
    if take("is") { return take("not") ? .notIdentical : .identical }
    guard let sign = Comparison(rawValue: token.text), sign != .identical else { return nil }
    index += 1
    return sign
  }

  // MARK: Operators

  /// Operators of arithmetic by how strongly they bind, the weakest first.
  private static let levels: [[BinarySign]] = [
    [.or], [.exclusiveOr], [.and], [.shiftLeft, .shiftRight], [.add, .subtract],
    [.multiply, .divide, .floorDivide, .modulo, .matrixMultiply],
  ]

  mutating func bitwiseOr() throws(ProgramError) -> Expression { try binary(0) }

  private mutating func binary(_ level: Int) throws(ProgramError) -> Expression {
    guard level < Self.levels.count else { return try factor() }
    var left = try binary(level + 1)
    var count = 0
    while token.kind == .symbol, let sign = Self.levels[level].first(where: { $0.rawValue == token.text }) {
      count += 1
      guard count <= Self.longestChain else { throw ProgramError("too many operators in a row", token.range) }
      index += 1
      let right = try binary(level + 1)
      left = Expression(.binary(left, sign, right), left.outer.to(right.outer))
    }
    return left
  }

  private mutating func factor() throws(ProgramError) -> Expression {
    let start = token.range
    for operation in [UnaryOperator.minus, .plus, .invert] where isAt(operation.rawValue) {
      index += 1
      let operand = try nested { (parser) throws(ProgramError) in try parser.factor() }
      return Expression(.unary(operation, operand), range(from: start))
    }
    return try power()
  }

  private mutating func power() throws(ProgramError) -> Expression {
    if isAt("await") { throw leftOut("'await'", token.range) }
    let base = try primary()
    guard take("**") else { return base }
    let exponent = try nested { (parser) throws(ProgramError) in try parser.factor() }
    return Expression(.binary(base, .power, exponent), base.outer.to(exponent.outer))
  }

  /// An atom with the attributes, calls and subscripts that follow it.
  mutating func primary() throws(ProgramError) -> Expression {
    var value = try atom()
    var count = 0
    while token.kind == .symbol {
      count += 1
      guard count <= Self.longestChain else { throw ProgramError("too many operators in a row", token.range) }
      switch token.text {
      case ".":
        index += 1
        let name = try expectName()
        value = Expression(
          .attribute(value, name.text, nameRange: name.range), value.outer.to(name.range))
      case "(":
        let arguments = try nested { (parser) throws(ProgramError) in try parser.arguments() }
        value = Expression(.call(value, arguments), value.outer.to(previous.range))
      case "[":
        let key = try nested { (parser) throws(ProgramError) in try parser.subscriptKey() }
        value = Expression(.item(value, key), value.outer.to(previous.range))
      default: return value
      }
    }
    return value
  }

  private mutating func subscriptKey() throws(ProgramError) -> Expression {
    index += 1
    let start = token.range
    guard !isAt("]") else { throw invalid() }
    let first = try sliceOrExpression()
    guard isAt(",") else {
      try expect("]")
      guard case .starred = first.kind else { return first }
      return Expression(.tuple([first]), first.range)
    }
    var elements = [first]
    while take(","), !isAt("]") { elements.append(try sliceOrExpression()) }
    let range = range(from: start)
    try expect("]")
    return Expression(.tuple(elements), range)
  }

  private mutating func sliceOrExpression() throws(ProgramError) -> Expression {
    let start = token.range
    var parts: [Expression?] = [nil, nil, nil]
    if !isAt(":") {
      let first = try starredExpression()
      guard isAt(":") else { return first }
      parts[0] = first
    }
    index += 1
    func ends(_ parser: Parser) -> Bool { parser.isAt(":") || parser.isAt("]") || parser.isAt(",") }
    if !ends(self) { parts[1] = try expression() }
    if take(":"), !ends(self) { parts[2] = try expression() }
    return Expression(.slice(parts[0], parts[1], parts[2]), range(from: start))
  }
}
