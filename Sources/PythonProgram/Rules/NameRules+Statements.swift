extension NameRules {
  mutating func visit(_ statement: Statement) throws(ProgramError) {
    let range = statement.range
    switch statement.kind {
    case .expression(let value): push([.read(value)])
    case .assign(let targets, let value): push(targets.map(Step.bind) + [.read(value)])
    case .augmentedAssign(let target, _, let value): push([.bind(target), .read(value)])
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      try bind(annotated: target, isSimple: isSimple, hasValue: value != nil, range)
      push([.read(annotation)] + [value].compactMap { $0.map(Step.read) })
      if target.name == nil { push([.bind(target)]) }
    case .delete(let targets): push(targets.map(Step.bind))
    case .pass, .break, .continue: break
    case .return(let value): push([value].compactMap { $0.map(Step.read) })
    case .raise(let exception, let cause): push([exception, cause].compactMap { $0.map(Step.read) })
    case .assert(let condition, let message):
      push([.read(condition)] + [message].compactMap { $0.map(Step.read) })
    case .global(let names): try declare(names, .global, range)
    case .nonlocal(let names): try declare(names, .nonlocal, range)
    case .import(let names):
      for name in names {
        try note(name.alias ?? String(name.name.prefix { $0 != "." }), .imported, at: name.range)
      }
    case .importFrom(_, _, let names): try bind(imported: names)
    case .if(let condition, let body, let otherwise), .while(let condition, let body, let otherwise):
      push([.read(condition)] + (body + otherwise).map(Step.statement))
    case .for(let target, let iterable, let body, let otherwise):
      push([.bind(target), .read(iterable)] + (body + otherwise).map(Step.statement))
    case .try(let body, let handlers, let otherwise, let finally):
      push(
        body.map(Step.statement) + handlers.flatMap(steps(of:))
          + (otherwise + finally).map(Step.statement))
    case .with(let items, let body):
      push(
        items.flatMap { [.read($0.context)] + [$0.target].compactMap { $0.map(Step.bind) } }
          + body.map(Step.statement))
    case .function(let function):
      try note(function.name, .bound, at: range)
      push(steps(of: function, at: range.start))
    case .class(let definition):
      try note(definition.name, .bound, at: range)
      push(
        (definition.decorators + definition.arguments.values).map(Step.read)
          + [.enterClass(definition.name)] + definition.body.map(Step.statement) + [.leave(nil)])
    }
  }

  private func steps(of handler: Statement.Handler) -> [Step] {
    [handler.type].compactMap { $0.map(Step.read) }
      + [handler.name].compactMap { $0.map { .bindName($0, handler.range) } }
      + handler.body.map(Step.statement)
  }

  private func steps(of function: Statement.Function, at start: SourcePosition) -> [Step] {
    let parameters = function.parameters
    let annotated =
      parameters.positionalOnly + parameters.positional
      + [parameters.rest, parameters.keywords].compactMap(\.self) + parameters.keywordOnly
    let annotations = annotated.compactMap(\.annotation) + [function.result].compactMap(\.self)
    return (parameters.standards + function.decorators + annotations).map(Step.read)
      + [.enterFunction(parameters)] + function.body.map(Step.statement) + [.leave(start)]
  }

  private func bind(imported names: [Statement.ImportedName]) throws(ProgramError) {
    for name in names {
      if name.name == "*" {
        guard block.kind == .module else {
          throw ProgramError("import * only allowed at module level", name.range)
        }
      } else {
        try note(name.alias ?? name.name, .imported, at: name.range)
      }
    }
  }

  private func bind(
    annotated target: Expression, isSimple: Bool, hasValue: Bool, _ range: SourceRange
  ) throws(ProgramError) {
    guard let name = target.name else { return }
    let uses = block.uses(of: name)
    if isSimple, block !== module, !uses.isDisjoint(with: [.global, .nonlocal]) {
      let kind = uses.contains(.global) ? "global" : "nonlocal"
      throw ProgramError("annotated name '\(name)' can't be \(kind)", range)
    }
    if isSimple {
      try note(name, [.annotated, .bound], at: target.range)
    } else if hasValue {
      try note(name, .bound, at: target.range)
    }
  }

  private func declare(
    _ names: [String], _ use: NameBlock.Uses, _ range: SourceRange
  ) throws(ProgramError) {
    let word = use == .global ? "global" : "nonlocal"
    for name in names {
      let uses = block.uses(of: name)
      if uses.contains(.parameter) { throw ProgramError("name '\(name)' is parameter and \(word)", range) }
      if uses.contains(.read) {
        throw ProgramError("name '\(name)' is used prior to \(word) declaration", range)
      }
      if uses.contains(.annotated) { throw ProgramError("annotated name '\(name)' can't be \(word)", range) }
      if uses.contains(.bound) {
        throw ProgramError("name '\(name)' is assigned to before \(word) declaration", range)
      }
      try note(name, use, at: range)
      block.declare(name, at: range)
    }
  }
}

extension Expression {
  /// The name, if it is one.
  var name: String? {
    guard case .name(let name) = kind else { return nil }
    return name
  }
}
