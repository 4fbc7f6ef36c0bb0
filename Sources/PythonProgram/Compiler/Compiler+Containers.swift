extension Compiler {
  enum Display {
    case tuple, list, set
  }

  /// The constants of a display, where all its items are constants.
  func constantItems(_ items: [Expression]) -> [CodeConstant]? {
    var constants: [CodeConstant] = []
    for item in items {
      guard let constant = constant(of: item) else { return nil }
      constants.append(constant)
    }
    return constants
  }

  /// Builds a tuple, list or set of items, some of which may be starred.
  mutating func compileItems(_ items: [Expression], _ display: Display, at range: SourceRange) {
    let build: Opcode = display == .tuple ? .buildTuple : display == .list ? .buildList : .buildSet
    let extend: Opcode = display == .set ? .setUpdate : .listExtend
    // Three constants and more are taken from one.
    if display != .tuple, items.count > 2, let constants = constantItems(items) {
      unit.emit(display == .set ? .buildSet : .buildList, 0, at: range)
      load(display == .set ? .frozenSet(constants) : .tuple(constants), isGenerated: true, at: range)
      return unit.emit(extend, 1, at: range)
    }
    guard let starred = items.firstIndex(where: \.isStarred) else {
      if items.count > 30 {
        unit.emit(display == .set ? .buildSet : .buildList, 0, at: range)
        for item in items {
          compile(item)
          unit.emit(display == .set ? .setAdd : .listAppend, 1, at: range)
        }
        if display == .tuple { unit.emit(.listToTuple, at: range) }
        return
      }
      for item in items { compile(item) }
      return unit.emit(build, items.count, at: range)
    }
    for item in items[..<starred] { compile(item) }
    unit.emit(display == .set ? .buildSet : .buildList, starred, at: range)
    for item in items[starred...] {
      if case .starred(let inner) = item.kind {
        compile(inner)
        unit.emit(extend, 1, at: range)
      } else {
        compile(item)
        unit.emit(display == .set ? .setAdd : .listAppend, 1, at: range)
      }
    }
    if display == .tuple { unit.emit(.listToTuple, at: range) }
  }

  /// How many values a display may have on the stack at once.
  private static var stackGuideline: Int { 30 }

  mutating func compileDict(_ pairs: [(key: Expression?, value: Expression)], at range: SourceRange) {
    // Runs of pairs are built together, and added to what is there, as mappings in between are.
    var isBuilt = false
    var run: [(key: Expression, value: Expression)] = []
    func flush(_ compiler: inout Compiler) {
      guard !run.isEmpty else { return }
      compiler.compilePairs(run, at: range)
      if isBuilt { compiler.unit.emit(.dictUpdate, 1, at: range) }
      isBuilt = true
      run = []
    }
    for (key, value) in pairs {
      if let key {
        run.append((key, value))
        if 2 * (run.count - 1) > Self.stackGuideline { flush(&self) }
        continue
      }
      flush(&self)
      if !isBuilt { unit.emit(.buildMap, 0, at: range) }
      isBuilt = true
      compile(value)
      unit.emit(.dictUpdate, 1, at: range)
    }
    flush(&self)
    if !isBuilt { unit.emit(.buildMap, 0, at: range) }
  }

  /// Builds a dict of some pairs: of many one by one, of constant keys with a tuple of them.
  private mutating func compilePairs(
    _ pairs: [(key: Expression, value: Expression)], at range: SourceRange
  ) {
    let isLong = 2 * pairs.count > Self.stackGuideline
    if pairs.count > 1, !isLong, let keys = constantItems(pairs.map(\.key)) {
      for (_, value) in pairs { compile(value) }
      load(.tuple(keys), isGenerated: true, at: range)
      return unit.emit(.buildConstantKeyMap, pairs.count, at: range)
    }
    if isLong { unit.emit(.buildMap, 0, at: range) }
    for (key, value) in pairs {
      compile(key)
      compile(value)
      if isLong { unit.emit(.mapAdd, 1, at: range) }
    }
    if !isLong { unit.emit(.buildMap, pairs.count, at: range) }
  }

  // MARK: Comprehensions

  /// A list, set or dict comprehension, as a loop in the code around it.
  mutating func compileComprehension(
    _ kind: ComprehensionKind, _ element: Expression, _ value: Expression?, _ parts: [ComprehensionPart],
    at range: SourceRange
  ) {
    let inner = scope.child(.comprehension, at: range.start)
    compileIterable(parts[0].iterable)
    unit.emit(.getIterator, at: parts[0].iterable.range)
    let outer = scope
    scope = inner
    makeCells(of: inner, at: range)
    let (cleanup, end) = (unit.makeLabel(), unit.makeLabel())
    unit.pushHandler(cleanup, keepsInstruction: false, above: 1)
    unit.emit(kind == .list ? .buildList : kind == .set ? .buildSet : .buildMap, 0, at: range)
    unit.emit(.swap, 2, at: range)
    blocks.append(.value)
    compile(parts[...], depth: 1) { compiler, depth in
      compiler.compile(element)
      if let value { compiler.compile(value) }
      compiler.unit.emit(
        kind == .list ? .listAppend : kind == .set ? .setAdd : .mapAdd, depth + 1, at: element.range)
    }
    blocks.removeLast()
    unit.popHandler()
    clearVariables(of: inner, at: range)
    unit.emitJump(.jump, to: end, at: range)
    unit.place(cleanup)
    clearVariables(of: inner, at: range)
    unit.emit(.reraise, 0, at: range)
    unit.place(end)
    scope = outer
  }

  /// Empties the variables of a comprehension that has ended.
  private func clearVariables(of inner: Scope, at range: SourceRange) {
    for (name, place) in inner.places.sorted(by: { $0.key < $1.key }) {
      switch place {
      case .local: unit.emit(.clearFast, unit.local(name, of: inner), at: range)
      case .cell: unit.emit(.clearFast, unit.cell(name, of: inner), at: range)
      default: break
      }
    }
  }

  /// The loops of a comprehension, one in the other; the iterator of the first is on the stack.
  ///
  /// - Parameter depth: how many iterators are above what is built.
  mutating func compile(
    _ parts: ArraySlice<ComprehensionPart>, depth: Int, body: (inout Compiler, Int) -> Void
  ) {
    guard let part = parts.first else { return body(&self, depth) }
    let (start, exhausted) = (unit.makeLabel(), unit.makeLabel())
    unit.place(start)
    unit.emitJump(.forIterator, to: exhausted, at: part.iterable.range)
    store(to: part.target)
    for condition in part.conditions { jump(if: condition, is: false, to: start, backward: true) }
    let rest = parts.dropFirst()
    if let next = rest.first {
      compileIterable(next.iterable)
      unit.emit(.getIterator, at: next.iterable.range)
      compile(rest, depth: depth + 1, body: body)
    } else {
      body(&self, depth)
    }
    unit.emitJump(.jumpBackward, to: start, at: part.target.range)
    unit.place(exhausted)
    unit.emit(.endFor, at: part.iterable.range)
  }

  /// Goes back to the begin of a loop where a condition has a value.
  private mutating func jump(
    if condition: Expression, is value: Bool, to start: UnitBuilder.Label, backward: Bool
  ) {
    let (back, next) = (unit.makeLabel(), unit.makeLabel())
    jump(if: condition, is: value, to: back)
    unit.emitJump(.jump, to: next, at: condition.range)
    unit.place(back)
    unit.emitJump(.jumpBackward, to: start, at: condition.range)
    unit.place(next)
  }
}
