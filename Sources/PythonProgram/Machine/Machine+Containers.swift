import ObjectRuntime

extension Machine {
  /// An item of a container, owned by the caller.
  @inline(__always)
  func item(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let type = container.type
    if key.type == space.type(.int), key[word: IntegerOffset.tag] < 16 {
      let isList = type == space.type(.list)
      if isList || type == space.type(.tuple) {
        let index = key.smallValue
        let count = container.itemCount
        let place = index < 0 ? index &+ count : index
        if place >= 0, place < count {
          let items =
            isList
            ? Block(address: container[word: ListOffset.items]) : container.advanced(by: TupleOffset.items)
          return ObjectPointer(address: items[word: 8 &* place]).retained()
        }
      }
    } else if type == space.type(.dict) {
      if let value = try space.value(of: key, in: container) { return value.retained() }
      throw try keyError(key)
    }
    return try space.item(at: key, of: container)
  }

  /// The error of a key that is not there; the exception counts the key.
  func keyError(_ key: ObjectPointer) throws(ObjectError) -> ObjectError {
    let exception = try space.makeException(space.exceptionType(.keyError), [key])
    chain(exception)
    return space.error(raising: exception)
  }

  @inline(__always)
  func isTrue(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    if object == space.trueObject { return true }
    if object == space.falseObject || object == space.none { return false }
    return try space.isTrue(object)
  }

  func buildSet(_ count: Int, _ r: inout Registers) throws(ObjectError) {
    let set = try space.makeSet(space.type(.set))
    do throws(ObjectError) {
      for depth in (1..<count + 1).reversed() { try space.insert(r.stack[depth], into: set) }
    } catch {
      space.release(set)
      throw error
    }
    for _ in 0..<count { space.release(r.stack.pop()) }
    r.stack.push(set)
  }

  func buildMap(_ count: Int, _ r: inout Registers) throws(ObjectError) {
    let dict =
      try count == 0 ? space.makeDict() : space.makeDict(pairCount: count, isUnicode: areStrings(count, r))
    do throws(ObjectError) {
      for pair in (0..<count).reversed() {
        try space.setValue(r.stack[2 * pair + 1], for: r.stack[2 * pair + 2], in: dict)
      }
    } catch {
      space.release(dict)
      throw error
    }
    for _ in 0..<2 * count { space.release(r.stack.pop()) }
    r.stack.push(dict)
  }

  func buildConstantKeyMap(_ count: Int, _ r: inout Registers) throws(ObjectError) {
    let keys = r.stack[1]
    let items = space.items(of: keys)
    let areStrings = items.allSatisfy { $0.type == space.type(.string) }
    let dict = try space.makeDict(pairCount: count, isUnicode: areStrings)
    do throws(ObjectError) {
      for (index, key) in items.enumerated() {
        try space.setValue(r.stack[count + 1 - index], for: key, in: dict)
      }
    } catch {
      space.release(dict)
      throw error
    }
    for _ in 0...count { space.release(r.stack.pop()) }
    r.stack.push(dict)
  }

  private func areStrings(_ count: Int, _ r: Registers) -> Bool {
    (0..<count).allSatisfy { r.stack[2 * $0 + 2].type == space.type(.string) }
  }

  func buildString(_ count: Int, _ r: inout Registers) throws(ObjectError) {
    let parts = (1..<count + 1).reversed().map { r.stack[$0] }
    let result = try space.joinStrings(parts)
    for _ in 0..<count { space.release(r.stack.pop()) }
    r.stack.push(result)
  }

  func extendList(_ list: ObjectPointer, with other: ObjectPointer) throws(ObjectError) {
    do throws(ObjectError) {
      try space.extend(list, iterating: other)
    } catch {
      guard error.kind == .typeError, error.exception == nil, error.message.hasSuffix("is not iterable")
      else {
        throw error
      }
      throw ObjectError(
        .typeError, "Value after * must be an iterable, not \(space.nameInErrors(other.type))")
    }
  }

  func updateDict(_ dict: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    guard try space.isMapping(other) else {
      throw ObjectError(.typeError, "'\(space.nameInErrors(other.type))' object is not a mapping")
    }
    try space.fillDict(dict, from: other)
  }

  /// Adds the arguments by name of a mapping to those that a call has.
  func mergeKeywords(
    _ dict: ObjectPointer, from other: ObjectPointer, function: ObjectPointer
  ) throws(ObjectError) {
    guard try space.isMapping(other) else {
      throw ObjectError(
        .typeError,
        "\(functionText(function)) argument after ** must be a mapping, not \(space.nameInErrors(other.type))"
      )
    }
    let copy = try space.makeDict()
    defer { space.release(copy) }
    try space.fillDict(copy, from: other)
    for (key, value) in space.entries(of: copy) {
      guard space.isSubtype(key.type, space.type(.string)) else {
        throw ObjectError(.typeError, "keywords must be strings")
      }
      if try space.value(of: key, in: dict) != nil {
        throw ObjectError(
          .typeError, "\(functionText(function)) got multiple values for keyword argument '\(key.text)'")
      }
      try space.setValue(value, for: key, in: dict)
    }
  }

  // MARK: Unpacking

  func unpack(_ count: Int, _ r: inout Registers) throws(ObjectError) {
    let sequence = r.stack[1]
    if sequence.type == space.type(.tuple) || sequence.type == space.type(.list) {
      let given = sequence.itemCount
      guard given == count else { throw wrongCount(given, count) }
      r.stack.drop(1)
      for index in (0..<count).reversed() {
        r.stack.push((space.item(index, of: sequence) ?? space.none).retained())
      }
      space.release(sequence)
      return
    }
    let iterator = try unpackIterator(sequence)
    defer { space.release(iterator) }
    var values: [ObjectPointer] = []
    do throws(ObjectError) {
      while values.count <= count, let value = try space.nextElement(of: iterator) { values.append(value) }
      guard values.count == count else { throw wrongCount(values.count, count) }
    } catch {
      for value in values { space.release(value) }
      throw error
    }
    r.stack.drop(1)
    for value in values.reversed() { r.stack.push(value) }
    space.release(sequence)
  }

  private func unpackIterator(_ sequence: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    do throws(ObjectError) {
      return try space.iteration(over: sequence)
    } catch {
      guard error.kind == .typeError, error.exception == nil, error.message.hasSuffix("is not iterable")
      else {
        throw error
      }
      throw ObjectError(
        .typeError, "cannot unpack non-iterable \(space.nameInErrors(sequence.type)) object")
    }
  }

  private func wrongCount(_ given: Int, _ wanted: Int) -> ObjectError {
    if given > wanted {
      return ObjectError(.valueError, "too many values to unpack (expected \(wanted))")
    }
    return ObjectError(.valueError, "not enough values to unpack (expected \(wanted), got \(given))")
  }

  func unpackStarred(_ before: Int, _ after: Int, _ r: inout Registers) throws(ObjectError) {
    let sequence = r.stack[1]
    let iterator = try unpackIterator(sequence)
    var values: [ObjectPointer] = []
    do throws(ObjectError) {
      defer { space.release(iterator) }
      while values.count < before, let value = try space.nextElement(of: iterator) { values.append(value) }
      if values.count == before {
        // The rest becomes a list of what the iterator's own iterator gives.
        values += try space.iterate(iterator, asksLength: true)
      }
      guard values.count >= before + after else {
        throw ObjectError(
          .valueError,
          "not enough values to unpack (expected at least \(before + after), got \(values.count))")
      }
      let middle = Array(values[before..<values.count - after])
      let list = try space.makeList(middle)
      for value in middle { space.release(value) }
      values.replaceSubrange(before..<values.count - after, with: [list])
    } catch {
      for value in values { space.release(value) }
      throw error
    }
    r.stack.drop(1)
    for value in values.reversed() { r.stack.push(value) }
    space.release(sequence)
  }

  // MARK: Operators

  func binary(_ number: Int, _ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let operation = Self.operators[number & 31]
    return try number >= 32 ? space.applyInPlace(operation, left, right) : space.apply(operation, left, right)
  }

  private static let operators: [BinaryOperator] = BinarySign.allCases.map { sign in
    switch sign {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .matrixMultiply: .matrixMultiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .modulo
    case .power: .power
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .and: .and
    case .or: .or
    case .exclusiveOr: .exclusiveOr
    }
  }

  /// Compares as the operator of a number does; the result is owned by the caller.
  @inline(__always)
  func compare(_ number: Int, _ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    if left.type == space.type(.int), right.type == space.type(.int), left[word: IntegerOffset.tag] < 16,
      right[word: IntegerOffset.tag] < 16
    {
      return space.bool(Self.holds(number, left.smallValue, right.smallValue))
    }
    return try space.compareOrder(Self.comparisons[number], left, right)
  }

  private static let comparisons: [ComparisonOperator] = [
    .less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual,
  ]

  func convert(_ value: ObjectPointer, _ kind: Int) throws(ObjectError) -> ObjectPointer {
    switch kind {
    case 0: try space.stringObject(of: value)
    case 1: try space.representationObject(of: value)
    default: try space.asciiObject(of: value)
    }
  }
}
