import ObjectRuntime

extension Machine {
  /// Says that an exception is being raised which the machine has already.
  static let raised = ObjectError(.systemError, "an exception is being raised")

  /// Finds the handler of an error, and leaves the calls that have none.
  ///
  /// - Throws: the error, where the call from outside is left.
  @inline(never)
  func unwind(_ error: ObjectError, _ r: inout Registers) throws(ObjectError) {
    var isNew = true
    let exception: ObjectPointer
    if let known = pending {
      exception = known
      pending = nil
      isNew = !isRaisedAgain
      isRaisedAgain = false
    } else {
      exception = object(of: error)
    }
    while true {
      let code = code(of: r.frame)
      let index = instructionIndex(of: r.frame)
      if isNew { addTraceback(to: exception, r.frame, index) }
      isNew = true
      let number = code.unit.handlerNumbers.indices.contains(index) ? code.unit.handlerNumbers[index] : -1
      if number >= 0, interruption == nil {
        let handler = code.unit.handlers[Int(number)]
        dropStack(of: &r, to: handler.depth)
        if handler.keepsInstruction { r.stack.push(instructionNumber(index)) }
        r.stack.push(exception)
        r.instruction =
          Registers.code(of: r.frame)[word: CodeData.instructions] &+ UInt(8 &* handler.target)
        return
      }
      dropStack(of: &r, to: 0)
      let frame = r.frame
      let kind = frame[uint16: FrameDataOffset.returnOffset]
      if frame[byte: FrameDataOffset.owner] == 1 { leaveGenerator(frame) } else { leaveCall(frame) }
      guard kind != ReturnKind.entry, let back = state[block: StateOffset.frame] else {
        throw space.error(raising: exception)
      }
      r = Registers(back)
      r.frame[word: FrameDataOffset.instruction] = r.instruction &- 8
    }
  }

  /// The number of an instruction as an object, which is kept below an exception.
  private func instructionNumber(_ index: Int) -> ObjectPointer {
    (try? space.makeInteger(index)) ?? space.none
  }

  /// The exception object of an error, owned by the caller, with what was being handled as its context.
  private func object(of error: ObjectError) -> ObjectPointer {
    guard let exception = try? space.exceptionObject(of: error) else { return memoryError.retained() }
    if error.exception == nil { chain(exception) }
    return exception
  }

  /// Sets the exception that is being handled as another one's context.
  func chain(_ exception: ObjectPointer) {
    guard let handled = handledException, handled != exception else { return }
    // An exception is no part of its own context.
    var next = handled
    var steps = 0
    while let context = next[object: ExceptionOffset.context], steps < 10_000 {
      if context == exception {
        space.setContext(nil, of: next)
        break
      }
      next = context
      steps += 1
    }
    space.setContext(handled, of: exception)
  }

  /// The exception that is being handled, borrowed.
  var handledException: ObjectPointer? {
    var place = state[word: StateOffset.handled]
    while place != 0 {
      let entry = Block(address: place)
      if let exception = entry[object: 0] { return exception }
      place = entry[word: 8]
    }
    return nil
  }

  func addTraceback(to exception: ObjectPointer, _ frame: Block, _ index: Int) {
    let line =
      code(of: frame).unit.ranges.indices.contains(index) ? code(of: frame).unit.ranges[index].start.line : 0
    guard let object = try? frameObject(of: frame) else { return }
    let next = exception[object: ExceptionOffset.traceback]
    guard let traceback = try? space.makeTraceback(next: next, frame: object, line: line) else { return }
    traceback[int32: TracebackOffset.instruction] = Int32(clamping: 2 * index)
    space.setTraceback(traceback, of: exception)
    space.release(traceback)
  }

  // MARK: Raising

  /// Takes what a `raise` names from the stack.
  ///
  /// - Returns: the error to throw.
  func raise(_ count: Int, _ r: inout Registers) throws(ObjectError) -> ObjectError {
    guard count > 0 else {
      guard let handled = handledException else {
        throw ObjectError(.runtimeError, "No active exception to reraise")
      }
      // It passed this call before.
      pending = handled.retained()
      isRaisedAgain = true
      return Self.raised
    }
    let cause = count > 1 ? r.stack[1] : nil
    let exception = try instance(of: r.stack[count], "exceptions must derive from BaseException")
    if let cause {
      do throws(ObjectError) {
        if cause == space.none {
          space.setCause(nil, of: exception)
        } else {
          let cause = try instance(of: cause, "exception causes must derive from BaseException")
          space.setCause(cause, of: exception)
          space.release(cause)
        }
      } catch {
        space.release(exception)
        throw error
      }
    }
    for _ in 0..<count { space.release(r.stack.pop()) }
    chain(exception)
    pending = exception
    return Self.raised
  }

  /// The exception that is raised by naming it or its class, owned by the caller.
  func instance(of object: ObjectPointer, _ message: String) throws(ObjectError) -> ObjectPointer {
    let base = space.exceptionType(.baseException)
    if space.isSubtype(object.type, base) { return object.retained() }
    guard space.isType(object), space.isSubtype(object, base) else { throw ObjectError(.typeError, message) }
    let exception = try space.call(object)
    guard space.isSubtype(exception.type, base) else {
      defer { space.release(exception) }
      throw ObjectError(
        .typeError,
        "calling \(space.describe(object)) should have returned an instance of BaseException, not \(space.describe(exception.type))"
      )
    }
    return exception
  }

  /// Whether an `except` clause takes an exception.
  func matches(_ exception: ObjectPointer, _ type: ObjectPointer) throws(ObjectError) -> Bool {
    let base = space.exceptionType(.baseException)
    let types = type.type == space.type(.tuple) ? space.items(of: type) : [type]
    for type in types where !space.isType(type) || !space.isSubtype(type, base) {
      throw ObjectError(
        .typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
    return types.contains { space.isSubtype(exception.type, $0) }
  }

  // MARK: with

  /// Looks a special method up in an object's class, bound to it and owned by the caller.
  func specialAttribute(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let name = try space.makeName(name)
    defer { space.release(name) }
    guard space.isHeapType(object.type) else { return try space.findAttribute(name, of: object) }
    return try space.classAttribute(name, boundTo: object)
  }

  /// Begins a `with`: the manager gives way to its `__exit__` and to what its `__enter__` returns.
  func enterContext(_ r: inout Registers) throws(ObjectError) {
    let manager = r.stack[1]
    let problem = "'\(space.nameInErrors(manager.type))' object does not support the context manager protocol"
    guard let enter = try specialAttribute("__enter__", of: manager) else {
      throw ObjectError(.typeError, problem)
    }
    defer { space.release(enter) }
    guard let exit = try specialAttribute("__exit__", of: manager) else {
      throw ObjectError(.typeError, problem + " (missed __exit__ method)")
    }
    r.stack[1] = exit
    space.release(manager)
    r.save()
    r.stack.push(try space.call(enter))
  }

  /// Calls the `__exit__` of a `with` whose body raised.
  func exitContext(_ r: inout Registers) throws(ObjectError) {
    let exception = r.stack[1]
    let exit = r.stack[4]
    let traceback = exception[object: ExceptionOffset.traceback] ?? space.none
    r.stack.push(try space.call(exit, [exception.type, exception, traceback]))
  }
}
