package import ObjectRuntime

extension Machine {
  /// How far a generator is, as its state's byte says.
  private enum State {
    static let created: UInt8 = 0xFD
    static let suspended: UInt8 = 0xFE
    /// Suspended where it delegates to another iterator.
    static let delegating: UInt8 = 0xFF
    static let executing: UInt8 = 0
    /// Closed, and never resumed: its call does not run again, but still holds its function and code.
    static let completed: UInt8 = 1
    static let cleared: UInt8 = 4
  }

  /// The generator that a call's data lie in.
  private func generator(of frame: Block) -> ObjectPointer {
    ObjectPointer(address: frame.address &- UInt(GeneratorOffset.frame))
  }

  @inline(__always)
  func canResume(_ generator: ObjectPointer) -> Bool {
    generator[byte: GeneratorOffset.frameState] >= State.created
  }

  /// Makes a generator of the call that has just begun, which ends with that.
  func makeGenerator(_ frame: Block) throws(ObjectError) -> ObjectPointer {
    let data = Registers.code(of: frame)
    let variables = data[integer: CodeData.variableCount]
    let generator = try space.makeGenerator(
      taking: frame, variables: variables, stackSize: data[integer: CodeData.stackSize])
    state[word: StateOffset.frame] = frame[word: FrameDataOffset.previous]
    state[integer: StateOffset.depth] &-= 1
    giveBack(frame)
    return generator
  }

  /// Goes on with a generator from the running call; it takes over the value that is sent.
  @inline(__always)
  func enterGenerator(
    _ generator: ObjectPointer, taking value: ObjectPointer, kind: UInt16, _ r: inout Registers
  ) throws(ObjectError) {
    do throws(ObjectError) {
      try countCall()
    } catch {
      space.release(value)
      throw error
    }
    r.save()
    let frame = begin(generator, kind: kind)
    r = Registers(frame)
    r.stack.push(value)
  }

  @inline(__always)
  func enterGenerator(
    _ generator: ObjectPointer, sending value: ObjectPointer, kind: UInt16, _ r: inout Registers
  ) throws(ObjectError) {
    try enterGenerator(generator, taking: value.retained(), kind: kind, &r)
  }

  /// Makes a generator's call the running one.
  @inline(__always)
  private func begin(_ generator: ObjectPointer, kind: UInt16) -> Block {
    let frame = generator.advanced(by: GeneratorOffset.frame)
    frame[word: FrameDataOffset.previous] = state[word: StateOffset.frame]
    frame[uint16: FrameDataOffset.returnOffset] = kind
    generator[byte: GeneratorOffset.frameState] = State.executing
    generator[word: GeneratorOffset.previousExceptionState] = state[word: StateOffset.handled]
    state[word: StateOffset.handled] = generator.address &+ UInt(GeneratorOffset.exceptionState)
    state[block: StateOffset.frame] = frame
    return frame
  }

  /// Leaves a generator's call for its caller.
  @inline(__always)
  private func end(_ generator: ObjectPointer, _ frame: Block) {
    state[word: StateOffset.handled] = generator[word: GeneratorOffset.previousExceptionState]
    generator[word: GeneratorOffset.previousExceptionState] = 0
    state[word: StateOffset.frame] = frame[word: FrameDataOffset.previous]
    frame[word: FrameDataOffset.previous] = 0
    state[integer: StateOffset.depth] &-= 1
  }

  /// Suspends the running generator at a `yield`.
  @inline(__always)
  func suspend(_ frame: Block, isDelegating: Bool) {
    let generator = generator(of: frame)
    end(generator, frame)
    generator[byte: GeneratorOffset.frameState] = isDelegating ? State.delegating : State.suspended
  }

  /// Ends the running generator.
  func leaveGenerator(_ frame: Block) {
    let generator = generator(of: frame)
    end(generator, frame)
    clear(generator, frame)
  }

  /// Lets go what a generator's call holds, which does not run again.
  private func clear(_ generator: ObjectPointer, _ frame: Block) {
    let count = Registers.code(of: frame)[integer: CodeData.variableCount]
    if frame[word: FrameDataOffset.frameObject] == 0 || !giveFrame(frame) {
      frame[int32: FrameDataOffset.stackTop] = Int32(count)
    }
    space.finishGenerator(generator)
  }

  /// Lets the frame object of a generator's call that does not run again take over what the call holds.
  ///
  /// - Returns: whether somebody holds the object, which has all but the code then.
  @discardableResult
  private func giveFrame(_ frame: Block) -> Bool {
    guard giveData(of: frame) else { return false }
    let count = Registers.code(of: frame)[integer: CodeData.variableCount]
    for index in 0..<count { frame[word: FrameDataOffset.variables + 8 * index] = 0 }
    frame[word: FrameDataOffset.function] = 0
    frame[word: FrameDataOffset.locals] = 0
    frame[object: FrameDataOffset.executable]?.retain()
    frame[int32: FrameDataOffset.stackTop] = 0
    return true
  }

  // MARK: From outside

  /// Goes on with a generator.
  ///
  /// - Parameter value: what `yield` gives, borrowed.
  /// - Returns: what it yields or, at its end, what it returns, owned by the caller.
  func advance(
    _ generator: ObjectPointer, sending value: ObjectPointer
  ) throws(ObjectError) -> (value: ObjectPointer, isFinished: Bool) {
    switch generator[byte: GeneratorOffset.frameState] {
    case State.executing: throw ObjectError(.valueError, "generator already executing")
    case State.created:
      if value != space.none {
        throw ObjectError(.typeError, "can't send non-None value to a just-started generator")
      }
    case State.suspended, State.delegating: break
    default: return (space.none, true)
    }
    try countCall()
    let frame = begin(generator, kind: ReturnKind.entry)
    push(value, on: frame)
    returned = true
    let result = try run(frame)
    return (result, returned)
  }

  /// Pushes a value on the stack of a call that does not run.
  private func push(_ value: ObjectPointer, on frame: Block) {
    var r = Registers(frame)
    r.stack.push(value.retained())
    r.save()
  }

  /// The next element of a generator, owned by the caller; `nil` at its end.
  package func resume(_ generator: ObjectPointer, sending value: ObjectPointer) throws(ObjectError)
    -> ObjectPointer?
  {
    let (value, isFinished) = try advance(generator, sending: value)
    guard isFinished else { return value }
    space.release(value)
    return nil
  }

  /// Raises an exception where a generator is suspended.
  ///
  /// - Parameter exception: the exception; its reference is taken over.
  func raise(
    _ exception: ObjectPointer, in generator: ObjectPointer
  ) throws(ObjectError) -> (value: ObjectPointer, isFinished: Bool) {
    let frameState = generator[byte: GeneratorOffset.frameState]
    if frameState == State.executing {
      space.release(exception)
      throw ObjectError(.valueError, "generator already executing")
    }
    guard canResume(generator) else { throw space.error(raising: exception) }
    if frameState == State.delegating, let result = try raiseInDelegate(exception, of: generator) {
      return result
    }
    do throws(ObjectError) {
      try countCall()
    } catch {
      space.release(exception)
      throw error
    }
    generator.retain()
    defer { space.release(generator) }
    let frame = begin(generator, kind: ReturnKind.entry)
    push(space.none, on: frame)
    pending = exception
    beginsRaising = true
    returned = true
    let result = try run(frame)
    return (result, returned)
  }

  /// Raises an exception in what a generator delegates to.
  ///
  /// - Returns: what that yields; `nil` where the generator itself goes on with an exception.
  private func raiseInDelegate(
    _ exception: ObjectPointer, of generator: ObjectPointer
  ) throws(ObjectError) -> (value: ObjectPointer, isFinished: Bool)? {
    let frame = generator.advanced(by: GeneratorOffset.frame)
    let top = Int(frame[int32: FrameDataOffset.stackTop])
    guard let delegate = frame[object: FrameDataOffset.variables + 8 * (top - 1)]?.retained() else {
      return nil
    }
    defer { space.release(delegate) }
    generator[byte: GeneratorOffset.frameState] = State.executing
    func endDelegation() { generator[byte: GeneratorOffset.frameState] = State.delegating }
    if space.isSubtype(exception.type, space.exceptionType(.generatorExit)) {
      do throws(ObjectError) {
        try closeIterator(delegate)
      } catch {
        endDelegation()
        // The error of closing comes in place of the exception.
        space.release(exception)
        return try raise(try space.exceptionObject(of: error), afterDelegateOf: generator)
      }
      endDelegation()
      return try raise(exception, afterDelegateOf: generator)
    }
    do throws(ObjectError) {
      if delegate.type == space.type(.generator) {
        let (value, isFinished) = try raise(exception.retained(), in: delegate)
        guard isFinished else {
          endDelegation()
          space.release(exception)
          return (value, false)
        }
        defer { space.release(value) }
        throw try stopIteration(value)
      }
      let name = try space.makeName("throw")
      defer { space.release(name) }
      guard let method = try space.findAttribute(name, of: delegate) else {
        endDelegation()
        return try raise(exception, afterDelegateOf: generator)
      }
      defer { space.release(method) }
      let value = try space.call(method, [exception])
      endDelegation()
      space.release(exception)
      return (value, false)
    } catch {
      endDelegation()
      space.release(exception)
      return try raise(try space.exceptionObject(of: error), afterDelegateOf: generator)
    }
  }

  private func raise(
    _ exception: ObjectPointer, afterDelegateOf generator: ObjectPointer
  ) throws(ObjectError) -> (value: ObjectPointer, isFinished: Bool)? {
    generator[byte: GeneratorOffset.frameState] = State.suspended
    return try raise(exception, in: generator)
  }

  /// The error that ends an iteration with a value.
  func stopIteration(_ value: ObjectPointer) throws(ObjectError) -> ObjectError {
    let exception = try space.makeException(
      space.exceptionType(.stopIteration), value == space.none ? [] : [value])
    return space.error(raising: exception)
  }

  private func closeIterator(_ iterator: ObjectPointer) throws(ObjectError) {
    if iterator.type == space.type(.generator) { return try close(iterator, in: space) }
    let name = try space.makeName("close")
    defer { space.release(name) }
    guard let method = try space.findAttribute(name, of: iterator) else { return }
    defer { space.release(method) }
    space.release(try space.call(method))
  }

  package func close(_ generator: ObjectPointer, in space: ObjectSpace) throws(ObjectError) {
    space.release(try closeGenerator(generator))
  }

  package func send(
    _ value: ObjectPointer, toGenerator generator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let (value, isFinished) = try advance(generator, sending: value)
    return try yielded(value, isFinished)
  }

  package func raise(
    _ exception: ObjectPointer, inGenerator generator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let (value, isFinished) = try raise(exception, in: generator)
    return try yielded(value, isFinished)
  }

  private func yielded(_ value: ObjectPointer, _ isFinished: Bool) throws(ObjectError) -> ObjectPointer {
    guard isFinished else { return value }
    defer { space.release(value) }
    throw try stopIteration(value)
  }

  /// Closes a generator.
  ///
  /// - Returns: what it returned, owned by the caller.
  package func closeGenerator(_ generator: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    switch generator[byte: GeneratorOffset.frameState] {
    case State.created:
      // Its arguments stay until it goes itself.
      generator[byte: GeneratorOffset.frameState] = State.completed
      return space.none
    case State.executing: throw ObjectError(.valueError, "generator already executing")
    case State.suspended, State.delegating: break
    default: return space.none
    }
    if isOutsideTry(generator) {
      generator[byte: GeneratorOffset.frameState] = State.completed
      space.clearVariables(ofGenerator: generator)
      return space.none
    }
    let exception = try space.makeException(space.exceptionType(.generatorExit), [])
    do throws(ObjectError) {
      let (value, isFinished) = try raise(exception, in: generator)
      guard isFinished else {
        space.release(value)
        throw ObjectError(.runtimeError, "generator ignored GeneratorExit")
      }
      return value
    } catch {
      guard error.kind == .generatorExit || error.kind == .stopIteration else { throw error }
      return space.none
    }
  }

  /// Whether a generator is suspended at a `yield` that no handler covers but the one that all generators have: then
  /// nothing in its code can see that it is closed, and CPython raises no exception there.
  private func isOutsideTry(_ generator: ObjectPointer) -> Bool {
    let frame = generator.advanced(by: GeneratorOffset.frame)
    let unit = code(of: frame).unit
    let index = instructionIndex(of: frame)
    return unit.handlesStopIteration && unit.instructions[index].opcode == .yieldValue
      && unit.handlerNumbers[index] == 0
  }

  package func releaseFrame(ofGenerator generator: ObjectPointer) {
    let frame = generator.advanced(by: GeneratorOffset.frame)
    if frame[word: FrameDataOffset.frameObject] != 0 { giveFrame(frame) }
  }

  /// Sends a value to an iterator of any kind.
  ///
  /// - Returns: what it yields or, at its end, the value that ended it.
  func send(
    _ value: ObjectPointer, to iterator: ObjectPointer
  ) throws(ObjectError) -> (value: ObjectPointer, isFinished: Bool) {
    if iterator.type == space.type(.generator) { return try advance(iterator, sending: value) }
    do throws(ObjectError) {
      if value == space.none {
        if space.isHeapType(iterator.type), let method = try specialAttribute("__next__", of: iterator) {
          defer { space.release(method) }
          return (try space.call(method), false)
        }
        guard let element = try space.nextElement(of: iterator) else { return (space.none, true) }
        return (element, false)
      }
      let name = try space.makeName("send")
      defer { space.release(name) }
      let method = try space.attribute(name, of: iterator)
      defer { space.release(method) }
      return (try space.call(method, [value]), false)
    } catch {
      guard error.kind == .stopIteration else { throw error }
      let exception = try space.exceptionObject(of: error)
      defer { space.release(exception) }
      return (exception[object: ExceptionOffset.own]?.retained() ?? space.none, true)
    }
  }

  /// Ends a delegation whose iterator raised: with `StopIteration`'s value, else with the exception.
  func cleanUpThrow(_ r: inout Registers) throws(ObjectError) {
    let exception = r.stack[1]
    guard space.isSubtype(exception.type, space.exceptionType(.stopIteration)) else {
      pending = r.stack.pop()
      isRaisedAgain = true
      throw Self.raised
    }
    let value = exception[object: ExceptionOffset.own]?.retained() ?? space.none
    for _ in 0..<3 { space.release(r.stack.pop()) }
    r.stack.push(space.none)
    r.stack.push(value)
  }

  /// Puts an error in the place of a `StopIteration` that a generator lets out.
  func convertStopIteration(_ r: inout Registers) throws(ObjectError) {
    let exception = r.stack[1]
    guard space.isSubtype(exception.type, space.exceptionType(.stopIteration)) else { return }
    let text = try space.makeString("generator raised StopIteration")
    defer { space.release(text) }
    let error = try space.makeException(space.exceptionType(.runtimeError), [text])
    space.setCause(exception, of: error)
    space.setContext(exception, of: error)
    r.stack[1] = error
    space.release(exception)
  }
}
