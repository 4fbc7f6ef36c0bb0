import BigInt

@testable import PythonProgram

/// A program's tree as text, a form that `tree_text.py` writes of CPython's own tree too.
struct TreeText {
  static func text(of statements: [Statement]) -> String {
    statements.map { TreeText().text($0) }.joined(separator: "\n")
  }

  private func place(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  private func node(_ name: String, _ range: SourceRange?, _ parts: [String]) -> String {
    "(" + ([name] + (range.map { [place($0)] } ?? []) + parts).joined(separator: " ") + ")"
  }

  private func block(_ statements: [Statement]) -> String {
    "[" + statements.map { text($0) }.joined(separator: " ") + "]"
  }

  private func list(_ expressions: [Expression]) -> String {
    "[" + expressions.map { text($0) }.joined(separator: " ") + "]"
  }

  private func optional(_ expression: Expression?) -> String { expression.map { text($0) } ?? "-" }

  private func text(_ statement: Statement) -> String {
    let range = statement.range
    switch statement.kind {
    case .expression(let value): return node("Expr", range, [text(value)])
    case .assign(let targets, let value): return node("Assign", range, [list(targets), text(value)])
    case .augmentedAssign(let target, let sign, let value):
      return node("AugAssign", range, [text(target), sign.rawValue, text(value)])
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      return node(
        "AnnAssign", range, [text(target), text(annotation), optional(value), isSimple ? "1" : "0"])
    case .delete(let targets): return node("Delete", range, [list(targets)])
    case .pass: return node("Pass", range, [])
    case .break: return node("Break", range, [])
    case .continue: return node("Continue", range, [])
    case .return(let value): return node("Return", range, [optional(value)])
    case .raise(let value, let cause): return node("Raise", range, [optional(value), optional(cause)])
    case .assert(let condition, let message):
      return node("Assert", range, [text(condition), optional(message)])
    case .global(let names): return node("Global", range, names)
    case .nonlocal(let names): return node("Nonlocal", range, names)
    case .import(let names): return node("Import", range, names.map(text))
    case .importFrom(let module, let level, let names):
      return node("ImportFrom", range, [module ?? "-", "\(level)"] + names.map(text))
    case .if(let condition, let body, let otherwise):
      return node("If", range, [text(condition), block(body), block(otherwise)])
    case .while(let condition, let body, let otherwise):
      return node("While", range, [text(condition), block(body), block(otherwise)])
    case .for(let target, let iterable, let body, let otherwise):
      return node("For", range, [text(target), text(iterable), block(body), block(otherwise)])
    case .try(let body, let handlers, let otherwise, let finally):
      let caught = handlers.map {
        node("ExceptHandler", $0.range, [optional($0.type), $0.name ?? "-", block($0.body)])
      }
      return node(
        "Try", range,
        [block(body), "[" + caught.joined(separator: " ") + "]", block(otherwise), block(finally)])
    case .with(let items, let body):
      let managed = items.map { node("withitem", nil, [text($0.context), optional($0.target)]) }
      return node("With", range, managed + [block(body)])
    case .function(let function):
      return node(
        "FunctionDef", range,
        [
          function.name, text(function.parameters), block(function.body), list(function.decorators),
          optional(function.result),
        ])
    case .class(let definition):
      return node(
        "ClassDef", range,
        [
          definition.name, text(definition.arguments), block(definition.body), list(definition.decorators),
        ])
    }
  }

  private func text(_ name: Statement.ImportedName) -> String {
    node("alias", name.range, [name.name, name.alias ?? "-"])
  }

  private func text(_ parameters: Parameters) -> String {
    func one(_ parameter: Parameters.Parameter) -> String {
      node(
        parameter.name, parameter.annotation == nil ? parameter.range : nil,
        [optional(parameter.annotation), optional(parameter.standard)])
    }
    func many(_ parameters: [Parameters.Parameter]) -> String {
      "[" + parameters.map(one).joined(separator: " ") + "]"
    }
    return node(
      "arguments", nil,
      [
        many(parameters.positionalOnly), many(parameters.positional), parameters.rest.map(one) ?? "-",
        many(parameters.keywordOnly), parameters.keywords.map(one) ?? "-",
      ])
  }

  private func text(_ arguments: [CallArgument]) -> String {
    var positional: [String] = []
    var named: [String] = []
    for argument in arguments {
      switch argument {
      case .positional(let value): positional.append(text(value))
      case .starred(let value): positional.append(node("Starred", nil, [text(value)]))
      case .keyword(let name, let value, _): named.append("\(name)=\(text(value))")
      case .doubleStarred(let value): named.append("**\(text(value))")
      }
    }
    return "[" + positional.joined(separator: " ") + "] [" + named.joined(separator: " ") + "]"
  }

  private func text(_ expression: Expression) -> String {
    let range = expression.range
    switch expression.kind {
    case .name(let name): return node("Name", range, [name])
    case .constant(let constant): return node("Constant", range, [text(constant)])
    case .formatted(let parts): return node("JoinedStr", range, parts.map(text))
    case .attribute(let value, let name, _): return node("Attribute", range, [text(value), name])
    case .item(let value, let key): return node("Subscript", range, [text(value), text(key)])
    case .slice(let start, let end, let step):
      return node("Slice", range, [optional(start), optional(end), optional(step)])
    case .call(let function, let arguments): return node("Call", range, [text(function), text(arguments)])
    case .unary(let operation, let operand):
      return node("UnaryOp", range, [operation.rawValue, text(operand)])
    case .binary(let left, let sign, let right):
      return node("BinOp", range, [text(left), sign.rawValue, text(right)])
    case .boolean(let operation, let operands):
      return node("BoolOp", range, [operation.rawValue, list(operands)])
    case .comparison(let first, let rest):
      let parts = rest.map { "\($0.0.rawValue.split(separator: " ").joined(separator: "_")) \(text($0.1))" }
      return node("Compare", range, [text(first)] + parts)
    case .conditional(let condition, let value, let otherwise):
      return node("IfExp", range, [text(condition), text(value), text(otherwise)])
    case .lambda(let parameters, let body): return node("Lambda", range, [text(parameters), text(body)])
    case .tuple(let elements): return node("Tuple", range, [list(elements)])
    case .list(let elements): return node("List", range, [list(elements)])
    case .set(let elements): return node("Set", range, [list(elements)])
    case .dict(let entries):
      return node("Dict", range, entries.map { "\(optional($0.key)):\(text($0.value))" })
    case .comprehension(let kind, let element, let value, let parts):
      let name =
        switch kind {
        case .list: "ListComp"
        case .set: "SetComp"
        case .dict: "DictComp"
        case .generator: "GeneratorExp"
        }
      let loops = parts.map {
        node("comprehension", nil, [text($0.target), text($0.iterable), list($0.conditions)])
      }
      return node(name, range, [text(element)] + (value.map { [text($0)] } ?? []) + loops)
    case .starred(let value): return node("Starred", nil, [text(value)])
    case .assignment(let name, let nameRange, let value):
      return node("NamedExpr", range, [node("Name", nameRange, [name]), text(value)])
    case .yield(let value): return node("Yield", nil, [optional(value)])
    case .yieldFrom(let value): return node("YieldFrom", nil, [text(value)])
    }
  }

  private func text(_ part: FormattedPart) -> String {
    switch part {
    case .text(let points): return text(Constant.string(points))
    case .field(let value, let conversion, let specification):
      let format = specification.map { "[" + $0.map(text).joined(separator: " ") + "]" } ?? "-"
      return node("FormattedValue", nil, [text(value), conversion.map(String.init) ?? "-", format])
    }
  }

  private func text(_ constant: Constant) -> String {
    switch constant {
    case .none: "None"
    case .true: "True"
    case .false: "False"
    case .ellipsis: "Ellipsis"
    case .integer(let value): "\(value)"
    case .float(let value): "float:" + String(value.bitPattern, radix: 16)
    case .imaginary(let value): "imaginary:" + String(value.bitPattern, radix: 16)
    case .string(let points): "str:" + points.map { String($0, radix: 16) }.joined(separator: ".")
    case .bytes(let bytes): "bytes:" + bytes.map { String($0, radix: 16) }.joined(separator: ".")
    }
  }
}
