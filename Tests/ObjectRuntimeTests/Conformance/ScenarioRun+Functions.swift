import HeapModel

@testable import ObjectRuntime

extension ScenarioRun {
  /// Makes a function that runs a block, and holds cells for the registers that the block names.
  func makeFunction(
    _ name: String, _ block: [ConformanceStatement], parameter: String?, parameters count: Int = 0,
    defaults: [ObjectPointer] = [], of owner: String? = nil
  ) throws -> ObjectPointer {
    let names = (parameter.map { [$0] } ?? []) + (0..<count).map { "_x\($0)" }
    let code = try code(name, block, names, of: owner)
    guard let globals = space.globalsDict else { throw ScenarioError.unsupported("globals") }
    let function = try space.makeFunction(
      code: code, globals: globals, defaults: defaults.map { $0.retained() })
    for value in defaults { space.release(value) }
    let used = cells.keys.filter { block.contains(naming: $0) }.sorted()
    if !used.isEmpty {
      function[object: FunctionOffset.closure] = try space.makeTuple(used.compactMap { cells[$0] })
    }
    return function
  }

  /// The code of a function that runs a block: a constant of the scenario's.
  private func code(
    _ name: String, _ block: [ConformanceStatement], _ parameters: [String], of owner: String?
  ) throws -> ObjectPointer {
    try code(name, parameters, key: block.map(\.text).joined(separator: ";"), of: owner) {
      [unowned self] arguments throws(ObjectError) in
      let outer = self.parameters
      if let parameter = parameters.first, let argument = arguments.first {
        self.parameters[parameter] = argument
      }
      defer { self.parameters = outer }
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
  }

  /// A code object by what it does, which is made once.
  private func code(
    _ name: String, _ parameters: [String], key: String, of owner: String?,
    _ body: @escaping ([ObjectPointer]) throws(ObjectError) -> ObjectPointer
  ) throws -> ObjectPointer {
    let key = "\(owner ?? "").\(name)(\(parameters.joined(separator: ","))): \(key)"
    if let known = codes[key] { return known }
    let text = try space.makeName(name)
    defer { space.release(text) }
    let code = try space.makeNativeCode(name: text, file: "scenario", line: 1) {
      _, arguments throws(ObjectError) in try body(arguments)
    }
    try space.setParameters(parameters, of: code, isComplete: true)
    if let owner {
      let qualified = try space.makeName("\(owner).\(name)")
      space.release(text)
      code[object: CodeOffset.qualifiedName] = qualified
    }
    codes[key] = code
    return code
  }

  /// Makes the code of the functions that a statement will make.
  func makeCodes(of statement: ConformanceStatement) throws {
    let tokens = statement.tokens
    let verb = tokens.count > 2 && tokens[1] == "=" ? tokens[2] : tokens[0]
    let block = statement.block ?? []
    switch verb {
    case "class":
      for line in block { try define(line, of: tokens[1]) { [space] _, value in space.release(value) } }
    case "ref", "proxy": _ = try code("_callback", block, ["reference"], of: nil)
    case "finalize": _ = try code("_callback", block, [], of: nil)
    case "function":
      _ = try code("_function", [], (0..<max(tokens.count - 3, 0)).map { "_x\($0)" }, of: nil)
    case "function-keywords": _ = try code("_function", [], [], of: nil)
    case "closure": _ = try code("function", [], [], of: nil)
    case "generator":
      _ = try code("_generator", block, (0..<max(tokens.count - 3, 0)).map { "_x\($0)" }, of: nil)
    default: break
    }
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
      let values = verb == "function" ? try operands(tokens) : []
      let function = try makeFunction(
        "_function", [], parameter: nil, parameters: values.count, defaults: values)
      if verb == "function-keywords", !tokens.isEmpty {
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
      let stackSize = statement.block == nil ? 2 : 4
      // Those without a block are made by a few functions that are always there.
      let function =
        if statement.block == nil, let known = generatorFunctions[tokens.count] {
          known.retained()
        } else {
          try makeFunction(
            "_generator", statement.block ?? [], parameter: nil, parameters: tokens.count)
        }
      defer { space.release(function) }
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

  /// Weak collections, and functions that are called when an object goes.
  func makeWeak(
    _ verb: String, _ tokens: [String], _ statement: ConformanceStatement
  ) throws -> ObjectPointer {
    switch verb {
    case "weak-values": return try space.weakValueDictionary().object.retainedPointer()
    case "weak-keys": return try space.weakKeyDictionary().object.retainedPointer()
    case "weak-set": return try space.weakSet().object.retainedPointer()
    default:
      let function = ObjectHandle(
        space, taking: try makeFunction("_callback", statement.block ?? [], parameter: nil))
      let target = ObjectHandle(space, taking: try operand(tokens[0]).retained())
      defer { withExtendedLifetime((function, target)) {} }
      return try space.finalizer(for: target, calling: function).object.retainedPointer()
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
    for line in statement.block ?? [] { try define(line, of: name, set) }
    try set("__static_attributes__", space.emptyTuple)
    let text = try space.makeName(name)
    defer { space.release(text) }
    if let metaclass = bases.first?.type, !space.isSubtype(metaclass, space.type(.type)) {
      let tuple = try space.makeTuple(bases)
      defer { space.release(tuple) }
      return self.set(name, try space.call(metaclass, [text, tuple, namespace]))
    }
    // The class is made by a call with three arguments, which has them in a tuple.
    let arguments = try space.makeTuple([text, space.emptyTuple, namespace])
    defer { space.release(arguments) }
    self.set(name, try space.makeClass(name: text, bases: bases, namespace: namespace))
  }

  private func define(
    _ line: ConformanceStatement, of owner: String, _ set: (String, ObjectPointer) throws -> Void
  ) throws {
    let operands = Array(line.tokens.dropFirst())
    switch line.tokens[0] {
    case "slots":
      let key = "slots " + operands.joined(separator: " ")
      if constants[key] == nil {
        let names = try operands.map { try space.makeName($0) }
        constants[key] = try space.makeTuple(names)
        for name in names { space.release(name) }
      }
      if let names = constants[key] { try set("__slots__", names.retained()) }
    case "init":
      try set(
        "__init__",
        native("__init__", ["self"] + operands, "", of: owner) {
          [unowned self] arguments throws(ObjectError) in
          for (index, name) in operands.enumerated() {
            let key = try space.makeName(name)
            defer { space.release(key) }
            try space.setAttribute(key, of: arguments[0], to: arguments[index + 1])
          }
          return space.none
        })
    case "set":
      // Another register's object may not be there yet when the code is made.
      if let value = try? operand(operands[1]) { try set(operands[0], value.retained()) }
    case "function":
      try set(
        operands[0], makeFunction(operands[0], line.block ?? [], parameter: "self", of: owner))
    case "finalizer": try set("__del__", makeFunction("__del__", line.block ?? [], parameter: "self"))
    case "hash":
      let value = try operand(operands[0]).retained()
      try set(
        "__hash__",
        native("__hash__", ["self"], "\(operands)", of: owner) { _ throws(ObjectError) in value.retained() })
    case "equal":
      let value = try operand(operands[0])
      try set(
        "__eq__",
        native("__eq__", ["self", "other"], "\(operands)", of: owner) { _ throws(ObjectError) in value })
    case "equal-by":
      let key = try space.makeName(operands[0])
      try set(
        "__eq__",
        native("__eq__", ["self", "other"], "by \(operands)", of: owner) {
          [unowned self] arguments throws(ObjectError) in
          let first = try space.attribute(key, of: arguments[0])
          defer { space.release(first) }
          let second = try space.attribute(key, of: arguments[1])
          defer { space.release(second) }
          return space.bool(try space.areEqual(first, second))
        })
      try set(
        "__hash__",
        native("__hash__", ["self"], "by \(operands)", of: owner) {
          [unowned self] arguments throws(ObjectError) in
          let value = try space.attribute(key, of: arguments[0])
          defer { space.release(value) }
          return try space.makeInteger(space.hash(of: value))
        })
    case "unhashable":
      try set(
        "__eq__",
        native("__eq__", ["self", "other"], "by \(operands)", of: owner) {
          [unowned self] arguments throws(ObjectError) in
          space.bool(arguments[0] == arguments[1])
        })
    default: throw ScenarioError.unsupported(line.text)
    }
  }

  private func native(
    _ name: String, _ parameters: [String], _ key: String, of owner: String,
    _ body: @escaping ([ObjectPointer]) throws(ObjectError) -> ObjectPointer
  ) throws -> ObjectPointer {
    let code = try code(name, parameters, key: key, of: owner, body)
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
    throw ObjectError(.typeError, "'\(space.nameInErrors(object.type))' object is not callable")
  }
}

extension [ConformanceStatement] {
  /// Whether a word stands anywhere in the statements.
  fileprivate func contains(naming name: String) -> Bool {
    contains { $0.tokens.contains(name) || $0.block?.contains(naming: name) == true }
  }
}
