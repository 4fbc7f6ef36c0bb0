/// Walks a program in the order in which CPython compiles it, and refuses what stands where it cannot.
///
/// What is still to be visited is kept in a list, so that deep programs need no deep stack.
struct PlaceRules {
  /// A step of the walk.
  enum Step {
    case statement(Statement)
    case read(Expression)
    case store(Expression)
    case delete(Expression)
    case storeName(String, SourceRange)
    case checkParameters(Parameters)
    case enter(Unit)
    case leave
    case open(Block, SourceRange)
    case close
    case handler(Statement.Handler)
    case keywords([CallArgument])
    case setBlocks([Block])
    case finally([Statement], SourcePosition)
    case refuse(ProgramError)
  }

  /// Code that is compiled by itself.
  struct Unit {
    var isFunction: Bool
    /// What surrounds the statement that is compiled.
    var blocks: [Block] = []
  }

  /// A statement or handler that has to be left by what jumps out of it.
  enum Block {
    case loop
    case other
    /// A `try` whose `finally` is run before it is left; and where it is.
    case finally([Statement], SourcePosition)
  }

  /// How many blocks CPython allows in each other.
  private static let mostBlocks = 21
  /// How many targets may stand before one with a star.
  private static let mostTargetsBeforeStar = 255

  let features: FutureFeatures
  /// Where the functions are that yield.
  let generators: Set<SourcePosition>
  private var steps: [Step] = []
  var units = [Unit(isFunction: false)]
  /// The `finally` blocks that were walked where something jumps out of their `try`.
  private var finished: Set<SourcePosition> = []
  /// What is compiled, but can hardly be meant.
  var warnings: [SyntaxWarning] = []

  init(features: FutureFeatures, generators: Set<SourcePosition>) {
    self.features = features
    self.generators = generators
  }

  var unit: Unit { units[units.count - 1] }

  /// Adds what is to be visited next.
  mutating func push(_ next: [Step]) { steps += next.reversed() }

  mutating func check(_ statements: [Statement]) throws(ProgramError) {
    push(statements.map(Step.statement))
    while let step = steps.popLast() { try visit(step) }
  }

  private mutating func visit(_ step: Step) throws(ProgramError) {
    switch step {
    case .statement(let statement): try visit(statement)
    case .read(let expression): try visit(expression)
    case .store(let target): try store(target)
    case .delete(let target): try delete(target)
    case .storeName(let name, let range): try check(stored: name, range)
    case .checkParameters(let parameters): try check(parameters)
    case .enter(let unit): units.append(unit)
    case .leave: units.removeLast()
    case .open(let block, let range):
      guard unit.blocks.count < Self.mostBlocks else {
        throw ProgramError("too many statically nested blocks", range)
      }
      units[units.count - 1].blocks.append(block)
    case .close: units[units.count - 1].blocks.removeLast()
    case .handler(let handler): visit(handler)
    case .keywords(let arguments): try checkKeywords(of: arguments)
    case .setBlocks(let blocks): units[units.count - 1].blocks = blocks
    case .finally(let body, let place): if finished.insert(place).inserted { push(body.map(Step.statement)) }
    case .refuse(let error): throw error
    }
  }

  // MARK: Jumps

  /// Walks what is run before a jump leaves the statements around it: CPython compiles that there once more.
  ///
  /// - Parameter failure: why there is no such jump where no loop is found; `nil` for a `return`.
  mutating func leaveBlocks(orFail failure: ProgramError?) {
    let blocks = unit.blocks
    var next: [Step] = []
    var isFound = false
    for (index, block) in blocks.enumerated().reversed() {
      if case .loop = block, failure != nil {
        isFound = true
        break
      }
      if case .finally(let body, let place) = block {
        next += [.setBlocks(Array(blocks[..<index])), .finally(body, place)]
      }
    }
    if !next.isEmpty { next.append(.setBlocks(blocks)) }
    if !isFound, let failure { next.append(.refuse(failure)) }
    push(next)
  }

  // MARK: Names

  func check(stored name: String, _ range: SourceRange) throws(ProgramError) {
    if name == "__debug__" { throw ProgramError("cannot assign to __debug__", range) }
  }

  private func check(_ parameters: Parameters) throws(ProgramError) {
    let all =
      parameters.positionalOnly + parameters.positional + [parameters.rest].compactMap(\.self)
      + parameters.keywordOnly + [parameters.keywords].compactMap(\.self)
    for parameter in all { try check(stored: parameter.name, parameter.wholeRange) }
  }

  // MARK: Targets

  private mutating func store(_ target: Expression) throws(ProgramError) {
    switch target.kind {
    case .name(let name): try check(stored: name, target.range)
    case .attribute(let object, let name, _): push([.read(object), .storeName(name, target.range)])
    case .tuple(let items), .list(let items):
      var hasStar = false
      for (index, item) in items.enumerated() {
        guard case .starred = item.kind else { continue }
        if hasStar { throw ProgramError("multiple starred expressions in assignment", target.range) }
        if index > Self.mostTargetsBeforeStar {
          throw ProgramError("too many expressions in star-unpacking assignment", target.range)
        }
        hasStar = true
      }
      push(items.map { .store($0.withoutStar) })
    case .starred:
      throw ProgramError("starred assignment target must be in a list or tuple", target.range)
    default: push(target.parts.map(Step.read))
    }
  }

  private mutating func delete(_ target: Expression) throws(ProgramError) {
    switch target.kind {
    case .name("__debug__"): throw ProgramError("cannot delete __debug__", target.range)
    case .tuple(let items), .list(let items): push(items.map(Step.delete))
    default: push(target.parts.map(Step.read))
    }
  }

  // MARK: Expressions

  private mutating func visit(_ expression: Expression) throws(ProgramError) {
    switch expression.kind {
    case .tuple(let items), .list(let items), .set(let items): push(items.map { .read($0.withoutStar) })
    case .starred: throw ProgramError("can't use starred expression here", expression.range)
    case .yield:
      guard unit.isFunction else { throw ProgramError("'yield' outside function", expression.range) }
      push(expression.parts.map(Step.read))
    case .yieldFrom:
      guard unit.isFunction else { throw ProgramError("'yield from' outside function", expression.range) }
      push(expression.parts.map(Step.read))
    case .call(let function, let arguments):
      try checkKeywords(of: arguments)
      checkCall(of: function)
      push(expression.parts.map(Step.read))
    case .item(let object, let key):
      checkItem(of: object, key)
      push([.read(object), .read(key)])
    case .comparison(let first, let rest):
      checkIdentity(first, rest, expression.range)
      push(expression.parts.map(Step.read))
    case .lambda(let parameters, let body):
      try check(parameters)
      push(parameters.standards.map(Step.read) + [.enter(Unit(isFunction: true)), .read(body), .leave])
    case .assignment(let name, let nameRange, let value): push([.read(value), .storeName(name, nameRange)])
    case .comprehension(let kind, let element, let value, let parts):
      visit(comprehension: kind, [element, value].compactMap(\.self), parts)
    default: push(expression.parts.map(Step.read))
    }
  }

  private mutating func visit(
    comprehension kind: ComprehensionKind, _ elements: [Expression], _ parts: [ComprehensionPart]
  ) {
    guard let first = parts.first else { return }
    var inner: [Step] = [.enter(Unit(isFunction: true)), .store(first.target)]
    inner += first.conditions.map(Step.read)
    for part in parts.dropFirst() {
      inner += [.read(part.iterable), .store(part.target)] + part.conditions.map(Step.read)
    }
    inner += elements.map(Step.read) + [.leave]
    // Only what a generator expression does is code of its own, which is compiled first.
    push(kind == .generator ? inner + [.read(first.iterable)] : [.read(first.iterable)] + inner)
  }

  /// Refuses names that are given twice.
  func checkKeywords(of arguments: [CallArgument]) throws(ProgramError) {
    var seen: Set<String> = []
    var repeated: [String: SourceRange] = [:]
    for case .keyword(let name, let value, let nameRange) in arguments where !seen.insert(name).inserted {
      if repeated[name] == nil { repeated[name] = nameRange.to(value.outer) }
    }
    for case .keyword(let name, let value, let nameRange) in arguments {
      try check(stored: name, nameRange.to(value.outer))
      if let range = repeated[name] { throw ProgramError("keyword argument repeated: \(name)", range) }
    }
  }
}

extension Expression {
  /// What a star takes apart, if there is one.
  fileprivate var withoutStar: Expression {
    guard case .starred(let value) = kind else { return self }
    return value
  }
}
