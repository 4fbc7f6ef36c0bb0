import HeapModel

@testable import ObjectRuntime

extension ScenarioRun {
  func run(_ statement: ConformanceStatement) throws {
    let tokens = statement.tokens
    if tokens.count > 2, tokens[1] == "=" { return try assign(statement) }
    switch tokens[0] {
    case "class": try defineClass(statement)
    case "repeat": try loop(statement)
    case "error": record(statement, try raised(in: statement.block ?? []))
    case "raising":
      if let error = try raised(in: statement.block ?? []) {
        let exception = try space.exceptionObject(of: error)
        space.setTraceback(nil, of: exception)
        set(tokens[1], exception)
      }
    case "log":
      lines.append("- " + (try tokens.dropFirst().map(logged)).joined(separator: " "))
      // The recorder takes what it logs as a tuple.
      let operands = tokens.dropFirst().map { _ in space.none }
      space.release(try space.makeTuple(Array(operands)))
    case "observe": try observe(statement, onlyChanges: false)
    case "changes": try observe(statement, onlyChanges: true)
    case "on-collection": try addCallback(statement.block ?? [])
    case "pass": break
    default:
      if Self.valueVerbs.contains(tokens[0]) {
        space.release(try value(tokens[0], Array(tokens.dropFirst()), statement))
      } else {
        try perform(tokens[0], Array(tokens.dropFirst()))
      }
    }
  }

  private func assign(_ statement: ConformanceStatement) throws {
    let tokens = statement.tokens
    if Self.valueVerbs.contains(tokens[2]), object(tokens[2]) == nil || tokens.count > 3 {
      set(tokens[0], try value(tokens[2], Array(tokens.dropFirst(3)), statement))
    } else {
      set(tokens[0], try operand(tokens[2]).retained())
    }
  }

  private func loop(_ statement: ConformanceStatement) throws {
    let tokens = statement.tokens
    let outer = turn
    defer { turn = outer }
    for turn in 0..<(Int(tokens[1]) ?? 0) {
      self.turn = turn
      if tokens.count > 3 { set(tokens[3], try space.makeInteger(turn)) }
      try run(statement.block ?? [])
      space.collectIfDue()
    }
  }

  /// The exception that a block raises.
  func raised(in block: [ConformanceStatement]) throws -> ObjectError? {
    do {
      try run(block)
      return nil
    } catch ScenarioError.raised(let error) {
      return error
    } catch let error as ObjectError {
      return error
    }
  }

  private func record(_ statement: ConformanceStatement, _ error: ObjectError?) {
    let text = error.map { "\($0)" } ?? "no error"
    lines.append("\(statement.text): \(text)")
  }

  private func logged(_ token: String) throws -> String {
    if token.hasPrefix("\"") { return String(token.dropFirst().dropLast()) }
    // An object is looked for in a dict of the registers.
    space.release(try space.makeDict())
    return name(of: try operand(token), registers: parameters.isEmpty ? bound : [])
  }

  private func addCallback(_ block: [ConformanceStatement]) throws {
    space.addCollectorCallback { [unowned self] event in
      let outer = parameters
      // What a callback is told is a dict.
      let information = try? space.makeDict()
      defer { if let information { space.release(information) } }
      parameters["phase"] = try? space.makeString(event.phase.rawValue)
      parameters["generation"] = space.smallInteger(event.generation)
      parameters["collected"] = try? space.makeInteger(event.collected)
      parameters["uncollectable"] = space.smallInteger(event.uncollectable)
      do {
        try run(block)
      } catch let error as ObjectError {
        lines.append("unraisable: \(error)")
      } catch ScenarioError.raised(let error) {
        lines.append("unraisable: \(error)")
      } catch {
        lines.append("unsupported: \(error)")
      }
      parameters = outer
    }
  }

  /// Statements that no value comes from.
  private func perform(_ verb: String, _ tokens: [String]) throws {
    switch verb {
    case "release": for name in tokens { unset(name) }
    case "setattr":
      let value = try operand(tokens[2])
      try withName(tokens[1]) { try space.setAttribute($0, of: operand(tokens[0]), to: value) }
    case "delattr": try withName(tokens[1]) { try space.setAttribute($0, of: operand(tokens[0]), to: nil) }
    case "collect": try space.collect(generation: tokens.first.map { try integer($0) } ?? 2)
    case "enable": space.isCollectorEnabled = true
    case "disable": space.isCollectorEnabled = false
    case "thresholds":
      var thresholds = space.collectorThresholds
      let numbers = try tokens.map { try integer($0) }
      guard !numbers.isEmpty else {
        throw ObjectError(.typeError, "gc.set_threshold requires 1 to 3 arguments")
      }
      // It takes its arguments in a tuple.
      space.release(try space.makeTuple(numbers.map { space.smallInteger(min($0, 256)) }))
      thresholds.generation0 = numbers[0]
      if numbers.count > 1 { thresholds.generation1 = numbers[1] }
      if numbers.count > 2 { thresholds.generation2 = numbers[2] }
      space.collectorThresholds = thresholds
    case "freeze": space.freeze()
    case "unfreeze": space.unfreeze()
    case "debug": space.collectorDebugOptions = tokens == ["saveall"] ? .saveAll : []
    case "raise":
      let type = try operand(tokens[0])
      guard type.plan.body == .type, space.isSubtype(type, space.exceptionType(.baseException)) else {
        throw ObjectError(.typeError, "exceptions must derive from BaseException")
      }
      let exception = try space.makeException(type, operands(tokens.dropFirst()))
      throw ScenarioError.raised(space.error(raising: exception))
    case "raise-again": throw ScenarioError.raised(space.error(raising: try operand(tokens[0]).retained()))
    default: try change(verb, tokens)
    }
  }

  /// An operand that must be an integer.
  func integer(_ token: String) throws -> Int {
    let object = try operand(token)
    guard space.isSubtype(object.type, space.type(.int)), let value = object.integerValue else {
      throw ObjectError(
        .typeError, "'\(space.typeName(object.type))' object cannot be interpreted as an integer")
    }
    return value
  }

  private func isLess(_ left: ObjectPointer, _ right: ObjectPointer) throws -> Bool {
    if let first = left.integerValue, let second = right.integerValue, left.type == space.type(.int) {
      return first < second
    }
    return space.compareStrings(left, right) < 0
  }

  /// A handle to an object.
  func handle(_ object: ObjectPointer) -> ObjectHandle { ObjectHandle(space, taking: object.retained()) }

  /// Calls a closure with a slice, which goes at once afterwards.
  func withSlice<Result>(
    _ start: ObjectPointer, _ stop: ObjectPointer, _ body: (ObjectHandle) throws -> Result
  ) throws -> Result {
    let slice = ObjectHandle(space, taking: try space.makeSlice(start, stop, space.none))
    defer { try? slice.release() }
    return try body(slice)
  }

  private func withName(_ name: String, _ body: (ObjectPointer) throws -> Void) throws {
    let key = try space.makeName(name)
    defer { space.release(key) }
    try body(key)
  }

  /// Statements that change a container.
  private func change(_ verb: String, _ tokens: [String]) throws {
    // Handles check what a container takes, as CPython's methods do.
    let target = try operand(tokens[0])
    func handle(_ token: String) throws -> ObjectHandle { try self.handle(operand(token)) }
    let container = self.handle(target)
    defer { withExtendedLifetime(container) {} }
    switch verb {
    case "append", "add", "extend", "reverse", "insert", "clear", "discard", "update", "remove", "detach":
      space.release(try callMethod(verb, tokens))
    case "close":
      let state = target[byte: GeneratorOffset.frameState]
      if state == ObjectSpace.FrameState.suspended {
        target[byte: GeneratorOffset.frameState] = ObjectSpace.FrameState.executing
        try finish(target)
      } else if state == ObjectSpace.FrameState.created {
        // A generator that never ran keeps its arguments.
        target[byte: GeneratorOffset.frameState] = ObjectSpace.FrameState.completed
      }
    case "sort":
      let sorted = try space.items(of: target).sorted { try isLess($0, $1) }
      if let items = target[block: ListOffset.items] {
        for (index, element) in sorted.enumerated() { items[object: 8 * index] = element }
      }
    case "setpart":
      try withSlice(operand(tokens[1]), operand(tokens[2])) {
        try space.setElement($0, of: container, to: handle(tokens[3]))
      }
    case "setitem": try space.setElement(handle(tokens[1]), of: container, to: handle(tokens[2]))
    case "delitem": try space.removeElement(handle(tokens[1]), of: container)
    case "delpart":
      try withSlice(operand(tokens[1]), operand(tokens[2])) { try space.removeElement($0, of: container) }
    default: throw ScenarioError.unsupported(verb)
    }
  }
}
