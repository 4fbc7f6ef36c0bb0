import HeapModel

@testable import ObjectRuntime

extension ScenarioRun {
  /// Makes a function that runs a block, and holds cells for the registers that the block names.
  func makeFunction(
    _ name: String, _ block: [ConformanceStatement], parameter: String?
  ) throws -> ObjectPointer {
    let text = try space.makeName(name)
    defer { space.release(text) }
    // Code objects are constants: one for each `def`.
    let code = try space.makeNativeCode(name: text, file: "scenario", line: 1) {
      [unowned self] _, arguments throws(ObjectError) in
      let outer = parameters
      if let parameter, let argument = arguments.first { parameters[parameter] = argument }
      defer { parameters = outer }
      do {
        try run(block)
      } catch ScenarioError.raised(let error) {
        throw error
      } catch let error as ObjectError {
        throw error
      } catch {
        lines.append("unsupported: \(error)")
      }
      space.collectIfDue()
      return space.none
    }
    defer { space.release(code) }
    guard let globals = space.globalsDict else { throw ScenarioError.unsupported("globals") }
    let function = try space.makeFunction(code: code, globals: globals)
    let used = cells.keys.filter { block.contains(naming: $0) }.sorted()
    if !used.isEmpty {
      function[object: FunctionOffset.closure] = try space.makeTuple(used.compactMap { cells[$0] })
    }
    return function
  }

  /// Functions, closures, weak references with callbacks, and generators.
  func makeFunctionLike(
    _ verb: String, _ tokens: [String], _ statement: ConformanceStatement
  ) throws -> ObjectPointer {
    switch verb {
    case "ref", "proxy":
      let callback: ObjectPointer?
      if let block = statement.block {
        callback = try makeFunction("_callback", block, parameter: "reference")
      } else {
        callback = tokens.count > 1 ? try operand(tokens[1]).retained() : nil
      }
      defer { if let callback { space.release(callback) } }
      // The arguments of a type without vectorcall go through a tuple.
      let target = try operand(tokens[0])
      let arguments = try space.makeTuple([target] + (callback.map { [$0] } ?? []))
      defer { space.release(arguments) }
      return try space.makeWeakReference(
        to: target, callback: callback, kind: verb == "ref" ? .weakReference : .weakProxy)
    case "function", "function-keywords":
      let function = try makeFunction("_function", [], parameter: nil)
      if verb == "function", !tokens.isEmpty {
        function[object: FunctionOffset.defaults] = try space.makeTuple(operands(tokens))
      } else if !tokens.isEmpty {
        let dict = try space.makeDict(capacity: tokens.count, isUnicode: true)
        for (index, value) in try operands(tokens).enumerated() {
          let key = try space.makeName("x\(index)")
          try space.setValue(value, for: key, in: dict)
          space.release(key)
        }
        function[object: FunctionOffset.keywordDefaults] = dict
      }
      return function
    case "closure":
      let made = try operands(tokens).map { try space.makeCell($0) }
      let tuple = try space.makeTuple(made)
      for cell in made { space.release(cell) }
      let function = try makeFunction("function", [], parameter: nil)
      if tokens.isEmpty { space.release(tuple) } else { function[object: FunctionOffset.closure] = tuple }
      return function
    case "generator":
      let function = try makeFunction("_generator", [], parameter: nil)
      defer { space.release(function) }
      let stackSize = statement.block == nil ? 2 : 4
      if let code = function[object: FunctionOffset.code] {
        code[int32: CodeOffset.variableCount] = Int32(tokens.count)
        code[int32: CodeOffset.stackSize] = Int32(stackSize)
      }
      let generator = try space.makeGenerator(
        function, variables: operands(tokens), stackSize: stackSize, isStarted: false)
      finallyBlocks[generator.address] = statement.block
      return generator
    default: throw ScenarioError.unsupported(verb)
    }
  }

  /// Defines a class as a `class` statement does.
  func defineClass(_ statement: ConformanceStatement) throws {
    let name = statement.tokens[1]
    let bases = try operands(statement.tokens.dropFirst(2))
    let namespace = try space.makeDict()
    defer { space.release(namespace) }
    func set(_ key: String, _ value: ObjectPointer) throws {
      let text = try space.makeName(key)
      try space.setValue(value, for: text, in: namespace)
      space.release(text)
      space.release(value)
    }
    try set("__module__", space.currentModuleName())
    try set("__qualname__", space.makeName(name))
    try set("__firstlineno__", space.makeInteger(1))
    for line in statement.block ?? [] { try define(line, set) }
    try set("__static_attributes__", space.emptyTuple)
    let text = try space.makeName(name)
    defer { space.release(text) }
    self.set(name, try space.makeClass(name: text, bases: bases, namespace: namespace))
  }

  private func define(
    _ line: ConformanceStatement, _ set: (String, ObjectPointer) throws -> Void
  ) throws {
    let operands = Array(line.tokens.dropFirst())
    switch line.tokens[0] {
    case "slots":
      let names = try operands.map { try space.makeName($0) }
      try set("__slots__", space.makeTuple(names))
      for name in names { space.release(name) }
    case "init":
      try set(
        "__init__",
        native("__init__") { [unowned self] arguments throws(ObjectError) in
          guard arguments.count == operands.count + 1 else {
            throw ObjectError(.typeError, "wrong number of arguments")
          }
          for (index, name) in operands.enumerated() {
            let key = try space.makeName(name)
            defer { space.release(key) }
            try space.setAttribute(key, of: arguments[0], to: arguments[index + 1])
          }
          return space.none
        })
    case "set": try set(operands[0], operand(operands[1]).retained())
    case "function": try set(operands[0], makeFunction(operands[0], line.block ?? [], parameter: "self"))
    case "finalizer": try set("__del__", makeFunction("__del__", line.block ?? [], parameter: "self"))
    case "hash":
      let value = try operand(operands[0]).retained()
      try set("__hash__", native("__hash__") { _ throws(ObjectError) in value.retained() })
    case "equal":
      let value = try operand(operands[0])
      try set("__eq__", native("__eq__") { _ throws(ObjectError) in value })
    case "equal-by":
      let key = try space.makeName(operands[0])
      try set(
        "__eq__",
        native("__eq__") { [unowned self] arguments throws(ObjectError) in
          let first = try space.attribute(key, of: arguments[0])
          defer { space.release(first) }
          let second = try space.attribute(key, of: arguments[1])
          defer { space.release(second) }
          return space.bool(try space.areEqual(first, second))
        })
      try set(
        "__hash__",
        native("__hash__") { [unowned self] arguments throws(ObjectError) in
          let value = try space.attribute(key, of: arguments[0])
          defer { space.release(value) }
          return try space.makeInteger(space.hash(of: value))
        })
    case "unhashable":
      try set(
        "__eq__",
        native("__eq__") { [unowned self] arguments throws(ObjectError) in
          space.bool(arguments[0] == arguments[1])
        })
    default: throw ScenarioError.unsupported(line.text)
    }
  }

  private func native(
    _ name: String, _ body: @escaping ([ObjectPointer]) throws(ObjectError) -> ObjectPointer
  ) throws -> ObjectPointer {
    let text = try space.makeName(name)
    defer { space.release(text) }
    let code = try space.makeNativeCode(name: text, file: "scenario", line: 1) {
      _, arguments throws(ObjectError) in try body(arguments)
    }
    defer { space.release(code) }
    guard let globals = space.globalsDict else { throw ScenarioError.unsupported("globals") }
    return try space.makeFunction(code: code, globals: globals)
  }
}

/// Generators of scenarios run their `finally` block when they are closed.
extension ScenarioRun: ObjectInterpreter {
  func close(_ generator: ObjectPointer, in space: ObjectSpace) throws(ObjectError) {
    do {
      try finish(generator)
    } catch ScenarioError.raised(let error) {
      throw error
    } catch let error as ObjectError {
      throw error
    } catch {
      lines.append("unsupported: \(error)")
    }
  }

  func call(
    _ function: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], in space: ObjectSpace
  ) throws(ObjectError) -> ObjectPointer {
    throw ObjectError(.systemError, "a scenario compiles no functions")
  }

  func callOther(
    _ object: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], in space: ObjectSpace
  ) throws(ObjectError) -> ObjectPointer {
    throw ObjectError(.typeError, "'\(space.typeName(object.type))' object is not callable")
  }
}

extension [ConformanceStatement] {
  /// Whether a word stands anywhere in the statements.
  fileprivate func contains(naming name: String) -> Bool {
    contains { $0.tokens.contains(name) || $0.block?.contains(naming: name) == true }
  }
}
