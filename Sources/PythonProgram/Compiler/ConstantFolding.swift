import BigInt

extension Compiler {
  /// The constant that an expression is, where CPython's compiler works it out.
  func constant(of expression: Expression) -> CodeConstant? {
    switch expression.kind {
    case .constant(let constant): return .plain(constant)
    case .name("__debug__"): return .plain(.true)
    case .tuple(let items): return constantItems(items).map(CodeConstant.tuple)
    case .unary(let sign, let operand):
      guard case .plain(let value)? = constant(of: operand) else { return nil }
      return Self.apply(sign, value).map(CodeConstant.plain)
    case .binary(let left, let sign, let right):
      if sign == .add, Self.isShallow(left), case .tuple(let second)? = constant(of: right),
        case .tuple(let first)? = constant(of: left)
      {
        return .tuple(first + second)
      }
      guard case .plain(let second)? = constant(of: right), Self.isShallow(left),
        case .plain(let first)? = constant(of: left)
      else { return nil }
      return Self.apply(sign, first, second).map(CodeConstant.plain)
    default: return nil
    }
  }

  /// Whether a chain of operators is short enough to be worked out.
  private static func isShallow(_ expression: Expression) -> Bool {
    var depth = 0
    var next = expression
    while case .binary(let left, _, _) = next.kind {
      depth += 1
      if depth > 100 { return false }
      next = left
    }
    return true
  }

  private static func apply(_ sign: UnaryOperator, _ value: Constant) -> Constant? {
    switch (sign, value) {
    case (.minus, .integer(let value)): .integer(-value)
    case (.minus, .float(let value)): .float(-value)
    case (.plus, .integer), (.plus, .float): value
    case (.invert, .integer(let value)): .integer(~value)
    case (.not, .true): .false
    case (.not, .false), (.not, .none): .true
    case (.not, .integer(let value)): value == 0 ? .true : .false
    case (.not, .string(let points)): points.isEmpty ? .true : .false
    default: nil
    }
  }

  /// CPython's limits: an integer of 128 bits, a sequence of 4,096 characters.
  private static func apply(_ sign: BinarySign, _ left: Constant, _ right: Constant) -> Constant? {
    switch (left, right) {
    case (.integer(let first), .integer(let second)): return apply(sign, first, second)
    case (.float(let first), .float(let second)): return apply(sign, first, second)
    case (.float(let first), .integer(let second)): return apply(sign, first, Double(second))
    case (.integer(let first), .float(let second)): return apply(sign, Double(first), second)
    case (.string(let first), .string(let second)) where sign == .add: return .string(first + second)
    case (.bytes(let first), .bytes(let second)) where sign == .add: return .bytes(first + second)
    case (.string(let text), .integer(let count)) where sign == .multiply,
      (.integer(let count), .string(let text)) where sign == .multiply:
      guard let times = Int(exactly: count), times <= 4_096, max(times, 0) * text.count <= 4_096 else {
        return nil
      }
      return .string(Array(repeatElement(text, count: max(times, 0)).joined()))
    default: return nil
    }
  }

  private static func apply(_ sign: BinarySign, _ left: Double, _ right: Double) -> Constant? {
    switch sign {
    case .add: .float(left + right)
    case .subtract: .float(left - right)
    case .multiply: .float(left * right)
    case .divide: right == 0 ? nil : .float(left / right)
    default: nil
    }
  }

  private static func apply(_ sign: BinarySign, _ left: BigInt, _ right: BigInt) -> Constant? {
    let limit = 128
    switch sign {
    case .add: return .integer(left + right)
    case .subtract: return .integer(left - right)
    case .multiply:
      return left.magnitude.bitWidth + right.magnitude.bitWidth <= limit || left == 0 || right == 0
        ? .integer(left * right) : nil
    case .divide:
      guard right != 0, left.magnitude.bitWidth <= 53, right.magnitude.bitWidth <= 53 else { return nil }
      return .float(Double(left) / Double(right))
    case .floorDivide, .modulo:
      guard right != 0 else { return nil }
      let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
      let isOff = remainder != 0 && (remainder.sign == .minus) != (right.sign == .minus)
      return .integer(
        sign == .modulo ? (isOff ? remainder + right : remainder) : isOff ? quotient - 1 : quotient)
    case .power:
      guard right >= 0, let exponent = Int(exactly: right), exponent <= limit,
        left.magnitude.bitWidth * exponent <= limit
      else { return nil }
      return .integer(left.power(exponent))
    case .shiftLeft:
      guard right >= 0, let count = Int(exactly: right), count <= limit,
        left.magnitude.bitWidth + count <= limit
      else { return nil }
      return .integer(left << count)
    case .shiftRight:
      guard right >= 0, let count = Int(exactly: right), count <= 4_096 else { return nil }
      return apply(.floorDivide, left, BigInt(1) << count)
    case .and: return .integer(left & right)
    case .or: return .integer(left | right)
    case .exclusiveOr: return .integer(left ^ right)
    case .matrixMultiply: return nil
    }
  }
}
