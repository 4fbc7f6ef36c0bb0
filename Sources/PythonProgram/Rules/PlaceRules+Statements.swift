extension PlaceRules {
  mutating func visit(_ statement: Statement) throws(ProgramError) {
    let range = statement.range
    switch statement.kind {
    case .expression(let value): push([.read(value)])
    case .assign(let targets, let value): push([.read(value)] + targets.map(Step.store))
    case .augmentedAssign(let target, _, let value):
      push(
        (target.parts + [value]).map(Step.read) + (target.name.map { [.storeName($0, target.range)] } ?? []))
    case .annotatedAssign(let target, let annotation, let value, _):
      visit(annotated: target, annotation, value, range)
    case .delete(let targets): push(targets.map(Step.delete))
    case .pass, .global, .nonlocal: break
    case .break: leaveBlocks(orFail: ProgramError("'break' outside loop", range))
    case .continue: leaveBlocks(orFail: ProgramError("'continue' not properly in loop", range))
    case .return(let value):
      guard unit.isFunction else { throw ProgramError("'return' outside function", range) }
      leaveBlocks(orFail: nil)
      push([value].compactMap { $0.map(Step.read) })
    case .raise(let exception, let cause): push([exception, cause].compactMap { $0.map(Step.read) })
    case .assert(let condition, let message):
      checkAssertion(condition, range)
      push([condition, message].compactMap { $0.map(Step.read) })
    case .import(let names):
      push(names.map { .storeName($0.alias ?? String($0.name.prefix { $0 != "." }), range) })
    case .importFrom(let module, let level, let names):
      if level == 0 { try features.check(importFrom: module, at: range) }
      push(names.map { .storeName($0.alias ?? $0.name, range) })
    case .if(let condition, let body, let otherwise):
      push([.read(condition)] + (body + otherwise).map(Step.statement))
    case .while(let condition, let body, let otherwise):
      push(
        [.open(.loop, range), .read(condition)] + body.map(Step.statement) + [.close]
          + otherwise.map(Step.statement))
    case .for(let target, let iterable, let body, let otherwise):
      push(
        [.open(.loop, range), .read(iterable), .store(target)] + body.map(Step.statement) + [.close]
          + otherwise.map(Step.statement))
    case .try(let body, let handlers, let otherwise, let finally):
      visitTry(body, handlers, otherwise, finally, range)
    case .with(let items, let body):
      var next: [Step] = []
      for item in items {
        next += [.read(item.context), .open(.other, item.context.range)]
        if let target = item.target { next.append(.store(target)) }
      }
      push(next + body.map(Step.statement) + items.map { _ in .close })
    case .function(let function): visit(function, range)
    case .class(let definition): try visit(definition, range)
    }
  }

  private mutating func visit(
    annotated target: Expression, _ annotation: Expression, _ value: Expression?, _ range: SourceRange
  ) {
    var next: [Step] = []
    if let value { next += [.read(value), .store(target)] }
    switch target.kind {
    case .name(let name): next.append(.storeName(name, range))
    case .attribute(let object, let name, _):
      next.append(.storeName(name, range))
      if value == nil { next.append(.read(object)) }
    default: if value == nil { next += target.parts.map(Step.read) }
    }
    // A function never evaluates the annotations inside it.
    push(next + (unit.isFunction ? [] : [.read(annotation)]))
  }

  private mutating func visitTry(
    _ body: [Statement], _ handlers: [Statement.Handler], _ otherwise: [Statement], _ finally: [Statement],
    _ range: SourceRange
  ) {
    var next: [Step] = body.map(Step.statement)
    if !handlers.isEmpty {
      next = [.open(.other, range)] + next + [.close] + otherwise.map(Step.statement)
      next.append(.open(.other, range))
      for (index, handler) in handlers.enumerated() {
        if handler.type == nil, index < handlers.count - 1 {
          next.append(.refuse(ProgramError("default 'except:' must be last", handler.range)))
        }
        next.append(.handler(handler))
      }
      next.append(.close)
    }
    if !finally.isEmpty {
      next = [.open(.finally(finally, range.start), range)] + next + [.close]
      next += [.open(.other, range), .finally(finally, range.start), .close]
    }
    push(next)
  }

  mutating func visit(_ handler: Statement.Handler) {
    var next: [Step] = [handler.type].compactMap { $0.map(Step.read) }
    if let name = handler.name { next.append(.storeName(name, handler.range)) }
    push(next + [.open(.other, handler.range)] + handler.body.map(Step.statement) + [.close])
  }

  private mutating func visit(_ function: Statement.Function, _ range: SourceRange) {
    let parameters = function.parameters
    // The values of what a star collects may be annotated with a star.
    var annotations = (parameters.positional + parameters.positionalOnly).compactMap(\.annotation)
    if let annotation = parameters.rest?.annotation {
      if case .starred(let value) = annotation.kind {
        annotations.append(value)
      } else {
        annotations.append(annotation)
      }
    }
    annotations += (parameters.keywordOnly + [parameters.keywords].compactMap(\.self)).compactMap(
      \.annotation)
    annotations += [function.result].compactMap(\.self)
    var unit = Unit(isFunction: true)
    // The error that a generator's `StopIteration` becomes is made in a block around all of it.
    if generators.contains(range.start) { unit.blocks.append(.other) }
    push(
      [.checkParameters(parameters)]
        + (function.decorators + parameters.standards + annotations).map(Step.read)
        + [.enter(unit)] + function.body.map(Step.statement) + [.leave, .storeName(function.name, range)])
  }

  private mutating func visit(_ definition: Statement.Class, _ range: SourceRange) throws(ProgramError) {
    for case .keyword("metaclass", let value, let nameRange) in definition.arguments {
      throw ProgramError("metaclasses are not supported here", nameRange.to(value.outer))
    }
    push(
      definition.decorators.map(Step.read) + [.enter(Unit(isFunction: false))]
        + definition.body.map(Step.statement) + [.leave, .keywords(definition.arguments)]
        + definition.arguments.values.map(Step.read) + [.storeName(definition.name, range)])
  }
}
