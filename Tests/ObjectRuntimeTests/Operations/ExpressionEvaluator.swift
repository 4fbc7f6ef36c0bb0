import BigInt
import ObjectRuntime
import PythonProgram

/// What an expression of Python comes to in a space: constants, containers, operators, calls of some built-in functions,
/// and methods.
final class ExpressionEvaluator {
  let space: ObjectSpace
  /// What was made on the way.
  private var owned: [ObjectPointer] = []

  init(space: ObjectSpace) { self.space = space }

  /// The `repr` of the value of an expression, or the error that it raises; all that was made is let go.
  func answer(to text: String) throws -> String {
    defer {
      for object in owned { space.release(object) }
      owned = []
    }
    do {
      return try space.representation(of: value(of: Parser.expression(of: SourceText(text))))
    } catch let error as ObjectError {
      return error.description
    } catch let error as ProgramError {
      return "the evaluator cannot read it: \(error)"
    }
  }

  private func keep(_ object: ObjectPointer) -> ObjectPointer {
    owned.append(object)
    return object
  }

  private func name(_ text: String) throws -> ObjectPointer { keep(try space.makeName(text)) }

  private func value(of expression: Expression) throws -> ObjectPointer {
    keep(try newValue(of: expression))
  }

  /// The value of an expression, owned by the caller.
  private func newValue(of expression: Expression) throws -> ObjectPointer {
    switch expression.kind {
    case .constant(let constant): return try value(of: constant)
    case .formatted(let parts): return try space.concatenateStrings(parts.map { keep(try part($0)) })
    case .name(let name): return try builtin(name)
    case .attribute(let object, let name, _):
      return try space.attribute(self.name(name), of: value(of: object))
    case .item(let object, let key): return try space.item(at: value(of: key), of: value(of: object))
    case .slice(let start, let stop, let step):
      let bounds = try [start, stop, step].map { try $0.map { try value(of: $0) } ?? space.none }
      return try space.makeSlice(bounds[0], bounds[1], bounds[2])
    case .unary(let sign, let operand):
      let operand = try value(of: operand)
      switch sign {
      case .not: return try space.not(operand)
      case .minus: return try space.negate(operand)
      case .plus: return try space.plus(operand)
      case .invert: return try space.invert(operand)
      }
    case .binary(let left, let sign, let right):
      return try space.apply(Self.operation(sign.rawValue), value(of: left), value(of: right))
    case .comparison(let left, let parts):
      return try compare(value(of: left), parts[0].0, value(of: parts[0].1))
    case .tuple(let elements): return try space.makeTuple(elements.map { try value(of: $0) })
    case .list(let elements): return try space.makeList(elements.map { try value(of: $0) })
    case .set(let elements):
      let set = try space.makeSet(space.type(.set))
      for element in elements { try space.insert(value(of: element), into: set) }
      return set
    case .dict(let pairs):
      let dict = try space.makeDict()
      for (key, element) in pairs {
        guard let key else { continue }
        try space.setItem(at: value(of: key), of: dict, to: value(of: element))
      }
      return dict
    case .call(let callee, let arguments): return try call(callee, arguments)
    default: throw ObjectError(.notImplementedError, "the evaluator does not know \(expression.kind)")
    }
  }

  static func operation(_ sign: String) -> BinaryOperator {
    sign == "**" ? .power : BinaryOperator(rawValue: sign) ?? .add
  }

  private func value(of constant: Constant) throws -> ObjectPointer {
    switch constant {
    case .none: space.none
    case .true: space.trueObject
    case .false: space.falseObject
    case .ellipsis: space.ellipsis
    case .integer(let value): try space.makeInteger(value)
    case .float(let value): try space.makeFloat(value)
    case .imaginary(let value): try space.makeComplex(0, value)
    case .string(let points): try space.makeString(codePoints: points)
    case .bytes(let bytes): try space.makeBytes(bytes)
    }
  }

  private func part(_ part: FormattedPart) throws -> ObjectPointer {
    switch part {
    case .text(let points): return try space.makeString(codePoints: points)
    case .field(let expression, let conversion, let specification):
      var value = try value(of: expression)
      switch conversion {
      case "r": value = keep(try space.representationObject(of: value))
      case "s": value = keep(try space.stringObject(of: value))
      case "a": value = keep(try space.asciiObject(of: value))
      default: break
      }
      let format = keep(try space.concatenateStrings((specification ?? []).map { keep(try self.part($0)) }))
      return try space.format(value, specification: format.text)
    }
  }

  private func compare(_ left: ObjectPointer, _ sign: Comparison, _ right: ObjectPointer) throws
    -> ObjectPointer
  {
    switch sign {
    case .identical: return space.bool(left == right)
    case .notIdentical: return space.bool(left != right)
    case .contained: return space.bool(try space.hasElement(left, in: right))
    case .notContained: return space.bool(try !space.hasElement(left, in: right))
    default: break
    }
    return try space.compareOrder(ComparisonOperator(rawValue: sign.rawValue) ?? .equal, left, right)
  }

  private func builtin(_ name: String) throws -> ObjectPointer {
    guard let type = BuiltinType.allCases.first(where: { $0.name == name }) else {
      throw ObjectError(.nameError, "name '\(name)' is not defined")
    }
    return space.type(type)
  }

  private func call(_ callee: Expression, _ arguments: [Argument]) throws -> ObjectPointer {
    var values: [ObjectPointer] = []
    var keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
    for argument in arguments {
      switch argument {
      case .positional(let expression): values.append(try value(of: expression))
      case .keyword(let name, let expression, _):
        keywords.append((try self.name(name), try value(of: expression)))
      default: throw ObjectError(.notImplementedError, "starred arguments")
      }
    }
    if case .name(let name) = callee.kind, let result = try callFunction(name, values) { return result }
    return try space.call(value(of: callee), values, keywords: keywords)
  }

  /// The built-in functions, and those that stand for statements.
  private func callFunction(_ name: String, _ values: [ObjectPointer]) throws -> ObjectPointer? {
    switch name {
    case "inplace": return try space.applyInPlace(Self.operation(values[0].text), values[1], values[2])
    case "setitem":
      try space.setItem(at: values[1], of: values[0], to: values[2])
      return values[0].retained()
    case "delitem":
      try space.deleteItem(at: values[1], of: values[0])
      return values[0].retained()
    // The receiver after a call, for methods that change it.
    case "after":
      let name = try self.name(values[1].text)
      let method = keep(try space.attribute(name, of: values[0]))
      let result = keep(try space.call(method, Array(values.dropFirst(2))))
      return try space.makeTuple([result, values[0]])
    case "divmod": return try space.divideWithRemainder(values[0], values[1])
    case "pow": return try space.power(values[0], values[1], values.count > 2 ? values[2] : space.none)
    case "round": return try space.round(values[0], values.count > 1 ? values[1] : nil)
    case "abs": return try space.absolute(values[0])
    case "len": return try space.makeInteger(space.length(of: values[0]))
    case "hash": return try space.makeInteger(space.hash(of: values[0]))
    case "repr": return try space.representationObject(of: values[0])
    case "str" where values.count == 1: return try space.stringObject(of: values[0])
    case "ascii": return try space.asciiObject(of: values[0])
    case "format":
      return try space.format(values[0], specification: values.count > 1 ? values[1].text : "")
    case "sorted":
      let list = keep(try space.call(space.type(.list), [values[0]]))
      _ = try space.call(keep(space.attribute(self.name("sort"), of: list)))
      return list.retained()
    default: return nil
    }
  }
}
