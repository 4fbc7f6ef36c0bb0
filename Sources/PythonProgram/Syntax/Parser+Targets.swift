extension Parser {
  /// What a `for` assigns to: names, attributes, items, or several of these.
  mutating func targetList() throws(ProgramError) -> Expression {
    let start = token.range
    func one(_ parser: inout Parser) throws(ProgramError) -> Expression {
      let start = parser.token.range
      guard parser.take("*") else { return try parser.bitwiseOr() }
      let value = try parser.bitwiseOr()
      return Expression(.starred(value), parser.range(from: start))
    }
    let first = try one(&self)
    guard isAt(",") else {
      try checkTarget(first)
      return first
    }
    var elements = [first]
    while take(",") {
      guard startsExpression else { break }
      elements.append(try one(&self))
    }
    let target = Expression(.tuple(elements), range(from: start))
    try checkTarget(target)
    return target
  }

  /// Refuses what cannot be assigned to.
  ///
  /// - Parameter isAlone: whether it is the only target of a statement, which earns a hint.
  func checkTarget(_ target: Expression, isAlone: Bool = false) throws(ProgramError) {
    switch target.kind {
    case .name, .attribute, .item: return
    case .starred(let value): try checkTarget(value)
    case .tuple(let elements), .list(let elements):
      for (index, element) in elements.enumerated() {
        let isLast = index == elements.count - 1 && !target.isParenthesized
        var isTuple = false
        if case .tuple = target.kind { isTuple = true }
        try checkTarget(element, isAlone: isAlone && isTuple && isLast)
      }
    default:
      let hint: String
      switch target.kind {
      case .constant(.none), .constant(.true), .constant(.false), .comprehension(.generator, _, _, _):
        hint = ""
      case .comparison, .boolean, .unary(.not, _), .conditional, .lambda: hint = ""
      default: hint = isAlone ? " here. Maybe you meant '==' instead of '='?" : ""
      }
      throw ProgramError("cannot assign to \(description(of: target))\(hint)", target.range)
    }
  }

  /// Refuses what cannot be deleted.
  func checkDeletion(_ target: Expression) throws(ProgramError) {
    switch target.kind {
    case .name, .attribute, .item: return
    case .tuple(let elements), .list(let elements): for element in elements { try checkDeletion(element) }
    default: throw ProgramError("cannot delete \(description(of: target))", target.range)
    }
  }

  /// What an expression is called in an error.
  func description(of expression: Expression) -> String {
    switch expression.kind {
    case .name: "name"
    case .attribute: "attribute"
    case .item: "subscript"
    case .starred: "starred"
    case .list: "list"
    case .tuple: "tuple"
    case .lambda: "lambda"
    case .call: "function call"
    case .boolean, .binary, .unary: "expression"
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .yield, .yieldFrom: "yield expression"
    case .comprehension(let kind, _, _, _):
      switch kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dict: "dict comprehension"
      case .generator: "generator expression"
      }
    case .dict: "dict literal"
    case .set: "set display"
    case .formatted: "f-string expression"
    case .assignment: "named expression"
    case .slice: "slice"
    case .constant(let constant):
      switch constant {
      case .none: "None"
      case .true: "True"
      case .false: "False"
      case .ellipsis: "ellipsis"
      default: "literal"
      }
    }
  }
}
