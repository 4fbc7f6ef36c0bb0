import HeapModel

@testable import ObjectRuntime

/// An exception of the scenario, or something that is not there.
enum ScenarioError: Error {
  case raised(ObjectError)
  case unsupported(String)
}

/// Runs one scenario on a space of its own, as the recorder's Python would, and keeps what it observes.
final class ScenarioRun {
  let space: ObjectSpace
  private let scenario: ConformanceScenario
  var lines: [String] = []
  /// The registers' objects, each counted once.
  var registers: [String: ObjectPointer] = [:]
  /// The cells of registers that blocks of functions use.
  var cells: [String: ObjectPointer] = [:]
  /// The registers in the order in which they were first set.
  var bound: [String] = []
  /// The constants of the scenario's code, each counted once.
  var constants: [String: ObjectPointer] = [:]
  /// What `changes` saw last, and how often it looked.
  var seen: [String: (turn: Int, value: String?)] = [:]
  var frozenBefore = 0
  /// The functions that make generators without a block, by the number of their arguments.
  var generatorFunctions: [Int: ObjectPointer] = [:]
  /// The functions that raise what `caught` catches, by the number of their arguments.
  var raisingFunctions: [Int: ObjectPointer] = [:]
  /// The code objects of functions, by what they do.
  var codes: [String: ObjectPointer] = [:]
  /// The turn of the loop that is running.
  var turn = 0
  /// What generators do at their end, by their address.
  var finallyBlocks: [UInt: [ConformanceStatement]] = [:]
  /// The argument of a callback or the receiver of a method, by its name in the block.
  var parameters: [String: ObjectPointer] = [:]

  init(_ scenario: ConformanceScenario) throws {
    space = try ObjectSpace()
    self.scenario = scenario
    _ = try space.importModule("weakref")
    for count in 0..<4 {
      generatorFunctions[count] = try makeFunction(
        "_generator", [], parameter: nil, parameters: count)
      raisingFunctions[count] = try makeFunction("_caught", [], parameter: nil, parameters: count)
    }
    try makeConstants(of: scenario.body)
    try prepare()
    space.interpreter = self
  }

  /// Makes the constants of the scenario's code, which are there before it runs.
  private func makeConstants(of statements: [ConformanceStatement]) throws {
    for statement in statements {
      let tokens = statement.tokens
      if ["log", "error", "repeat"].contains(tokens[0]) == false {
        for token in tokens where isLiteral(token) { _ = try operand(token) }
      }
      if tokens.count > 2, tokens[1] == "=" {
        let operands = Array(tokens.dropFirst(3))
        let isConstant = operands.allSatisfy(isLiteral)
        if isConstant, tokens[2] == "tuple" && !operands.isEmpty || tokens[2] == "list" && operands.count > 2
        {
          _ = try constantTuple(operands)
        }
      }
      try makeCodes(of: statement)
      if let block = statement.block { try makeConstants(of: block) }
    }
  }

  /// Leaves an empty heap behind, as the recorder does.
  private func prepare() throws {
    space.setUnraisableHook { [unowned self] error in
      lines.append("unraisable: \(error.kind.rawValue): \(error.message)")
    }
    try space.collect()
    space.freeze()
    // What is long-lived is counted anew: nothing.
    try space.collect()
    try fillPools()
    // Reading the counts made a tuple of three.
    let three = try space.makeTuple([space.none, space.none, space.none])
    space.release(three)
    // The tuple went to a free list, but was counted.
    space.state.collector.counts = (1, 0, 0)
    space.state.collector.statistics = CollectorState.noStatistics
    frozenBefore = space.frozenCount
  }

  /// Uses up the holes of every pool: the next block of any size is the second of a fresh one.
  private func fillPools() throws {
    for size in stride(from: 16, through: 512, by: 16) {
      while true {
        let block = try space.allocateBlock(size)
        if block.address % UInt(BlockAllocator.poolSize) == UInt(PoolOffset.headerSize) { break }
      }
    }
  }

  func run() {
    capture(scenario.body)
    do {
      try run(scenario.body)
    } catch ScenarioError.unsupported(let what) {
      lines.append("unsupported: \(what)")
    } catch ScenarioError.raised(let error) {
      lines.append("raised: \(error)")
    } catch let error as ObjectError {
      lines.append("raised: \(error)")
    } catch {
      lines.append("failed: \(error)")
    }
  }

  /// Makes cells for the registers that blocks of functions use.
  private func capture(_ statements: [ConformanceStatement]) {
    func names(_ statements: [ConformanceStatement]) -> Set<String> {
      var found: Set<String> = []
      for statement in statements {
        found.formUnion(statement.tokens.filter { $0.wholeMatch(of: #/[A-Za-z][A-Za-z0-9_]*/#) != nil })
        if let block = statement.block { found.formUnion(names(block)) }
      }
      return found
    }
    var registers: Set<String> = []
    func targets(_ statements: [ConformanceStatement]) {
      for statement in statements {
        if statement.tokens.count > 2, statement.tokens[1] == "=" { registers.insert(statement.tokens[0]) }
        if statement.tokens[0] == "class", statement.tokens.count > 1 {
          registers.insert(statement.tokens[1])
        }
        if statement.tokens[0] == "raising" { registers.insert(statement.tokens[1]) }
        if statement.tokens.contains("as"), let last = statement.tokens.last { registers.insert(last) }
        if let block = statement.block { targets(block) }
      }
    }
    targets(statements)
    var used: Set<String> = []
    func functions(_ statements: [ConformanceStatement]) {
      for statement in statements {
        guard let block = statement.block else { continue }
        if isFunction(statement) { used.formUnion(names(block)) }
        functions(block)
      }
    }
    functions(statements)
    for name in used.intersection(registers).sorted() {
      cells[name] = try? space.makeCell(nil)
    }
    space.state.collector.counts.0 = 1
  }

  /// Whether the block of a statement is a function's.
  private func isFunction(_ statement: ConformanceStatement) -> Bool {
    let verbs: Set = ["ref", "proxy", "finalize", "generator", "finalizer", "function", "on-collection"]
    return verbs.contains(statement.tokens[0])
      || statement.tokens.count > 2 && statement.tokens[1] == "=" && verbs.contains(statement.tokens[2])
  }

  func run(_ statements: [ConformanceStatement]) throws {
    for statement in statements { try run(statement) }
  }

  // MARK: Registers

  func object(_ name: String) -> ObjectPointer? {
    if let parameter = parameters[name] { return parameter }
    if let cell = cells[name] { return cell[object: CellOffset.contents] }
    return registers[name]
  }

  /// Sets a register, which takes the object over.
  func set(_ name: String, _ object: ObjectPointer) {
    if let cell = cells[name] {
      let old = cell[object: CellOffset.contents]
      cell[object: CellOffset.contents] = object
      if let old { space.release(old) }
    } else {
      let old = registers.updateValue(object, forKey: name)
      if let old { space.release(old) }
    }
    if !bound.contains(name) { bound.append(name) }
  }

  func unset(_ name: String) {
    bound.removeAll { $0 == name }
    if let cell = cells[name] {
      space.setCellContents(cell, to: nil)
    } else if let old = registers.removeValue(forKey: name) {
      space.release(old)
    }
  }

  // MARK: Operands

  /// The object of an operand, borrowed from a register, a constant or a built-in.
  func operand(_ token: String) throws -> ObjectPointer {
    if let object = object(token) { return object }
    if let constant = constants[token] { return constant }
    if let literal = try literal(token) {
      constants[token] = literal
      return literal
    }
    let parts = token.split(separator: ".").map(String.init)
    if parts.count > 1, let first = try? operand(parts[0]) {
      return try parts.dropFirst().reduce(first) { try attribute($1, of: $0) }
    }
    if let builtin = try? space.builtinClass(token) { return try builtin.pointer() }
    if token == "Ellipsis" { return space.ellipsis }
    if cells[token] != nil { return space.none }
    throw ScenarioError.unsupported(token)
  }

  private func attribute(_ name: String, of object: ObjectPointer) throws -> ObjectPointer {
    let key = try space.makeName(name)
    defer { space.release(key) }
    let value = try space.attribute(key, of: object)
    // An operand is borrowed; what made it keeps it, or the constants do.
    constants["\(object.address).\(name).\(constants.count)"] = value
    return value
  }

  /// The object of a literal, owned.
  private func literal(_ token: String) throws -> ObjectPointer? {
    switch token {
    case "None": return space.none
    case "True": return space.trueObject
    case "False": return space.falseObject
    case "NotImplemented": return space.notImplemented
    default: break
    }
    if token.hasPrefix("\"") {
      let string = try space.makeString(codePoints: PythonLiteral.codePoints(token.dropFirst().dropLast()))
      return space.isNameLike(string) ? space.intern(string) : string
    }
    if token.hasPrefix("b\"") {
      let points = PythonLiteral.codePoints(token.dropFirst(2).dropLast())
      return try space.makeBytes(points.map { UInt8(truncatingIfNeeded: $0) })
    }
    if token.wholeMatch(of: #/-?\d+/#) != nil {
      let text = try space.makeString(token)
      defer { space.release(text) }
      return try space.call(space.type(.int), [text])
    }
    if token.wholeMatch(of: #/-?(\d+(\.\d+)?(e[+-]?\d+)?|inf|nan)/#) != nil, let value = Double(token) {
      return try space.makeFloat(value)
    }
    return nil
  }

  /// Whether an operand is a constant of the code.
  func isLiteral(_ token: String) -> Bool {
    object(token) == nil && cells[token] == nil
      && (token.hasPrefix("\"") || token.hasPrefix("b\"")
        || ["None", "True", "False", "NotImplemented"].contains(token)
        || token.wholeMatch(of: #/-?(\d+(\.\d+)?(e[+-]?\d+)?)/#) != nil)
  }
}
