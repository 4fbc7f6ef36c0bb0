extension Expression {
  /// The type of what a literal stands for, by its name; `nil` where only running tells it.
  var literalType: String? {
    switch kind {
    case .tuple: "tuple"
    case .list, .comprehension(.list, _, _, _): "list"
    case .dict, .comprehension(.dict, _, _, _): "dict"
    case .set, .comprehension(.set, _, _, _): "set"
    case .comprehension(.generator, _, _, _): "generator"
    case .lambda: "function"
    case .formatted: "str"
    default: constantType
    }
  }

  /// The type of a constant, by its name, also of one that is worked out when a program is compiled.
  var constantType: String? {
    switch kind {
    case .constant(let constant): return constant.typeName
    case .name("__debug__"): return "bool"
    case .tuple(let items): return items.allSatisfy { $0.constantType != nil } ? "tuple" : nil
    case .unary(.not, let operand): return operand.constantType == nil ? nil : "bool"
    case .unary(_, let operand):
      guard case .constant = operand.kind, let type = operand.constantType else { return nil }
      return ["int", "float", "complex"].contains(type) ? type : nil
    case .binary(let left, let sign, let right):
      guard case .constant = left.kind, case .constant = right.kind, let first = left.constantType,
        let second = right.constantType
      else { return nil }
      let ranks = ["int", "float", "complex"]
      if let one = ranks.firstIndex(of: first), let other = ranks.firstIndex(of: second) {
        return ranks[max(one, other, sign == .divide ? 1 : 0)]
      }
      return first == second && sign == .add && ["str", "bytes"].contains(first) ? first : nil
    default: return nil
    }
  }
}

extension Constant {
  fileprivate var typeName: String {
    switch self {
    case .none: "NoneType"
    case .true, .false: "bool"
    case .ellipsis: "ellipsis"
    case .integer: "int"
    case .float: "float"
    case .imaginary: "complex"
    case .string: "str"
    case .bytes: "bytes"
    }
  }
}
