/// Finds the blocks of a program and the names that each binds and reads, in the manner of CPython's `symtable`.
struct ScopeAnalysis {
  private var scope: Scope

  /// The block of a whole program, with the inner ones, all names resolved.
  static func scope(of statements: [Statement]) -> Scope {
    let module = Scope(.module, name: "<module>", parent: nil)
    var analysis = ScopeAnalysis(scope: module)
    analysis.visit(statements)
    module.resolve()
    return module
  }

  private func bind(_ name: String) { scope.note(scope.mangled(name), .bound) }

  private mutating func inside(_ inner: Scope, _ body: (inout ScopeAnalysis) -> Void) {
    let outer = scope
    scope = inner
    body(&self)
    scope = outer
  }

  mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .expression(let value): visit(value)
    case .assign(let targets, let value):
      visit(value)
      for target in targets { visit(target: target) }
    case .augmentedAssign(let target, _, let value):
      visit(target)
      visit(value)
      visit(target: target)
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      if !scope.isFunction || !isSimple { visit(annotation) }
      if let value { visit(value) }
      if isSimple || value != nil { visit(target: target) } else { visitParts(of: target) }
      if !scope.isFunction, isSimple { scope.note("__annotations__", [.bound, .read]) }
    case .delete(let targets): for target in targets { visit(target: target) }
    case .pass, .break, .continue: break
    case .return(let value): if let value { visit(value) }
    case .raise(let exception, let cause):
      if let exception { visit(exception) }
      if let cause { visit(cause) }
    case .assert(let condition, let message):
      visit(condition)
      if let message { visit(message) }
    case .global(let names): for name in names { scope.note(scope.mangled(name), .global) }
    case .nonlocal(let names): for name in names { scope.note(scope.mangled(name), .nonlocal) }
    case .import(let names):
      for name in names { bind(name.alias ?? String(name.name.prefix { $0 != "." })) }
    case .importFrom(_, _, let names):
      for name in names where name.name != "*" { bind(name.alias ?? name.name) }
    case .if(let condition, let body, let otherwise), .while(let condition, let body, let otherwise):
      visit(condition)
      visit(body)
      visit(otherwise)
    case .for(let target, let iterable, let body, let otherwise):
      visit(iterable)
      visit(target: target)
      visit(body)
      visit(otherwise)
    case .try(let body, let handlers, let otherwise, let finally):
      visit(body)
      for handler in handlers {
        if let type = handler.type { visit(type) }
        if let name = handler.name { bind(name) }
        visit(handler.body)
      }
      visit(otherwise)
      visit(finally)
    case .with(let items, let body):
      for item in items {
        visit(item.context)
        if let target = item.target { visit(target: target) }
      }
      visit(body)
    case .function(let function): visit(function, at: statement.range.start)
    case .class(let definition): visit(definition, at: statement.range.start)
    }
  }

  private mutating func visit(_ function: Statement.Function, at start: SourcePosition) {
    for decorator in function.decorators { visit(decorator) }
    visitDefaults(function.parameters)
    for parameter in function.parameters.all {
      if let annotation = parameter.annotation { visit(annotation) }
    }
    if let result = function.result { visit(result) }
    bind(function.name)
    let child = scope.addChild(.function, name: function.name, at: start)
    inside(child) { analysis in
      analysis.bindParameters(function.parameters)
      analysis.visit(function.body)
    }
  }

  private mutating func visit(_ definition: Statement.Class, at start: SourcePosition) {
    for decorator in definition.decorators { visit(decorator) }
    for argument in definition.arguments { visit(argument) }
    bind(definition.name)
    let child = scope.addChild(.class, name: definition.name, at: start)
    inside(child) { analysis in
      for name in ["__module__", "__qualname__", "__static_attributes__", "__firstlineno__"] {
        analysis.scope.note(name, .bound)
      }
      analysis.visit(definition.body)
    }
  }

  private mutating func visitDefaults(_ parameters: Parameters) {
    for parameter in parameters.all { if let standard = parameter.standard { visit(standard) } }
  }

  private func bindParameters(_ parameters: Parameters) {
    for parameter in parameters.all { scope.note(scope.mangled(parameter.name), .parameter) }
  }

  private mutating func visit(_ argument: CallArgument) {
    switch argument {
    case .positional(let value), .starred(let value), .keyword(_, let value, _), .doubleStarred(let value):
      visit(value)
    }
  }

  /// What is assigned to or deleted: names are bound, the rest is read.
  private mutating func visit(target: Expression) {
    switch target.kind {
    case .name(let name): bind(name)
    case .tuple(let items), .list(let items): for item in items { visit(target: item) }
    case .starred(let item): visit(target: item)
    default: visitParts(of: target)
    }
  }

  private mutating func visitParts(of target: Expression) {
    switch target.kind {
    case .attribute(let object, _, _): visit(object)
    case .item(let object, let key):
      visit(object)
      visit(key)
    default: break
    }
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .name(let name):
      scope.note(scope.mangled(name), .read)
      // A call of `super` without arguments needs the class that the function stands in.
      if name == "super", scope.isFunction { scope.note("__class__", .read) }
    case .constant: break
    case .formatted(let parts): visit(parts)
    case .attribute(let object, _, _): visit(object)
    case .item(let object, let key):
      visit(object)
      visit(key)
    case .slice(let start, let stop, let step):
      for part in [start, stop, step] { if let part { visit(part) } }
    case .call(let function, let arguments):
      visit(function)
      for argument in arguments { visit(argument) }
    case .unary(_, let operand), .starred(let operand): visit(operand)
    case .binary:
      // Chains lean to the left and are long.
      var operands: [Expression] = []
      var left = expression
      while case .binary(let next, _, let right) = left.kind {
        operands.append(right)
        left = next
      }
      visit(left)
      for operand in operands.reversed() { visit(operand) }
    case .boolean(_, let operands), .tuple(let operands), .list(let operands), .set(let operands):
      for operand in operands { visit(operand) }
    case .comparison(let first, let rest):
      visit(first)
      for (_, operand) in rest { visit(operand) }
    case .conditional(let condition, let value, let otherwise):
      visit(condition)
      visit(value)
      visit(otherwise)
    case .lambda(let parameters, let body):
      visitDefaults(parameters)
      let child = scope.addChild(.lambda, name: "<lambda>", at: expression.range.start)
      inside(child) { analysis in
        analysis.bindParameters(parameters)
        analysis.visit(body)
      }
    case .dict(let pairs):
      for (key, value) in pairs {
        if let key { visit(key) }
        visit(value)
      }
    case .comprehension(let kind, let element, let value, let parts):
      visit(comprehension: kind, element, value, parts, at: expression.range.start)
    case .assignment(let name, _, let value):
      visit(value)
      bindOutsideComprehensions(scope.mangled(name))
    case .yield(let value):
      scope.isGenerator = true
      if let value { visit(value) }
    case .yieldFrom(let value):
      scope.isGenerator = true
      visit(value)
    }
  }

  /// A name that a comprehension assigns is a variable of the function around it.
  private func bindOutsideComprehensions(_ name: String) {
    var owner = scope
    var passed: [Scope] = []
    while owner.kind == .comprehension || owner.kind == .generatorExpression, let parent = owner.parent {
      passed.append(owner)
      owner = parent
    }
    if owner.uses[name]?.contains(.global) != true, owner.uses[name]?.contains(.nonlocal) != true {
      owner.note(name, .bound)
    }
    for inner in passed { inner.note(name, owner.isFunction ? .nonlocal : .global) }
  }

  private mutating func visit(_ parts: [FormattedPart]) {
    for case .field(let value, _, let specification) in parts {
      visit(value)
      if let specification { visit(specification) }
    }
  }

  private mutating func visit(
    comprehension kind: ComprehensionKind, _ element: Expression, _ value: Expression?,
    _ parts: [ComprehensionPart], at start: SourcePosition
  ) {
    visit(parts[0].iterable)
    let isGenerator = kind == .generator
    let child = scope.addChild(
      isGenerator ? .generatorExpression : .comprehension, name: kind.title, at: start)
    child.isGenerator = isGenerator
    inside(child) { analysis in
      if isGenerator { analysis.scope.note(".0", .parameter) }
      for (index, part) in parts.enumerated() {
        if index > 0 { analysis.visit(part.iterable) }
        analysis.visit(target: part.target)
        for condition in part.conditions { analysis.visit(condition) }
      }
      if let value { analysis.visit(value) }
      analysis.visit(element)
    }
  }
}

extension ComprehensionKind {
  /// What its code is called.
  var title: String {
    switch self {
    case .list: "<listcomp>"
    case .set: "<setcomp>"
    case .dict: "<dictcomp>"
    case .generator: "<genexpr>"
    }
  }
}
