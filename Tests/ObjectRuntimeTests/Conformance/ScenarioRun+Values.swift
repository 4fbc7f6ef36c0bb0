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
      return try compute(verb, operands(tokens))
    case "letters", "char", "evaluated", "numbers": return try text(verb, tokens)
    case "attribute": return try attributeValue(operand(tokens[0]), tokens[1])
    case "copy": return try copy(operand(tokens[0]))
    case "intern": return space.intern(try operand(tokens[0]).retained())
    case "cell": return try space.makeCell(tokens.first.map { try operand($0) })
    case "function", "function-keywords", "closure", "ref", "proxy", "generator":
      return try makeFunctionLike(verb, tokens, statement)
    case "method": return try space.makeMethod(operand(tokens[0]), receiver: operand(tokens[1]))
    case "module": return try space.makeModule(operand(tokens[0]).text)
    case "traceback": return try attributeValue(operand(tokens[0]), "__traceback__")
    case "pop", "popitem", "setdefault", "get": return try take(verb, operands(tokens))
    case "iterator": return try space.makeIterator(operand(tokens[0]))
    case "next":
      guard let value = try nextValue(operand(tokens[0])) else { throw ObjectError(.stopIteration, "") }
      return value
    case "keys": return try space.makeView(.dictKeys, of: operand(tokens[0]))
    case "values": return try space.makeView(.dictValues, of: operand(tokens[0]))
    case "pairs": return try space.makeView(.dictItems, of: operand(tokens[0]))
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
      return try space.makeInteger(space.collect(generation: tokens.first.flatMap { Int($0) } ?? 2))
    case "garbage": return (space.garbageList ?? space.none).retained()
    default: throw ScenarioError.unsupported(verb)
    }
  }

  func operands(_ tokens: some Sequence<String>) throws -> [ObjectPointer] {
    try tokens.map { try operand($0) }
  }

  private func constantTuple(_ tokens: [String]) throws -> ObjectPointer {
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

  private func call(_ tokens: [String]) throws -> ObjectPointer {
    let name = tokens[0]
    let arguments = try operands(tokens.dropFirst())
    if object(name) == nil, let result = try builtinCall(name, arguments) { return result }
    if name.hasSuffix(".__new__"), name != "object.__new__" {
      return try space.makeInstance(of: operand(String(name.dropLast(8))), [])
    }
    let callable = try operand(name)
    defer { space.collectIfDue() }
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
    case "str":
      return try arguments.isEmpty
        ? space.emptyString : space.makeString(space.describe(arguments[0], limit: 1000))
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
    case "bool": return space.bool(try arguments.first.map { try space.isTrue($0) } ?? false)
    case "staticmethod", "classmethod":
      return try space.makeWrapper(name == "staticmethod" ? .staticMethod : .classMethod, of: arguments[0])
    case "dict.fromkeys":
      return try space.makeDict(
        keysFrom: arguments[0], value: arguments.count > 1 ? arguments[1] : space.none)
    case "range", "slice":
      guard !arguments.isEmpty else {
        throw ObjectError(.typeError, "\(name) expected at least 1 argument, got 0")
      }
      if name == "slice" {
        return try arguments.count == 1
          ? space.makeSlice(space.none, arguments[0], space.none)
          : space.makeSlice(arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : space.none)
      }
      for argument in arguments where !space.isSubtype(argument.type, space.type(.int)) {
        throw ObjectError(
          .typeError, "'\(space.typeName(argument.type))' object cannot be interpreted as an integer")
      }
      let (zero, one) = (space.smallInteger(0), space.smallInteger(1))
      return try arguments.count == 1
        ? space.makeRange(zero, arguments[0], one)
        : space.makeRange(arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : one)
    case "property":
      return try space.makeProperty(
        getter: arguments.first, setter: arguments.count > 1 ? arguments[1] : nil, deleter: nil)
    case "int" where arguments.isEmpty || space.isSubtype(arguments[0].type, space.type(.int)):
      return arguments.first?.retained() ?? space.smallInteger(0)
    case "int" where !arguments.isEmpty && space.isSubtype(arguments[0].type, space.type(.string)):
      let number = BigNumber(decimal: arguments[0].text)
      return try space.makeInteger(isNegative: number.isNegative, digits: number.digits)
    case "float" where arguments.isEmpty: return try space.makeFloat(0)
    case "bytes" where arguments.isEmpty: return space.emptyBytes
    default: return nil
    }
  }

  private func attributeValue(_ object: ObjectPointer, _ name: String) throws -> ObjectPointer {
    let key = try space.makeName(name)
    defer { space.release(key) }
    return try space.attribute(key, of: object)
  }

  private func copy(_ object: ObjectPointer) throws -> ObjectPointer {
    switch object.plan.body {
    case .dict: return try space.copyDict(object)
    case .list: return try space.makeList(space.items(of: object))
    case .set:
      let copy = try space.makeSet(object.type)
      try space.formUnion(copy, with: object)
      return copy
    default: throw ScenarioError.unsupported("copy of \(space.typeName(object.type))")
    }
  }

  private func take(_ verb: String, _ arguments: [ObjectPointer]) throws -> ObjectPointer {
    let target = arguments[0]
    switch (verb, target.plan.body) {
    case ("pop", .list), ("pop", .dict), ("pop", .set):
      if arguments.count > 2, let value = try space.takeValue(of: arguments[1], from: target) { return value }
      if arguments.count > 2 { return arguments[2].retained() }
      let handles = arguments.map { ObjectHandle(space, taking: $0.retained()) }
      return try space.pop(from: handles[0], handles.count > 1 ? handles[1] : nil).retainedPointer()
    case ("popitem", .dict):
      guard let (key, value) = try space.popItem(target) else {
        throw ObjectError(.keyError, "'popitem(): dictionary is empty'")
      }
      let pair = try space.makeTuple([key, value])
      space.release(key)
      space.release(value)
      return pair
    case ("setdefault", .dict):
      if let value = try space.value(of: arguments[1], in: target) { return value.retained() }
      try space.setValue(arguments[2], for: arguments[1], in: target)
      return arguments[2].retained()
    case ("get", .dict): return try space.value(of: arguments[1], in: target)?.retained() ?? space.none
    default: throw ScenarioError.unsupported("\(verb) of \(space.typeName(target.type))")
    }
  }

  private func text(_ verb: String, _ tokens: [String]) throws -> ObjectPointer {
    switch verb {
    case "letters":
      let text = try operand(tokens[0])
      let count = Int(tokens[1]) ?? 0
      if text.type == space.type(.bytes) {
        if count == 1 { return text.retained() }
        let bytes = (0..<text.itemCount).map { text[byte: BytesOffset.data + $0] }
        return try space.makeBytes((0..<count).flatMap { _ in bytes })
      }
      if count == 1 { return text.retained() }
      let points = (0..<text.stringLength).map { text.character(at: $0) }
      return try space.makeString(codePoints: (0..<count).flatMap { _ in points })
    case "char": return try space.makeString(codePoints: [UInt32(tokens[0]) ?? 0])
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

  /// A string or bytes repeated.
  private func repeated(_ object: ObjectPointer, _ count: Int) throws -> ObjectPointer {
    if count == 1 { return object.retained() }
    if object.type == space.type(.bytes) {
      let bytes = (0..<object.itemCount).map { object[byte: BytesOffset.data + $0] }
      return try space.makeBytes((0..<count).flatMap { _ in bytes })
    }
    let points = (0..<object.stringLength).map { object.character(at: $0) }
    return try space.makeString(codePoints: (0..<count).flatMap { _ in points })
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
    let function = try makeFunction("_function", [], parameter: nil)
    defer { space.release(function) }
    let back = try space.makeFrame(function, variables: [], back: nil, line: 1)
    defer { space.release(back) }
    let frame = try space.makeFrame(
      function, variables: operands(tokens.dropFirst(2)), stackSize: 2, back: back, line: 1)
    defer { space.release(frame) }
    let traceback = try space.makeTraceback(next: nil, frame: frame, line: 1)
    space.setTraceback(traceback, of: exception)
    space.release(traceback)
    return exception
  }

  // MARK: Arithmetic and sequences

  private func number(_ object: ObjectPointer) -> BigNumber {
    BigNumber(isNegative: object.isNegativeInteger, digits: object.digits)
  }

  private func compute(_ verb: String, _ arguments: [ObjectPointer]) throws -> ObjectPointer {
    let first = arguments[0]
    let isNumber = space.isSubtype(first.type, space.type(.int))
    switch (verb, first.plan.body) {
    case ("plus", .plain), ("minus", .plain), ("times", .plain), ("power", .plain):
      if first.type == space.type(.float) {
        let second = arguments[1].doubleValue
        return try space.makeFloat(
          verb == "plus"
            ? first.doubleValue + second
            : verb == "minus" ? first.doubleValue - second : first.doubleValue * second)
      }
      if first.type == space.type(.string), verb == "plus" {
        if first.stringLength == 0 { return arguments[1].retained() }
        if arguments[1].stringLength == 0 { return first.retained() }
        let points = arguments.flatMap { text in (0..<text.stringLength).map { text.character(at: $0) } }
        return try space.makeString(codePoints: points)
      }
      guard isNumber, space.isSubtype(arguments[1].type, space.type(.int)) else {
        if verb == "times", let count = arguments[1].integerValue { return try repeated(first, count) }
        let signs = ["plus": "+", "minus": "-", "times": "*", "power": "** or pow()"]
        throw ObjectError(
          .typeError,
          "unsupported operand type(s) for \(signs[verb] ?? verb): '\(space.typeName(first.type))' and "
            + "'\(space.typeName(arguments[1].type))'")
      }
      let left = number(first)
      let right = number(arguments[1])
      var result = left
      switch verb {
      case "plus": result = left + right
      case "minus": result = left - right
      case "times": result = left * right
      default:
        result = BigNumber(digits: [1])
        for _ in 0..<(arguments[1].integerValue ?? 0) { result = result * left }
      }
      return try space.makeInteger(isNegative: result.isNegative, digits: result.digits)
    case ("item", _) where first.plan.body != .plain:
      if first.plan.body == .dict {
        guard let value = try space.value(of: arguments[1], in: first) else {
          throw ObjectError(.keyError, space.describe(arguments[1]))
        }
        return value.retained()
      }
      let handles = arguments.map { ObjectHandle(space, taking: $0.retained()) }
      return try space.element(handles[1], of: handles[0]).retainedPointer()
    case ("item", .plain) where first.type == space.type(.string):
      return try space.makeString(codePoints: [first.character(at: arguments[1].integerValue ?? 0)])
    case ("part", .plain) where first.type == space.type(.string):
      let range = (arguments[1].integerValue ?? 0)..<min(arguments[2].integerValue ?? 0, first.stringLength)
      if range.count == first.stringLength { return first.retained() }
      return try space.makeString(codePoints: range.map { first.character(at: $0) })
    case ("part", .plain) where first.type == space.type(.bytes):
      let range = (arguments[1].integerValue ?? 0)..<min(arguments[2].integerValue ?? 0, first.itemCount)
      if range.count == first.itemCount { return first.retained() }
      return try space.makeBytes(range.map { first[byte: BytesOffset.data + $0] })
    case ("part", .list), ("part", .tuple):
      let range = (arguments[1].integerValue ?? 0)..<min(arguments[2].integerValue ?? 0, first.itemCount)
      let items = range.compactMap { space.item($0, of: first) }
      if first.plan.body == .list { return try space.makeList(items) }
      return range.count == first.itemCount ? first.retained() : try space.makeTuple(items)
    case ("union", _) where first.plan.body != arguments[1].plan.body,
      ("plus", .list) where arguments[1].plan.body != .list,
      ("plus", .tuple) where arguments[1].plan.body != .tuple:
      throw ObjectError(
        .typeError,
        "unsupported operand type(s) for \(verb == "union" ? "|" : "+"): '\(space.typeName(first.type))' and "
          + "'\(space.typeName(arguments[1].type))'")
    case ("plus", .list), ("plus", .tuple):
      let items = space.items(of: first) + space.items(of: arguments[1])
      return try first.plan.body == .list ? space.makeList(items) : space.makeTuple(items)
    case ("times", .list), ("times", .tuple):
      let count = arguments[1].integerValue ?? 0
      if first.plan.body == .tuple, count == 1 { return first.retained() }
      let items = (0..<count).flatMap { _ in space.items(of: first) }
      return try first.plan.body == .list ? space.makeList(items) : space.makeTuple(items)
    case ("union", .dict):
      let result = try space.copyDict(first)
      try space.update(result, from: arguments[1])
      return result
    case ("union", .set):
      let result = try copy(first)
      try space.fillSet(result, from: arguments[1])
      return result
    case ("minus", .set):
      return try space.difference(first, arguments[1])
    default: break
    }
    throw ScenarioError.unsupported("\(verb) of \(space.typeName(first.type))")
  }
}
