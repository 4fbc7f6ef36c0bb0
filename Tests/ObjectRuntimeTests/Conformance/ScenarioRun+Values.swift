import HeapModel

@testable import ObjectRuntime

extension ScenarioRun {
  static let valueVerbs: Set = [
    "list", "tuple", "set", "dict", "new", "call", "plus", "minus", "times", "power", "union", "part", "item",
    "attribute", "copy", "keys", "values", "pairs", "iterator", "numbers", "letters", "char", "intern",
    "evaluated",
    "cell", "function", "function-keywords", "closure", "method", "module", "generator", "caught",
    "traceback",
    "frame", "ref", "proxy", "finalize", "weak-values", "weak-keys", "weak-set", "pop", "popitem",
    "setdefault",
    "next", "address", "callback", "collected", "garbage", "get",
  ]

  /// The object of a verb, owned.
  func value(_ verb: String, _ tokens: [String], _ statement: ConformanceStatement) throws -> ObjectPointer {
    switch verb {
    case "list": return try display(tokens)
    case "tuple":
      if !tokens.isEmpty, tokens.allSatisfy(isLiteral) { return try constantTuple(tokens).retained() }
      return try space.makeTuple(operands(tokens))
    case "set":
      let set = try space.makeSet(space.type(.set))
      if tokens.count >= 3, tokens.allSatisfy(isLiteral) {
        try space.formUnion(set, with: constantSet(tokens))
        return set
      }
      for element in try operands(tokens) { try space.insert(element, into: set) }
      return set
    case "dict": return try dictDisplay(tokens)
    case "new", "call": return try call(tokens)
    case "plus", "minus", "times", "power", "union", "part", "item":
      return try compute(verb, tokens)
    case "letters", "char", "evaluated", "numbers": return try text(verb, tokens)
    case "attribute": return try attributeValue(operand(tokens[0]), tokens[1])
    case "copy": return try callMethod("copy", tokens)
    case "intern": return try space.internString(operand(tokens[0]))
    case "cell": return try construct(.cell, operands(tokens))
    case "function", "function-keywords", "closure", "ref", "proxy", "generator":
      return try makeFunctionLike(verb, tokens, statement)
    case "method": return try construct(.method, operands(tokens))
    case "module": return try construct(.module, operands(tokens))
    case "traceback": return try attributeValue(operand(tokens[0]), "__traceback__")
    case "pop", "popitem", "setdefault", "get": return try callMethod(verb, tokens)
    case "iterator": return try space.makeIterator(operand(tokens[0]))
    case "next":
      guard let value = try nextValue(operand(tokens[0])) else { throw ObjectError(.stopIteration, "") }
      return value
    case "keys", "values": return try callMethod(verb, tokens)
    case "pairs": return try callMethod("items", tokens)
    case "finalize", "weak-values", "weak-keys", "weak-set": return try makeWeak(verb, tokens, statement)
    case "frame":
      let traceback = try attributeValue(operand(tokens[0]), "__traceback__")
      defer { space.release(traceback) }
      return try attributeValue(traceback, "tb_frame")
    case "caught": return try caught(tokens)
    case "address":
      let object = try operand(tokens[0])
      return try space.makeInteger(Int(object.address))
    case "callback": return try attributeValue(operand(tokens[0]), "__callback__")
    case "collected":
      return try space.makeInteger(space.collect(generation: tokens.first.map { try integer($0) } ?? 2))
    case "garbage": return (space.garbageList ?? space.none).retained()
    default: throw ScenarioError.unsupported(verb)
    }
  }

  func operands(_ tokens: some Sequence<String>) throws -> [ObjectPointer] {
    try tokens.map { try operand($0) }
  }

  func constantTuple(_ tokens: [String]) throws -> ObjectPointer {
    let key = "(" + tokens.joined(separator: ",") + ")"
    if let known = constants[key] { return known }
    let tuple = try space.makeTuple(operands(tokens))
    constants[key] = tuple
    return tuple
  }

  /// The frozenset that a display of constants extends a set by; displays of equal sets share one.
  private func constantSet(_ tokens: [String]) throws -> ObjectPointer {
    let key = "{" + tokens.sorted().joined(separator: ",") + "}"
    if let known = constants[key] { return known }
    let set = try space.makeSet(space.type(.frozenSet))
    for element in try operands(tokens) { try space.insert(element, into: set) }
    constants[key] = set
    return set
  }

  private func display(_ tokens: [String]) throws -> ObjectPointer {
    if tokens.count >= 3, tokens.allSatisfy(isLiteral) {
      let constant = try constantTuple(tokens)
      let list = try space.makeList([])
      try space.extend(list, with: constant)
      return list
    }
    return try space.makeList(operands(tokens))
  }

  private func dictDisplay(_ tokens: [String]) throws -> ObjectPointer {
    let objects = try operands(tokens)
    let keys = stride(from: 0, to: objects.count, by: 2).map { objects[$0] }
    let isUnicode = keys.allSatisfy { $0.type == space.type(.string) }
    let dict = try space.makeDict(capacity: keys.count, isUnicode: isUnicode)
    for (index, key) in keys.enumerated() { try space.setValue(objects[2 * index + 1], for: key, in: dict) }
    return dict
  }

  /// Calls a method, as `a.name(…)`.
  func callMethod(_ name: String, _ tokens: [String]) throws -> ObjectPointer {
    let key = try space.makeName(name)
    defer { space.release(key) }
    return try space.callMethod(named: key, of: operand(tokens[0]), operands(tokens.dropFirst()))
  }

  /// Calls a built-in type that has no vectorcall: its arguments go through a tuple.
  func construct(_ type: BuiltinType, _ arguments: [ObjectPointer]) throws -> ObjectPointer {
    try withTuple(arguments) { try space.call(space.type(type), arguments) }
  }

  private func withTuple(
    _ arguments: [ObjectPointer], _ body: () throws -> ObjectPointer
  ) throws -> ObjectPointer {
    let tuple = try space.makeTuple(arguments)
    defer { space.release(tuple) }
    return try body()
  }

  private func call(_ tokens: [String]) throws -> ObjectPointer {
    let name = tokens[0]
    let arguments = try operands(tokens.dropFirst())
    if object(name) == nil, let result = try builtinCall(name, arguments) { return result }
    if name.hasSuffix(".__new__"), name != "object.__new__" {
      return try space.makeInstance(of: operand(String(name.dropLast(8))), [])
    }
    let callable = try operand(name)
    defer { space.collectIfDue() }
    let tupled: [BuiltinType] = [.property, .cell, .method, .module, .bytes, .weakReference]
    let initializes =
      callable.plan.body == .type && space.isHeap(callable) && turn < 2
      && space.lookUpInClasses(space.names.initializer, of: callable) != nil
    if initializes || tupled.contains(where: { space.type($0) == callable }) {
      return try withTuple(arguments) { try space.call(callable, arguments) }
    }
    return try space.call(callable, arguments)
  }

  /// Calls of functions of Python's builtins.
  private func builtinCall(_ name: String, _ arguments: [ObjectPointer]) throws -> ObjectPointer? {
    switch name {
    case "hash": return try space.makeInteger(space.hash(of: arguments[0]))
    case "setattr":
      try space.setAttribute(space.intern(arguments[1].retained()), of: arguments[0], to: arguments[2])
      return space.none
    case "delattr":
      try space.setAttribute(arguments[1], of: arguments[0], to: nil)
      return space.none
    case "isinstance":
      guard arguments[1].plan.body == .type else {
        throw ObjectError(.typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
      }
      return space.bool(space.isSubtype(arguments[0].type, arguments[1]))
    case "getattr": return try space.attribute(space.intern(arguments[1].retained()), of: arguments[0])
    case "len":
      return try space.makeInteger(space.count(of: ObjectHandle(space, taking: arguments[0].retained())))
    case "set.intersection": return try space.intersection(arguments[0], arguments[1])
    case "set.difference": return try space.difference(arguments[0], arguments[1])
    case "set.symmetric_difference": return try space.symmetricDifference(arguments[0], arguments[1])
    case "frozenset.copy": return arguments[0].retained()
    case "reversed": return try space.makeReverseIterator(arguments[0])
    case "dict.fromkeys":
      return try space.makeDict(
        keysFrom: arguments[0], value: arguments.count > 1 ? arguments[1] : space.none)
    default: return nil
    }
  }

  func attributeValue(_ object: ObjectPointer, _ name: String) throws -> ObjectPointer {
    let key = try space.makeName(name)
    defer { space.release(key) }
    return try space.attribute(key, of: object)
  }

  private func text(_ verb: String, _ tokens: [String]) throws -> ObjectPointer {
    switch verb {
    case "letters":
      let count = try operand(tokens[1])
      return try space.apply(.multiply, operand(tokens[0]), count)
    case "char":
      guard let point = try operand(tokens[0]).integerValue, (0..<0x110000).contains(point) else {
        throw ObjectError(.valueError, "chr() arg not in range(0x110000)")
      }
      return try space.makeString(codePoints: [UInt32(point)])
    case "evaluated": return try evaluated(tokens[0])
    case "numbers":
      let list = try space.makeList([])
      for index in 0..<(Int(tokens[0]) ?? 0) {
        let number = try space.makeInteger(index)
        try space.append(number, to: list)
        space.release(number)
      }
      return list
    default: throw ScenarioError.unsupported(verb)
    }
  }

  /// The value of an expression that is compiled for itself: its constants are its own.
  private func evaluated(_ token: String) throws -> ObjectPointer {
    let text = String(
      String.UnicodeScalarView(
        PythonLiteral.codePoints(token.dropFirst().dropLast()).compactMap(Unicode.Scalar.init)))
    let constants = constants
    self.constants = [:]
    defer { self.constants = constants }
    if text == "lambda: 0" { return try makeFunction("<lambda>", [], parameter: nil) }
    if text == "frozenset()" { return try space.call(space.type(.frozenSet)) }
    if text == "()" { return space.emptyTuple }
    if text.hasPrefix("(") {
      let parts = text.dropFirst().dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
      return try space.makeTuple(parts.map { try operand(String($0)) })
    }
    let quoted = text.replacing("'", with: "\"")
    return try operand(quoted).retained()
  }

  /// The next value of an iterator or generator.
  private func nextValue(_ iterator: ObjectPointer) throws -> ObjectPointer? {
    guard iterator.type == space.type(.generator) else { return try space.next(iterator) }
    switch iterator[byte: GeneratorOffset.frameState] {
    case ObjectSpace.FrameState.created:
      iterator[byte: GeneratorOffset.frameState] = ObjectSpace.FrameState.suspended
      return space.smallInteger(1)
    case ObjectSpace.FrameState.suspended:
      iterator[byte: GeneratorOffset.frameState] = ObjectSpace.FrameState.executing
      try finish(iterator)
      return nil
    default: return nil
    }
  }

  /// Runs the `finally` of a generator, and lets its frame go.
  func finish(_ generator: ObjectPointer) throws {
    defer { space.finishGenerator(generator) }
    if let block = finallyBlocks[generator.address] { try run(block) }
  }

  /// An exception that was raised in one function and caught in its caller.
  private func caught(_ tokens: [String]) throws -> ObjectPointer {
    let exception = try space.makeException(operand(tokens[0]), [operand(tokens[1])])
    guard let function = raisingFunctions[tokens.count - 2] else {
      throw ScenarioError.unsupported("so many variables")
    }
    // What raises it puts the class and its argument on its stack, and calls it.
    function[object: FunctionOffset.code]?[int32: CodeOffset.stackSize] = 3
    let back = try space.makeFrame(function, variables: [], back: nil, line: 1)
    defer { space.release(back) }
    let frame = try space.makeFrame(
      function, variables: operands(tokens.dropFirst(2)), stackSize: 3, back: back, line: 1)
    defer { space.release(frame) }
    let traceback = try space.makeTraceback(next: nil, frame: frame, line: 1)
    space.setTraceback(traceback, of: exception)
    space.release(traceback)
    return exception
  }

  // MARK: Arithmetic and sequences

  private static let operators: [String: BinaryOperator] = [
    "plus": .add, "minus": .subtract, "times": .multiply, "power": .power, "union": .or,
  ]

  private func compute(_ verb: String, _ tokens: [String]) throws -> ObjectPointer {
    let arguments = try operands(tokens)
    if verb == "part" {
      return try withSlice(arguments[1], arguments[2]) { (slice) in
        try space.element(slice, of: handle(arguments[0])).retainedPointer()
      }
    }
    // The compiler computes with constants, and keeps what comes out.
    let isFolded = verb != "power" && verb != "union" && tokens.allSatisfy(isLiteral)
    let key = ([verb] + tokens).joined(separator: " ")
    if isFolded, let known = constants[key] { return known.retained() }
    var result: ObjectPointer
    if let operation = Self.operators[verb] {
      result = try space.apply(operation, arguments[0], arguments[1])
    } else {
      let handles = arguments.map { ObjectHandle(space, taking: $0.retained()) }
      defer { withExtendedLifetime(handles) {} }
      result = try space.element(handles[1], of: handles[0]).retainedPointer()
    }
    if isFolded {
      if result.type == space.type(.string), space.isNameLike(result) { result = space.intern(result) }
      constants[key] = result.retained()
    }
    return result
  }
}
