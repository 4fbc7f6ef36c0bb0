/// Walks a program in the order in which CPython's symbol table is built, and refuses what that refuses.
///
/// What is still to be visited is kept in a list, so that deep programs need no deep stack.
struct NameRules {
  /// A step of the walk.
  enum Step {
    case statement(Statement)
    case read(Expression)
    /// What is assigned to or deleted.
    case bind(Expression)
    case bindName(String, SourceRange)
    case enterFunction(Parameters)
    case enterClass(String)
    case enterComprehension(ComprehensionKind)
    /// Leaves a block; of a function its statement's place is given.
    case leave(SourcePosition?)
    case iterationTarget(Bool)
    case iterableDepth(Int)
    case refuseYield(SourceRange)
  }

  private var steps: [Step] = []
  let module = NameBlock(.module, in: nil)
  /// The block that is walked and those around it, the innermost last.
  var blocks: [NameBlock] = []
  /// Where the functions are that yield.
  private(set) var generators: Set<SourcePosition> = []

  var block: NameBlock { blocks[blocks.count - 1] }

  /// Adds what is to be visited next.
  mutating func push(_ next: [Step]) { steps += next.reversed() }

  mutating func check(_ statements: [Statement]) throws(ProgramError) {
    blocks = [module]
    push(statements.map(Step.statement))
    while let step = steps.popLast() { try visit(step) }
    var waiting: [(block: NameBlock, bound: Set<String>?)] = [(module, nil)]
    while let (block, bound) = waiting.popLast() {
      let visible = try block.checkDeclarations(bound: bound)
      waiting += block.children.reversed().map { ($0, visible) }
    }
  }

  private mutating func visit(_ step: Step) throws(ProgramError) {
    switch step {
    case .statement(let statement): try visit(statement)
    case .read(let expression): try visit(expression)
    case .bind(let target): try bind(target)
    case .bindName(let name, let range): try block.note(name, .bound, at: range)
    case .enterFunction(let parameters): try enter(parameters)
    case .enterClass(let name): blocks.append(NameBlock(.class, privateName: name, in: block))
    case .enterComprehension(let kind): blocks.append(NameBlock(.function, comprehension: kind, in: block))
    case .leave(let place):
      if let place, block.isGenerator { generators.insert(place) }
      blocks.removeLast()
    case .iterationTarget(let isTarget): block.isIterationTarget = isTarget
    case .iterableDepth(let change): block.iterableDepth += change
    case .refuseYield(let range): try refuseYield(range)
    }
  }

  private mutating func enter(_ parameters: Parameters) throws(ProgramError) {
    blocks.append(NameBlock(.function, in: block))
    let all =
      parameters.positionalOnly + parameters.positional + parameters.keywordOnly
      + [parameters.rest, parameters.keywords].compactMap(\.self)
    for parameter in all { try block.note(parameter.name, .parameter, at: parameter.wholeRange) }
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression) throws(ProgramError) {
    switch expression.kind {
    // It is a constant, which was put in its place before.
    case .name("__debug__"): break
    case .name(let name):
      try block.note(name, .read, at: expression.range)
      if name == "super", block.kind == .function { try block.note("__class__", .read, at: expression.range) }
    case .lambda(let parameters, let body):
      push(parameters.standards.map(Step.read) + [.enterFunction(parameters), .read(body), .leave(nil)])
    case .comprehension(let kind, let element, let value, let parts):
      visit(comprehension: kind, [value, element].compactMap(\.self), parts)
    case .assignment(let name, let nameRange, let value):
      try checkAssignment(name, nameRange, expression.range)
      push([.read(value), .bindName(name, nameRange)])
    case .dict(let pairs):
      // All keys come before the values.
      push(pairs.compactMap { $0.key.map(Step.read) } + pairs.map { .read($0.value) })
    case .yield, .yieldFrom:
      push(expression.parts.map(Step.read) + [.refuseYield(expression.range)])
    default: push(expression.parts.map(Step.read))
    }
  }

  /// What is bound: names; of other targets the parts are read.
  private mutating func bind(_ target: Expression) throws(ProgramError) {
    switch target.kind {
    case .name(let name): try block.note(name, .bound, at: target.range)
    case .tuple(let items), .list(let items): push(items.map(Step.bind))
    case .starred(let item): push([.bind(item)])
    default: push(target.parts.map(Step.read))
    }
  }

  private func refuseYield(_ range: SourceRange) throws(ProgramError) {
    block.isGenerator = true
    guard let comprehension = block.comprehension else { return }
    throw ProgramError("'yield' inside \(comprehension.words)", range)
  }

  // MARK: Comprehensions

  private mutating func visit(
    comprehension kind: ComprehensionKind, _ elements: [Expression], _ parts: [ComprehensionPart]
  ) {
    guard let first = parts.first else { return }
    var next: [Step] = [
      .iterableDepth(1), .read(first.iterable), .iterableDepth(-1), .enterComprehension(kind),
      .iterationTarget(true), .bind(first.target), .iterationTarget(false),
    ]
    next += first.conditions.map(Step.read)
    for part in parts.dropFirst() {
      next += [
        .iterationTarget(true), .bind(part.target), .iterationTarget(false),
        .iterableDepth(1), .read(part.iterable), .iterableDepth(-1),
      ]
      next += part.conditions.map(Step.read)
    }
    push(next + elements.map(Step.read) + [.leave(nil)])
  }

  /// A name that is assigned inside an expression; inside comprehensions it is a variable of the block around them.
  private func checkAssignment(
    _ name: String, _ nameRange: SourceRange, _ range: SourceRange
  ) throws(ProgramError) {
    if block.iterableDepth > 0 {
      throw ProgramError(
        "assignment expression cannot be used in a comprehension iterable expression", range)
    }
    guard block.comprehension != nil else { return }
    for outer in blocks.reversed() {
      let uses = outer.uses(of: name)
      if outer.comprehension != nil {
        if uses.contains(.iterated), !uses.isDisjoint(with: [.bound, .global]) {
          throw ProgramError(
            "assignment expression cannot rebind comprehension iteration variable '\(name)'", nameRange)
        }
        continue
      }
      switch outer.kind {
      case .class:
        throw ProgramError(
          "assignment expression within a comprehension cannot be used in a class body", nameRange)
      case .function:
        try note(name, uses.contains(.global) ? .global : .nonlocal, at: nameRange)
        block.declare(name, at: nameRange)
        return try outer.note(name, .bound, at: nameRange)
      case .module:
        try note(name, .global, at: nameRange)
        block.declare(name, at: nameRange)
        return
      }
    }
  }

  /// Notes a use in the block that is walked; what is global there is so in the module too.
  func note(_ name: String, _ use: NameBlock.Uses, at range: SourceRange) throws(ProgramError) {
    try block.note(name, use, at: range)
    if use == .global, block !== module { module.noteGlobal(block.mangled(name)) }
  }
}

extension Parameters.Parameter {
  /// Its place with the annotation.
  var wholeRange: SourceRange { annotation.map { range.to($0.outer) } ?? range }
}

extension ComprehensionKind {
  /// What it is called in an error.
  fileprivate var words: String {
    switch self {
    case .list: "list comprehension"
    case .set: "set comprehension"
    case .dict: "dict comprehension"
    case .generator: "generator expression"
    }
  }
}
