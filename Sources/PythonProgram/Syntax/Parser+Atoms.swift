import BigInt

extension Parser {
  /// A name, a constant, or something in brackets.
  mutating func atom() throws(ProgramError) -> Expression {
    let token = token
    switch token.kind {
    case .name:
      index += 1
      return Expression(.name(token.text), token.range)
    case .integer, .float, .imaginary:
      index += 1
      return Expression(.constant(number(token)), token.range)
    case .string, .formattedStart: return try strings()
    case .symbol: break
    default: throw invalid()
    }
    let constants: [String: Constant] = ["None": .none, "True": .true, "False": .false, "...": .ellipsis]
    if let constant = constants[token.text] {
      index += 1
      return Expression(.constant(constant), token.range)
    }
    switch token.text {
    case "(": return try nested { (parser) throws(ProgramError) in try parser.parentheses() }
    case "[": return try nested { (parser) throws(ProgramError) in try parser.listDisplay() }
    case "{": return try nested { (parser) throws(ProgramError) in try parser.braces() }
    default: throw invalid()
    }
  }

  private func number(_ token: Token) -> Constant {
    let digits = token.text.filter { $0 != "_" }.lowercased()
    if token.kind == .imaginary { return .imaginary(Double(digits.dropLast()) ?? 0) }
    if token.kind == .float { return .float(Double(digits.hasSuffix(".") ? digits + "0" : digits) ?? 0) }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      return .integer(BigInt(digits.dropFirst(2), radix: radix) ?? 0)
    }
    return .integer(BigInt(digits) ?? 0)
  }

  private mutating func parentheses() throws(ProgramError) -> Expression {
    let start = token.range
    index += 1
    if take(")") { return Expression(.tuple([]), range(from: start)) }
    if isAt("yield") {
      var value = try yieldExpression()
      try expect(")")
      value.outer = range(from: start)
      value.isParenthesized = true
      return value
    }
    let first = try starredExpression()
    if isAt("for") || isAt("async") {
      let parts = try comprehensionParts()
      try checkElement(first)
      try expect(")")
      return Expression(
        .comprehension(.generator, element: first, value: nil, parts), range(from: start))
    }
    guard isAt(",") else {
      if case .starred = first.kind {
        throw ProgramError("cannot use starred expression here", first.range)
      }
      guard take(")") else { throw forgottenComma(after: first) }
      var value = first
      value.isParenthesized = true
      value.outer = range(from: start)
      return value
    }
    var elements = [first]
    while take(","), !isAt(")") { elements.append(try starredExpression()) }
    guard take(")") else { throw forgottenComma(after: elements[elements.count - 1]) }
    var tuple = Expression(.tuple(elements), range(from: start))
    tuple.isParenthesized = true
    return tuple
  }

  private mutating func listDisplay() throws(ProgramError) -> Expression {
    let start = token.range
    index += 1
    if take("]") { return Expression(.list([]), range(from: start)) }
    let first = try starredExpression()
    if isAt("for") || isAt("async") {
      let parts = try comprehensionParts()
      try checkElement(first)
      try expect("]")
      return Expression(.comprehension(.list, element: first, value: nil, parts), range(from: start))
    }
    var elements = [first]
    while take(","), !isAt("]") { elements.append(try starredExpression()) }
    try checkTargetParentheses(elements)
    guard take("]") else { throw forgottenComma(after: elements[elements.count - 1]) }
    return Expression(.list(elements), range(from: start))
  }

  private mutating func braces() throws(ProgramError) -> Expression {
    let start = token.range
    index += 1
    if take("}") { return Expression(.dict([]), range(from: start)) }
    if isAt("**") { return try dictDisplay(from: start, nil) }
    let first = try starredExpression()
    if isAt(":") {
      if case .starred = first.kind { throw invalid() }
      return try dictDisplay(from: start, first)
    }
    if isAt("for") || isAt("async") {
      let parts = try comprehensionParts()
      try checkElement(first)
      try expect("}")
      return Expression(.comprehension(.set, element: first, value: nil, parts), range(from: start))
    }
    var elements = [first]
    while take(","), !isAt("}") { elements.append(try starredExpression()) }
    try checkTargetParentheses(elements)
    guard take("}") else { throw forgottenComma(after: elements[elements.count - 1]) }
    return Expression(.set(elements), range(from: start))
  }

  /// Refuses a comprehension of several elements, which need parentheses.
  private mutating func checkTargetParentheses(_ elements: [Expression]) throws(ProgramError) {
    guard isAt("for"), elements.count > 1, let last = elements.last else { return }
    _ = try comprehensionParts()
    throw ProgramError(
      "did you forget parentheses around the comprehension target?", elements[0].range.to(last.range))
  }

  private mutating func dictDisplay(
    from start: SourceRange, _ first: Expression?
  ) throws(ProgramError) -> Expression {
    var entries: [(key: Expression?, value: Expression)] = []
    if let first {
      entries.append((first, try dictValue()))
      if isAt("for") || isAt("async") {
        let parts = try comprehensionParts()
        try expect("}")
        return Expression(
          .comprehension(.dict, element: first, value: entries[0].value, parts), range(from: start))
      }
    } else {
      let stars = token.range
      entries.append((nil, try dictUnpacking()))
      if isAt("for") {
        let error = invalid()
        _ = try comprehensionParts()
        guard isAt("}") else { throw error }
        throw ProgramError("dict unpacking cannot be used in dict comprehension", stars)
      }
    }
    while take(","), !isAt("}") {
      if isAt("**") {
        entries.append((nil, try dictUnpacking()))
        continue
      }
      let key = try expression()
      guard isAt(":") else {
        // Only the key's last character is marked.
        let end = key.range.end
        let last = SourcePosition(line: key.range.start.line, column: max(end.column - 1, 0))
        throw ProgramError("':' expected after dictionary key", SourceRange(last, last))
      }
      entries.append((key, try dictValue()))
    }
    guard take("}") else { throw forgottenComma(after: entries[entries.count - 1].value) }
    return Expression(.dict(entries), range(from: start))
  }

  private mutating func dictUnpacking() throws(ProgramError) -> Expression {
    index += 1
    return try bitwiseOr()
  }

  private mutating func dictValue() throws(ProgramError) -> Expression {
    let colon = token.range
    try expect(":")
    if isAt("}") || isAt(",") {
      throw ProgramError("expression expected after dictionary key and ':'", colon)
    }
    if isAt("*") {
      let star = token.range.start
      index += 1
      _ = try bitwiseOr()
      // The marks end within the next word, as CPython's do.
      let end = SourcePosition(line: token.range.end.line, column: max(token.range.end.column - 1, 0))
      throw ProgramError("cannot use a starred expression in a dictionary value", SourceRange(star, end))
    }
    return try expression()
  }

  /// The error of two expressions that follow each other inside brackets.
  func forgottenComma(after value: Expression) -> ProgramError {
    guard token.kind != .end, token.kind != .newline, startsExpression, !isAt("not") else { return invalid() }
    var ahead = self
    guard let next = try? ahead.expression() else { return invalid() }
    // A name before a string may have been meant as a prefix.
    if case .name = value.kind, token.kind == .string { return invalid() }
    return ProgramError("invalid syntax. Perhaps you forgot a comma?", value.outer.to(next.range))
  }

  /// Refuses an element of a comprehension that a star takes apart.
  private func checkElement(_ element: Expression) throws(ProgramError) {
    guard case .starred = element.kind else { return }
    throw ProgramError("iterable unpacking cannot be used in comprehension", element.range)
  }

  mutating func comprehensionParts() throws(ProgramError) -> [ComprehensionPart] {
    var parts: [ComprehensionPart] = []
    while isAt("for") || isAt("async") {
      if isAt("async") { throw leftOut("'async'", token.range) }
      index += 1
      let target = try targetList()
      guard take("in") else {
        throw ProgramError("'in' expected after for-loop variables", invalid().range)
      }
      let iterable = try disjunction()
      var conditions: [Expression] = []
      while take("if") { conditions.append(try condition()) }
      parts.append(ComprehensionPart(target: target, iterable: iterable, conditions: conditions))
    }
    return parts
  }

  private mutating func condition() throws(ProgramError) -> Expression {
    if token.kind == .name, token(1).isSymbol(":=") { return try namedExpression() }
    return try disjunction()
  }

  mutating func yieldExpression() throws(ProgramError) -> Expression {
    let start = token.range
    try expect("yield")
    if take("from") {
      let value = try expression()
      return Expression(.yieldFrom(value), range(from: start))
    }
    guard startsExpression else { return Expression(.yield(nil), range(from: start)) }
    let value = try expressionList()
    return Expression(.yield(value), range(from: start))
  }
}
