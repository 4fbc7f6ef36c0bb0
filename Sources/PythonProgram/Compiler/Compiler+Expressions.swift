extension Compiler {
  /// Emits what pushes the value of an expression.
  mutating func compile(_ expression: Expression) {
    if let constant = constant(of: expression) { return load(constant, at: expression.range) }
    let range = expression.range
    switch expression.kind {
    case .name(let name): load(name, at: range)
    case .constant: break
    case .formatted(let parts): compileFormatted(parts, at: range)
    case .attribute(let object, let name, let nameRange):
      if let owner = superOwner(object) {
        loadSuper(owner, at: object.range)
        unit.emit(.loadSuperAttribute, unit.name(scope.mangled(name)), at: range)
      } else {
        compile(object)
        unit.emit(
          .loadAttribute, unit.name(scope.mangled(name)),
          at: attributeRange(expression, nameRange: nameRange))
      }
    case .item(let object, let key):
      compile(object)
      if let bounds = simpleSlice(key) {
        for bound in bounds { compile(bound, orNoneAt: key.range) }
        unit.emit(.binarySlice, at: range)
      } else {
        compile(key)
        unit.emit(.loadItem, at: range)
      }
    case .slice(let start, let stop, let step):
      compile(start, orNoneAt: range)
      compile(stop, orNoneAt: range)
      if let step { compile(step) }
      unit.emit(.buildSlice, step == nil ? 2 : 3, at: range)
    case .call(let function, let arguments): compileCall(function, arguments, at: range)
    case .unary(let sign, let operand):
      compile(operand)
      unit.emit(sign.opcode, at: range)
    case .binary: compileBinary(expression)
    case .boolean(let sign, let operands):
      let end = unit.makeLabel()
      for operand in operands.dropLast() {
        compile(operand)
        unit.emit(.copy, 1, at: range)
        unit.emitJump(sign == .and ? .popJumpIfFalse : .popJumpIfTrue, to: end, at: range)
        unit.emit(.popTop, at: range)
      }
      if let last = operands.last { compile(last) }
      unit.place(end)
    case .comparison(let first, let rest): compileComparison(first, rest, at: range)
    case .conditional(let condition, let value, let otherwise):
      let (next, end) = (unit.makeLabel(), unit.makeLabel())
      jump(if: condition, is: false, to: next)
      compile(value)
      unit.emitJump(.jump, to: end, at: range)
      unit.place(next)
      compile(otherwise)
      unit.place(end)
    case .lambda(let parameters, let body): compileLambda(parameters, body, at: range)
    case .tuple(let items): compileItems(items, .tuple, at: range)
    case .list(let items): compileItems(items, .list, at: range)
    case .set(let items): compileItems(items, .set, at: range)
    case .dict(let pairs): compileDict(pairs, at: range)
    case .comprehension(let kind, let element, let value, let parts):
      if kind == .generator {
        compileGeneratorExpression(element, parts, at: range)
      } else {
        compileComprehension(kind, element, value, parts, at: range)
      }
    case .starred(let value): compile(value)
    case .assignment(let name, let nameRange, let value):
      compile(value)
      unit.emit(.copy, 1, at: range)
      store(name, at: nameRange)
    case .yield(let value):
      compile(value, orNoneAt: range)
      unit.emit(.yieldValue, at: range)
    case .yieldFrom(let value):
      compile(value)
      unit.emit(.getYieldFromIterator, at: range)
      load(.plain(.none), at: range)
      compileDelegation(at: range)
    }
  }

  private mutating func compileBinary(_ expression: Expression) {
    // Chains lean to the left and are long.
    var parts: [(sign: BinarySign, right: Expression, range: SourceRange)] = []
    var left = expression
    while case .binary(let next, let sign, let right) = left.kind, constant(of: left) == nil {
      parts.append((sign, right, left.range))
      left = next
    }
    compile(left)
    for part in parts.reversed() {
      compile(part.right)
      switch part.sign {
      case .add: unit.emit(.add, at: part.range)
      case .subtract: unit.emit(.subtract, at: part.range)
      case .multiply: unit.emit(.multiply, at: part.range)
      default: unit.emit(.binary, part.sign.number, at: part.range)
      }
    }
  }

  /// Waits for what is delegated to: on the stack are its iterator and what is sent.
  private mutating func compileDelegation(at range: SourceRange) {
    let (start, fail, exit) = (unit.makeLabel(), unit.makeLabel(), unit.makeLabel())
    unit.place(start)
    unit.emitJump(.send, to: exit, at: range)
    unit.pushHandler(fail, keepsInstruction: false, above: 0)
    unit.emit(.yieldValue, 1, at: range)
    unit.popHandler()
    unit.emitJump(.jumpBackward, to: start, at: range)
    unit.place(fail)
    unit.emit(.cleanUpThrow, at: range)
    unit.place(exit)
    unit.emit(.endSend, at: range)
  }

  // MARK: Comparison and conditions

  private mutating func compileComparison(
    _ first: Expression, _ rest: [(Comparison, Expression)], at range: SourceRange
  ) {
    compile(first)
    guard rest.count > 1 else {
      compile(operand: rest[0].1, of: rest[0].0)
      return unit.emit(rest[0].0.opcode, rest[0].0.number, at: range)
    }
    let (cleanup, end) = (unit.makeLabel(), unit.makeLabel())
    for (comparison, operand) in rest.dropLast() {
      compile(operand: operand, of: comparison)
      unit.emit(.swap, 2, at: range)
      unit.emit(.copy, 2, at: range)
      unit.emit(comparison.opcode, comparison.number, at: range)
      unit.emit(.copy, 1, at: range)
      unit.emitJump(.popJumpIfFalse, to: cleanup, at: range)
      unit.emit(.popTop, at: range)
    }
    compile(operand: rest[rest.count - 1].1, of: rest[rest.count - 1].0)
    unit.emit(rest[rest.count - 1].0.opcode, rest[rest.count - 1].0.number, at: range)
    unit.emitJump(.jump, to: end, at: range)
    unit.place(cleanup)
    unit.emit(.swap, 2, at: range)
    unit.emit(.popTop, at: range)
    unit.place(end)
  }

  /// What is looked in is a constant where it is a display of constants.
  private mutating func compile(operand: Expression, of comparison: Comparison) {
    if comparison == .contained || comparison == .notContained {
      compileIterable(operand)
    } else {
      compile(operand)
    }
  }

  /// Jumps where a condition has a value, and goes on where it has the other.
  mutating func jump(if condition: Expression, is value: Bool, to label: UnitBuilder.Label) {
    let range = condition.range
    switch condition.kind {
    case .unary(.not, let operand): return jump(if: operand, is: !value, to: label)
    case .boolean(let sign, let operands):
      let isDecided = (sign == .or) == value
      let next = isDecided ? label : unit.makeLabel()
      for operand in operands.dropLast() { jump(if: operand, is: sign == .or, to: next) }
      if let last = operands.last { jump(if: last, is: value, to: label) }
      if !isDecided { unit.place(next) }
      return
    case .conditional(let test, let first, let second):
      let (next, end) = (unit.makeLabel(), unit.makeLabel())
      jump(if: test, is: false, to: next)
      jump(if: first, is: value, to: label)
      unit.emitJump(.jump, to: end, at: range)
      unit.place(next)
      jump(if: second, is: value, to: label)
      unit.place(end)
      return
    case .comparison(let first, let rest) where rest.count == 1:
      let (comparison, operand) = rest[0]
      if comparison == .identical || comparison == .notIdentical, case .constant(.none) = operand.kind {
        compile(first)
        let isNone = (comparison == .identical) == value
        return unit.emitJump(isNone ? .popJumpIfNone : .popJumpIfNotNone, to: label, at: range)
      }
    default: break
    }
    compile(condition)
    unit.emitJump(value ? .popJumpIfTrue : .popJumpIfFalse, to: label, at: range)
  }

  // MARK: Strings

  private mutating func compileFormatted(_ parts: [FormattedPart], at range: SourceRange) {
    if parts.isEmpty { return load(.plain(.string([])), at: range) }
    for part in parts {
      switch part {
      case .text(let points): load(.plain(.string(points)), at: range)
      case .field(let value, let conversion, let specification):
        compile(value)
        switch conversion {
        case "s": unit.emit(.convert, 0, at: value.range)
        case "r": unit.emit(.convert, 1, at: value.range)
        case "a": unit.emit(.convert, 2, at: value.range)
        default: break
        }
        if let specification {
          compileFormatted(specification, at: range)
          unit.emit(.formatWithSpecification, at: value.range)
        } else {
          unit.emit(.formatSimple, at: value.range)
        }
      }
    }
    if parts.count > 1 { unit.emit(.buildString, parts.count, at: range) }
  }
}

extension UnaryOperator {
  var opcode: Opcode {
    switch self {
    case .not: .not
    case .minus: .negate
    case .plus: .plus
    case .invert: .invert
    }
  }
}

extension Comparison {
  var opcode: Opcode {
    switch self {
    case .identical: .isIdentical
    case .notIdentical: .isNotIdentical
    case .contained: .contains
    case .notContained: .containsNot
    default: .compare
    }
  }

  /// The number of an ordering or equality, for `compare`.
  var number: Int {
    switch self {
    case .less: 0
    case .lessOrEqual: 1
    case .equal: 2
    case .notEqual: 3
    case .greater: 4
    case .greaterOrEqual: 5
    default: 0
    }
  }
}
