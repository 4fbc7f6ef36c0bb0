import BigInt

extension Compiler {
  mutating func compile(_ statements: [Statement]) {
    for statement in statements { compile(statement) }
  }

  mutating func compile(_ statement: Statement) {
    let range = statement.range
    switch statement.kind {
    case .function, .class, .global, .nonlocal: break
    default: mark(range)
    }
    switch statement.kind {
    case .expression(let value):
      // A constant does nothing.
      if case .constant = value.kind { return }
      compile(value)
      unit.emit(.popTop, at: range)
    case .assign(let targets, let value):
      compile(value)
      for (index, target) in targets.enumerated() {
        if index < targets.count - 1 { unit.emit(.copy, 1, at: range) }
        store(to: target)
      }
    case .augmentedAssign(let target, let sign, let value):
      compileAugmented(target, sign, value, at: range)
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      compileAnnotated(target, annotation, value, isSimple: isSimple, at: range)
    case .delete(let targets): for target in targets { delete(target) }
    case .pass, .global, .nonlocal: break
    case .break: compileBreak(at: range)
    case .continue: compileContinue(at: range)
    case .return(let value): compileReturn(value, at: range)
    case .raise(let exception, let cause):
      if let exception { compile(exception) }
      if let cause { compile(cause) }
      unit.emit(.raise, exception == nil ? 0 : cause == nil ? 1 : 2, at: range)
    case .assert(let condition, let message): compileAssert(condition, message)
    case .import(let names): for name in names { compileImport(name, at: range) }
    case .importFrom(let module, let level, let names):
      compileImport(from: module, level: level, names, at: range)
    case .if(let condition, let body, let otherwise): compileIf(condition, body, otherwise)
    case .while(let condition, let body, let otherwise): compileWhile(condition, body, otherwise)
    case .for(let target, let iterable, let body, let otherwise):
      compileFor(target, iterable, body, otherwise)
    case .try(let body, let handlers, let otherwise, let finally):
      if finally.isEmpty {
        compileTry(body, handlers, otherwise, at: range)
      } else {
        compileFinally(body, handlers, otherwise, finally, at: range)
      }
    case .with(let items, let body): compileWith(items[...], body)
    case .function(let function): compileFunction(function, at: range)
    case .class(let definition): compileClass(definition, at: range)
    }
  }

  // MARK: Assignment

  /// Stores the top of the stack in a target.
  mutating func store(to target: Expression) {
    let range = target.range
    switch target.kind {
    case .name(let name): store(name, at: range)
    case .attribute(let object, let name, let nameRange):
      compile(object)
      noteAttribute(name, of: object)
      unit.emit(
        .storeAttribute, unit.name(scope.mangled(name)), at: attributeRange(target, nameRange: nameRange))
    case .item(let object, let key):
      compile(object)
      if let bounds = simpleSlice(key) {
        for bound in bounds { compile(bound, orNoneAt: key.range) }
        unit.emit(.storeSlice, at: range)
      } else {
        compile(key)
        unit.emit(.storeItem, at: range)
      }
    case .tuple(let items), .list(let items):
      if let starred = items.firstIndex(where: \.isStarred) {
        unit.emit(.unpackStarred, starred | (items.count - starred - 1) << 8, at: range)
      } else {
        unit.emit(.unpackSequence, items.count, at: range)
      }
      for item in items {
        if case .starred(let inner) = item.kind { store(to: inner) } else { store(to: item) }
      }
    case .starred(let inner): store(to: inner)
    default: unit.emit(.popTop, at: range)
    }
  }

  /// Notes that a method sets an attribute on `self`, for its class's `__static_attributes__`.
  private func noteAttribute(_ name: String, of object: Expression) {
    if case .name("self") = object.kind, unit.scope.isFunction { unit.staticAttributes.append(name) }
  }

  /// Where an attribute is read or set: from its own line on, where the object's text takes several.
  func attributeRange(_ expression: Expression, nameRange: SourceRange) -> SourceRange {
    guard expression.range.start.line != expression.range.end.line else { return expression.range }
    return SourceRange(nameRange.start, expression.range.end)
  }

  /// The bounds of a slice without a step.
  func simpleSlice(_ key: Expression) -> [Expression?]? {
    guard case .slice(let start, let stop, nil) = key.kind else { return nil }
    return [start, stop]
  }

  mutating func compile(_ expression: Expression?, orNoneAt range: SourceRange) {
    if let expression { compile(expression) } else { load(.plain(.none), at: range) }
  }

  private mutating func delete(_ target: Expression) {
    let range = target.range
    switch target.kind {
    case .name(let name): use(name, .delete, at: range)
    case .attribute(let object, let name, let nameRange):
      compile(object)
      unit.emit(
        .deleteAttribute, unit.name(scope.mangled(name)), at: attributeRange(target, nameRange: nameRange))
    case .item(let object, let key):
      compile(object)
      compile(key)
      unit.emit(.deleteItem, at: range)
    case .tuple(let items), .list(let items): for item in items { delete(item) }
    default: break
    }
  }

  private mutating func compileAugmented(
    _ target: Expression, _ sign: BinarySign, _ value: Expression, at range: SourceRange
  ) {
    let operation = 32 + sign.number
    switch target.kind {
    case .name(let name):
      load(name, at: target.range)
      compile(value)
      unit.emit(.binary, operation, at: range)
      store(name, at: target.range)
    case .attribute(let object, let name, let nameRange):
      let place = attributeRange(target, nameRange: nameRange)
      compile(object)
      noteAttribute(name, of: object)
      unit.emit(.copy, 1, at: place)
      unit.emit(.loadAttribute, unit.name(scope.mangled(name)), at: place)
      compile(value)
      unit.emit(.binary, operation, at: range)
      unit.emit(.swap, 2, at: place)
      unit.emit(.storeAttribute, unit.name(scope.mangled(name)), at: place)
    case .item(let object, let key):
      compile(object)
      if let bounds = simpleSlice(key) {
        for bound in bounds { compile(bound, orNoneAt: key.range) }
        for _ in 0..<3 { unit.emit(.copy, 3, at: target.range) }
        unit.emit(.binarySlice, at: target.range)
        compile(value)
        unit.emit(.binary, operation, at: range)
        for place in [4, 3, 2] { unit.emit(.swap, place, at: target.range) }
        unit.emit(.storeSlice, at: target.range)
      } else {
        compile(key)
        for _ in 0..<2 { unit.emit(.copy, 2, at: target.range) }
        unit.emit(.loadItem, at: target.range)
        compile(value)
        unit.emit(.binary, operation, at: range)
        for place in [3, 2] { unit.emit(.swap, place, at: target.range) }
        unit.emit(.storeItem, at: target.range)
      }
    default: compile(value)
    }
  }

  private mutating func compileAnnotated(
    _ target: Expression, _ annotation: Expression, _ value: Expression?, isSimple: Bool,
    at range: SourceRange
  ) {
    if let value {
      compile(value)
      store(to: target)
    }
    guard case .name(let name) = target.kind, isSimple else {
      // What is not a plain name is looked at all the same.
      if value == nil {
        switch target.kind {
        case .attribute(let object, _, _):
          compile(object)
          unit.emit(.popTop, at: range)
        case .item(let object, let key):
          compile(object)
          unit.emit(.popTop, at: range)
          compile(key)
          unit.emit(.popTop, at: range)
        default: break
        }
      }
      if !scope.isFunction {
        compile(annotation)
        unit.emit(.popTop, at: range)
      }
      return
    }
    guard !scope.isFunction else { return }
    compile(annotation)
    load("__annotations__", at: range)
    load(.plain(.string(scope.mangled(name).unicodeScalars.map(\.value))), at: range)
    unit.emit(.storeItem, at: range)
  }

  // MARK: Control

  private mutating func compileIf(
    _ condition: Expression, _ body: [Statement], _ otherwise: [Statement]
  ) {
    let end = unit.makeLabel()
    let next = otherwise.isEmpty ? end : unit.makeLabel()
    jump(if: condition, is: false, to: next)
    compile(body)
    if !otherwise.isEmpty {
      unit.emitJump(.jump, to: end, at: condition.range)
      unit.place(next)
      compile(otherwise)
    }
    unit.place(end)
  }

  private mutating func compileWhile(
    _ condition: Expression, _ body: [Statement], _ otherwise: [Statement]
  ) {
    let start = unit.makeLabel()
    let end = unit.makeLabel()
    let otherwiseLabel = unit.makeLabel()
    let bottom = unit.makeLabel()
    unit.place(start)
    blocks.append(.whileLoop(break: end, continue: bottom))
    let isEndless: Bool
    switch condition.kind {
    case .constant(.true): isEndless = true
    case .constant(.integer(let value)): isEndless = value != 0
    default: isEndless = false
    }
    if !isEndless { jump(if: condition, is: false, to: otherwiseLabel) }
    compile(body)
    unit.place(bottom)
    if options.marksStatements, !isEndless { mark(condition.range) }
    unit.emitJump(.jumpBackward, to: start, at: condition.range)
    blocks.removeLast()
    unit.place(otherwiseLabel)
    compile(otherwise)
    unit.place(end)
  }

  private mutating func compileFor(
    _ target: Expression, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement]
  ) {
    let start = unit.makeLabel()
    let end = unit.makeLabel()
    let exhausted = unit.makeLabel()
    compileIterable(iterable)
    unit.emit(.getIterator, at: iterable.range)
    blocks.append(.forLoop(break: end, continue: start))
    unit.place(start)
    unit.emitJump(.forIterator, to: exhausted, at: iterable.range)
    store(to: target)
    compile(body)
    unit.emitJump(.jumpBackward, to: start, at: target.range)
    blocks.removeLast()
    unit.place(exhausted)
    unit.emit(.endFor, at: iterable.range)
    compile(otherwise)
    unit.place(end)
  }

  /// What a loop or comprehension goes through: a display of constants is one.
  mutating func compileIterable(_ iterable: Expression) {
    if case .list(let items) = iterable.kind, let constants = constantItems(items) {
      load(.tuple(constants), at: iterable.range)
    } else if case .set(let items) = iterable.kind, let constants = constantItems(items) {
      load(.frozenSet(constants), at: iterable.range)
    } else if case .list(let items) = iterable.kind, !items.contains(where: \.isStarred) {
      // Nobody else sees it, so a tuple does.
      compileItems(items, .tuple, at: iterable.range)
    } else {
      compile(iterable)
    }
  }

  private mutating func compileAssert(_ condition: Expression, _ message: Expression?) {
    let end = unit.makeLabel()
    jump(if: condition, is: true, to: end)
    unit.emit(.loadAssertionError, at: condition.range)
    if let message {
      compile(message)
      unit.emit(.call, 0, at: condition.range)
    }
    unit.emit(.raise, 1, at: condition.range)
    unit.place(end)
  }

  private mutating func compileReturn(_ value: Expression?, at range: SourceRange) {
    let constant = value.map { self.constant(of: $0) } ?? .plain(.none)
    if constant == nil, let value { compile(value) }
    let handlers = unit.activeHandlers
    leaveBlocks(keepsValue: constant == nil, at: range) { _ in false }
    if let constant { load(constant, at: range) }
    unit.emit(.returnValue, at: range)
    unit.activeHandlers = handlers
  }

  private mutating func compileBreak(at range: SourceRange) {
    guard let loop = blocks.last(where: \.isLoop), let target = loop.breakLabel else { return }
    let handlers = unit.activeHandlers
    leaveBlocks(keepsValue: false, at: range) { $0.isLoop }
    if case .forLoop = loop { unit.emit(.endFor, at: range) }
    unit.emitJump(.jump, to: target, at: range)
    unit.activeHandlers = handlers
  }

  private mutating func compileContinue(at range: SourceRange) {
    guard let loop = blocks.last(where: \.isLoop), let target = loop.continueLabel else { return }
    let handlers = unit.activeHandlers
    leaveBlocks(keepsValue: false, at: range) { $0.isLoop }
    if case .forLoop = loop {
      unit.emitJump(.jumpBackward, to: target, at: range)
    } else {
      unit.emitJump(.jump, to: target, at: range)
    }
    unit.activeHandlers = handlers
  }

  // MARK: Imports

  private func compileImport(_ name: Statement.ImportedName, at range: SourceRange) {
    load(.plain(.integer(0)), at: range)
    load(.plain(.none), at: range)
    unit.emit(.importName, unit.name(name.name), at: range)
    guard let alias = name.alias else {
      return store(String(name.name.prefix { $0 != "." }), at: range)
    }
    for part in name.name.split(separator: ".").dropFirst() {
      unit.emit(.importFrom, unit.name(String(part)), at: range)
      unit.emit(.swap, 2, at: range)
      unit.emit(.popTop, at: range)
    }
    store(alias, at: range)
  }

  private func compileImport(
    from module: String?, level: Int, _ names: [Statement.ImportedName], at range: SourceRange
  ) {
    load(.plain(.integer(.init(level))), at: range)
    let constants = names.map { CodeConstant.plain(.string($0.name.unicodeScalars.map(\.value))) }
    load(.tuple(constants), isGenerated: true, at: range)
    unit.emit(.importName, unit.name(module ?? ""), at: range)
    for name in names {
      unit.emit(.importFrom, unit.name(name.name), at: range)
      if name.name == "*" {
        unit.emit(.popTop, at: range)
      } else {
        store(name.alias ?? name.name, at: range)
      }
    }
    unit.emit(.popTop, at: range)
  }
}

extension Expression {
  var isStarred: Bool { if case .starred = kind { true } else { false } }
}

extension Compiler.Block {
  var isLoop: Bool {
    switch self {
    case .whileLoop, .forLoop: true
    default: false
    }
  }

  var breakLabel: UnitBuilder.Label? {
    switch self {
    case .whileLoop(let label, _), .forLoop(let label, _): label
    default: nil
    }
  }

  var continueLabel: UnitBuilder.Label? {
    switch self {
    case .whileLoop(_, let label), .forLoop(_, let label): label
    default: nil
    }
  }
}
