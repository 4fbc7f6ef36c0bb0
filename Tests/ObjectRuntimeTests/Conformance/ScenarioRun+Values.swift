import HeapModel

@testable import ObjectRuntime

extension ScenarioRun {
  static let valueVerbs: Set = [
    "list", "tuple", "set", "dict", "new", "call", "plus", "minus", "times", "power", "union", "part", "item",
    "attribute", "copy", "keys", "values", "pairs", "iterator", "numbers", "letters", "char", "intern", "evaluated",
    "cell", "function", "function-keywords", "closure", "method", "module", "generator", "caught", "traceback",
    "frame", "ref", "proxy", "finalize", "weak-values", "weak-keys", "weak-set", "pop", "popitem", "setdefault",
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
      for element in try operands(tokens) { try space.insert(element, into: set) }
      return set
    case "dict": return try dictDisplay(tokens)
    case "new", "call": return try call(tokens)
    case "plus", "minus", "times", "power", "union", "part", "item": return try compute(verb, operands(tokens))
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

  func operands(_ tokens: some Sequence<String>) throws -> [ObjectPointer] { try tokens.map { try operand($0) } }

  private func constantTuple(_ tokens: [String]) throws -> ObjectPointer {
    let key = "(" + tokens.joined(separator: ",") + ")"
    if let known = constants[key] { return known }
    let tuple = try space.makeTuple(operands(tokens))
    constants[key] = tuple
    return tuple
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
      return try arguments.isEmpty ? space.emptyString : space.makeString(space.describe(arguments[0], limit: 1000))
    case "dict.fromkeys":
      let dict = try space.makeDict()
      for key in try space.iterate(arguments[0]) {
        try space.setValue(arguments.count > 1 ? arguments[1] : space.none, for: key, in: dict)
        space.release(key)
      }
      return dict
    case "range":
      let numbers = arguments.compactMap(\.integerValue)
      return try numbers.count == 1
        ? space.makeRange(0, numbers[0], 1)
        : space.makeRange(numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 1)
    case "slice":
      return try arguments.count == 1
        ? space.makeSlice(space.none, arguments[0], space.none)
        : space.makeSlice(arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : space.none)
    case "property":
      return try space.makeProperty(
        getter: arguments.first, setter: arguments.count > 1 ? arguments[1] : nil, deleter: nil)
    case "int" where arguments.isEmpty || space.isSubtype(arguments[0].type, space.type(.int)):
      return arguments.first?.retained() ?? space.smallInteger(0)
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
    case ("pop", .list):
      guard target.itemCount > 0 else { throw ObjectError(.indexError, "pop from empty list") }
      let index = arguments.count > 1 ? arguments[1].integerValue ?? 0 : target.itemCount - 1
      guard index < target.itemCount else { throw ObjectError(.indexError, "pop index out of range") }
      return try space.takeItem(index, of: target) ?? space.none
    case ("pop", .dict):
      if let value = try space.takeValue(of: arguments[1], from: target) { return value }
      guard arguments.count > 2 else { throw ObjectError(.keyError, space.describe(arguments[1])) }
      return arguments[2].retained()
    case ("pop", .set):
      guard let element = space.popElement(target) else {
        throw ObjectError(.keyError, "'pop from an empty set'")
      }
      return element
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
            ? first.doubleValue + second : verb == "minus" ? first.doubleValue - second : first.doubleValue * second)
      }
      if first.type == space.type(.string), verb == "plus" {
        if first.stringLength == 0 { return arguments[1].retained() }
        if arguments[1].stringLength == 0 { return first.retained() }
        let points = arguments.flatMap { text in (0..<text.stringLength).map { text.character(at: $0) } }
        return try space.makeString(codePoints: points)
      }
      guard isNumber else { break }
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
      guard let index = arguments[1].integerValue, let item = space.item(index, of: first) else { break }
      return item.retained()
    case ("item", .plain) where first.type == space.type(.string):
      return try space.makeString(codePoints: [first.character(at: arguments[1].integerValue ?? 0)])
    case ("part", .plain) where first.type == space.type(.string):
      let range = (arguments[1].integerValue ?? 0)..<min(arguments[2].integerValue ?? 0, first.stringLength)
      return try space.makeString(codePoints: range.map { first.character(at: $0) })
    case ("part", .list), ("part", .tuple):
      let range = (arguments[1].integerValue ?? 0)..<min(arguments[2].integerValue ?? 0, first.itemCount)
      let items = range.compactMap { space.item($0, of: first) }
      if first.plan.body == .list { return try space.makeList(items) }
      return range.count == first.itemCount ? first.retained() : try space.makeTuple(items)
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
      let result = try space.makeSet(first.type)
      for (element, hash) in space.elementsWithHashes(of: first) where try !space.contains(element, in: arguments[1]) {
        try space.insert(element, hash: hash, into: result)
      }
      return result
    default: break
    }
    throw ScenarioError.unsupported("\(verb) of \(space.typeName(first.type))")
  }
}
