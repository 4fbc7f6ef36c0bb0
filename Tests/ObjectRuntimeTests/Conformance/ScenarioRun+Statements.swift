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
    case "log": lines.append("- " + (try tokens.dropFirst().map(logged)).joined(separator: " "))
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
    for turn in 0..<(Int(tokens[1]) ?? 0) {
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
    return name(of: try operand(token), registers: parameters.isEmpty ? bound : [])
  }

  private func addCallback(_ block: [ConformanceStatement]) throws {
    space.addCollectorCallback { [unowned self] event in
      let outer = parameters
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
      thresholds.generation0 = numbers[0]
      if numbers.count > 1 { thresholds.generation1 = numbers[1] }
      if numbers.count > 2 { thresholds.generation2 = numbers[2] }
      space.collectorThresholds = thresholds
    case "freeze": space.freeze()
    case "unfreeze": space.unfreeze()
    case "debug": space.collectorDebugOptions = tokens == ["saveall"] ? .saveAll : []
    case "raise":
      let type = try operand(tokens[0])
      let exception = try space.makeException(type, operands(tokens.dropFirst()))
      throw ScenarioError.raised(space.error(raising: exception))
    case "raise-again": throw ScenarioError.raised(space.error(raising: try operand(tokens[0]).retained()))
    default: try change(verb, tokens)
    }
  }

  /// An operand that must be an integer.
  private func integer(_ token: String) throws -> Int {
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

  private func withName(_ name: String, _ body: (ObjectPointer) throws -> Void) throws {
    let key = try space.makeName(name)
    defer { space.release(key) }
    try body(key)
  }

  /// Statements that change a container.
  private func change(_ verb: String, _ tokens: [String]) throws {
    // Handles check what a container takes, as CPython's methods do.
    let target = try operand(tokens[0])
    func handle(_ token: String) throws -> ObjectHandle {
      ObjectHandle(space, taking: try operand(token).retained())
    }
    let container = ObjectHandle(space, taking: target.retained())
    defer { withExtendedLifetime(container) {} }
    switch verb {
    case "append", "add": try space.append(handle(tokens[1]), to: container)
    case "extend":
      try space.extend(container, with: handle(tokens[1]))
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
    case "reverse": space.reverseList(target)
    case "setpart":
      let range = (Int(tokens[1]) ?? 0)..<min(Int(tokens[2]) ?? 0, target.itemCount)
      let other = try operand(tokens[3])
      guard other.plan.body == .list || other.plan.body == .tuple else {
        throw ObjectError(.typeError, "can only assign an iterable")
      }
      try space.replaceItems(range, of: target, with: other)
    case "insert":
      guard let index = try operand(tokens[1]).integerValue else {
        throw ObjectError(
          .typeError,
          "'\(space.typeName(try operand(tokens[1]).type))' object cannot be interpreted as an integer")
      }
      try space.insert(handle(tokens[2]), at: index, of: container)
    case "setitem": try space.setElement(handle(tokens[1]), of: container, to: handle(tokens[2]))
    case "delitem": try space.removeElement(handle(tokens[1]), of: container)
    case "delpart":
      let range = (Int(tokens[1]) ?? 0)..<min(Int(tokens[2]) ?? 0, target.itemCount)
      try space.removeItems(range, of: target)
    case "clear": try space.removeAll(from: container)
    case "discard": try space.discard(handle(tokens[1]), from: container)
    case "update": try space.update(container, from: handle(tokens[1]))
    case "remove":
      let element = try operand(tokens[1])
      if target.plan.body == .set {
        guard try space.remove(element, from: target) else {
          throw ObjectError(.keyError, space.describe(element))
        }
        return
      }
      for index in 0..<target.itemCount {
        if let item = space.item(index, of: target), try space.areEqual(item, element) {
          return try space.removeItems(index..<index + 1, of: target)
        }
      }
      throw ObjectError(.valueError, "list.remove(x): x not in list")
    default: throw ScenarioError.unsupported(verb)
    }
  }
}
