extension PlaceRules {
  private mutating func warn(_ message: String, _ range: SourceRange) {
    warnings.append(SyntaxWarning(message, line: range.start.line))
  }

  /// An identity that depends on how constants are kept.
  mutating func checkIdentity(_ first: Expression, _ rest: [(Comparison, Expression)], _ range: SourceRange) {
    func type(_ operand: Expression) -> String? {
      guard let type = operand.constantType else { return nil }
      return ["NoneType", "bool", "ellipsis"].contains(type) ? nil : type
    }
    var left = type(first)
    for (sign, operand) in rest {
      let right = type(operand)
      if sign == .identical || sign == .notIdentical, let type = left ?? right {
        let meant = sign == .identical ? "==" : "!="
        return warn("\"\(sign.rawValue)\" with '\(type)' literal. Did you mean \"\(meant)\"?", range)
      }
      left = right
    }
  }

  /// A call of what can never be called.
  mutating func checkCall(of function: Expression) {
    guard let type = function.literalType, type != "function" else { return }
    warn("'\(type)' object is not callable; perhaps you missed a comma?", function.range)
  }

  /// An item of what can never have it.
  mutating func checkItem(of object: Expression, _ key: Expression) {
    guard let type = object.literalType else { return }
    if !["str", "bytes", "tuple", "list", "dict"].contains(type) {
      warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", object.range)
    }
    guard ["str", "bytes", "tuple", "list"].contains(type), let index = key.literalType,
      !["int", "bool"].contains(index)
    else { return }
    warn(
      "\(type) indices must be integers or slices, not \(index); perhaps you missed a comma?", object.range)
  }

  mutating func checkAssertion(_ condition: Expression, _ range: SourceRange) {
    guard case .tuple(let items) = condition.kind, !items.isEmpty else { return }
    warn("assertion is always true, perhaps remove parentheses?", range)
  }
}
