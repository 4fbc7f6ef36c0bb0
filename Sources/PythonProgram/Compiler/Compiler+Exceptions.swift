extension Compiler {
  /// Emits what has to happen when blocks are left, innermost first.
  ///
  /// The handlers of the blocks that are left no longer cover what follows; the caller puts them back.
  ///
  /// - Parameters:
  ///   - keepsValue: whether the top of the stack is kept above what goes.
  ///   - stops: whether a block is the one that is not left.
  mutating func leaveBlocks(keepsValue: Bool, at range: SourceRange, until stops: (Block) -> Bool) {
    let saved = blocks
    while let block = blocks.last, !stops(block) {
      blocks.removeLast()
      leave(block, keepsValue: keepsValue, at: range)
    }
    blocks = saved
  }

  private mutating func leave(_ block: Block, keepsValue: Bool, at range: SourceRange) {
    func keep() { if keepsValue { unit.emit(.swap, 2, at: range) } }
    switch block {
    case .whileLoop, .handler: break
    case .forLoop:
      keep()
      unit.emit(.endFor, at: range)
    case .tryExcept: unit.popHandler()
    case .finallyTry(let body):
      unit.popHandler()
      if keepsValue { blocks.append(.value) }
      compile(body)
      if keepsValue { blocks.removeLast() }
    case .finallyEnd:
      keep()
      unit.emit(.popTop, at: range)
      keep()
      unit.popHandler()
      unit.emit(.popException, at: range)
    case .with(let place):
      unit.popHandler()
      keep()
      callExit(at: place)
      unit.emit(.popTop, at: range)
    case .handlerCleanup(let name):
      if name != nil { unit.popHandler() }
      keep()
      unit.popHandler()
      unit.emit(.popException, at: range)
      if let name { forget(name, at: range) }
    case .value:
      keep()
      unit.emit(.popTop, at: range)
    }
  }

  /// Lets the name of an `except` clause go.
  private func forget(_ name: String, at range: SourceRange) {
    load(.plain(.none), at: range)
    store(name, at: range)
    use(name, .delete, at: range)
  }

  /// Calls the `__exit__` on top of the stack with three `None`s.
  ///
  /// As in CPython, the first of them stands where a receiver would, and keeps the bound method whole.
  private func callExit(at range: SourceRange) {
    for _ in 0..<3 { load(.plain(.none), at: range) }
    unit.emit(.call, 2, at: range)
  }

  /// Ends what an exception in a handler comes to: the outer exception is the one being handled again.
  private func emitCleanup(_ label: UnitBuilder.Label, at range: SourceRange) {
    unit.place(label)
    unit.emit(.copy, 3, at: range)
    unit.emit(.popException, at: range)
    unit.emit(.reraise, 1, at: range)
  }

  mutating func compileTry(
    _ body: [Statement], _ handlers: [Statement.Handler], _ otherwise: [Statement], at range: SourceRange
  ) {
    let (except, end, cleanup) = (unit.makeLabel(), unit.makeLabel(), unit.makeLabel())
    unit.emit(.nop, at: range)
    unit.pushHandler(except, keepsInstruction: false)
    blocks.append(.tryExcept)
    compile(body)
    blocks.removeLast()
    unit.popHandler()
    compile(otherwise)
    unit.emitJump(.jump, to: end, at: range)

    unit.place(except)
    unit.pushHandler(cleanup, keepsInstruction: true)
    unit.emit(.pushException, at: range)
    blocks.append(.handler)
    for handler in handlers { compile(handler, end: end, at: range) }
    blocks.removeLast()
    unit.emit(.reraise, 0, at: range)
    unit.popHandler()
    emitCleanup(cleanup, at: range)
    unit.place(end)
  }

  private mutating func compile(
    _ handler: Statement.Handler, end: UnitBuilder.Label, at range: SourceRange
  ) {
    let next = unit.makeLabel()
    if let type = handler.type {
      compile(type)
      unit.emit(.checkExceptionMatch, at: handler.range)
      unit.emitJump(.popJumpIfFalse, to: next, at: handler.range)
    }
    if let name = handler.name {
      let cleanup = unit.makeLabel()
      store(name, at: handler.range)
      unit.pushHandler(cleanup, keepsInstruction: true)
      blocks.append(.handlerCleanup(name: name))
      compile(handler.body)
      blocks.removeLast()
      unit.popHandler()
      let outer = unit.activeHandlers
      unit.popHandler()
      unit.emit(.popException, at: range)
      forget(name, at: range)
      unit.emitJump(.jump, to: end, at: range)
      unit.activeHandlers = outer
      unit.place(cleanup)
      forget(name, at: range)
      unit.emit(.reraise, 1, at: range)
    } else {
      unit.emit(.popTop, at: handler.range)
      blocks.append(.handlerCleanup(name: nil))
      compile(handler.body)
      blocks.removeLast()
      let outer = unit.activeHandlers
      unit.popHandler()
      unit.emit(.popException, at: range)
      unit.emitJump(.jump, to: end, at: range)
      unit.activeHandlers = outer
    }
    unit.place(next)
  }

  mutating func compileFinally(
    _ body: [Statement], _ handlers: [Statement.Handler], _ otherwise: [Statement],
    _ finally: [Statement], at range: SourceRange
  ) {
    let (except, exit, cleanup) = (unit.makeLabel(), unit.makeLabel(), unit.makeLabel())
    unit.emit(.nop, at: range)
    unit.pushHandler(except, keepsInstruction: false)
    blocks.append(.finallyTry(finally))
    if handlers.isEmpty { compile(body) } else { compileTry(body, handlers, otherwise, at: range) }
    blocks.removeLast()
    unit.popHandler()
    compile(finally)
    unit.emitJump(.jump, to: exit, at: range)

    unit.place(except)
    unit.pushHandler(cleanup, keepsInstruction: true)
    unit.emit(.pushException, at: range)
    blocks.append(.finallyEnd)
    compile(finally)
    blocks.removeLast()
    unit.emit(.reraise, 0, at: range)
    unit.popHandler()
    emitCleanup(cleanup, at: range)
    unit.place(exit)
  }

  mutating func compileWith(_ items: ArraySlice<Statement.WithItem>, _ body: [Statement]) {
    guard let item = items.first else { return compile(body) }
    let range = item.context.range
    let (except, exit, cleanup, suppress) = (
      unit.makeLabel(), unit.makeLabel(), unit.makeLabel(), unit.makeLabel()
    )
    compile(item.context)
    unit.emit(.beforeWith, at: range)
    // The value entered is no part of what is on the stack when something is raised.
    unit.pushHandler(except, keepsInstruction: true, above: 1)
    blocks.append(.with(range))
    if let target = item.target { store(to: target) } else { unit.emit(.popTop, at: range) }
    compileWith(items.dropFirst(), body)
    blocks.removeLast()
    unit.popHandler()
    callExit(at: range)
    unit.emit(.popTop, at: range)
    unit.emitJump(.jump, to: exit, at: range)

    unit.place(except)
    unit.pushHandler(cleanup, keepsInstruction: true)
    unit.emit(.pushException, at: range)
    unit.emit(.withExceptStart, at: range)
    unit.emitJump(.popJumpIfTrue, to: suppress, at: range)
    unit.emit(.reraise, 2, at: range)
    unit.place(suppress)
    unit.emit(.popTop, at: range)
    unit.popHandler()
    unit.emit(.popException, at: range)
    unit.emit(.popTop, at: range)
    unit.emit(.popTop, at: range)
    unit.emitJump(.jump, to: exit, at: range)
    emitCleanup(cleanup, at: range)
    unit.place(exit)
  }
}
