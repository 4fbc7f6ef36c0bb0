extension ObjectSpace {
  /// Applies an operator between two objects, as `left + right`.
  ///
  /// A class's method is asked first: that of the right operand where its class is derived from the left one's, else
  /// that of the left, and then the other.
  ///
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for operands that do not go together, `overflowError` and
  ///   `memoryError` for results that are too large, `zeroDivisionError` for a division by zero or a negative power of it,
  ///   `valueError` for a negative shift, and what a special method raises.
  /// - Complexity: O(*n*) in the digits, characters or elements of the result; of products, quotients and powers more.
  package func apply(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let type = left.type
    if type == right.type {
      if type == self.type(.int) {
        if let result = try applyToIntegers(operation, left, right) { return result }
      } else if type == self.type(.float) {
        if let result = try applyToDoubles(operation, left.doubleValue, right.doubleValue) { return result }
      } else if type == self.type(.string), operation == .add {
        return try concatenateStrings(left, right)
      }
    }
    return try applyGenerally(operation, left, right, sign: nil)
  }

  /// Applies an operator between any two objects.
  ///
  /// - Parameter sign: how an error names the operator, where not as itself.
  func applyGenerally(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer, sign: String?
  ) throws(ObjectError) -> ObjectPointer {
    if isProxy(left) || isProxy(right) {
      return try withSubjects(left, right) { (left, right) throws(ObjectError) in
        try applyGenerally(operation, left, right, sign: sign)
      }
    }
    if let result = try applyAsNumbers(operation, left, right) { return result }
    switch operation {
    case .add:
      if left.plan.body == .deque { return try concatenateDeques(left, right) }
      if isSequence(left) { return try concatenate(left, right) }
    case .multiply:
      if left.plan.body == .deque { return try multiplyDeque(left, by: right) }
      if right.plan.body == .deque { return try multiplyDeque(right, by: left) }
      if isSequence(left) { return try multiply(left, by: right) }
      // In place, the right operand is not asked where the left one is a container of another kind.
      let isContainer = sign != nil && (left.plan.body == .dict || hasItemFunctions(left))
      if isSequence(right), !isContainer { return try multiply(right, by: left) }
    default: break
    }
    throw unsupported(sign ?? operation.rawValue, left, right)
  }

  /// The error of operands that do not go together.
  func unsupported(_ sign: String, _ left: ObjectPointer, _ right: ObjectPointer) -> ObjectError {
    ObjectError(
      .typeError,
      "unsupported operand type(s) for \(sign): '\(nameInErrors(left.type))' and '\(nameInErrors(right.type))'"
    )
  }

  /// The result of what CPython has as methods of numbers: those of programs' classes, and all built-in operators but the
  /// sequences' own.
  ///
  /// - Returns: the result, owned by the caller; `nil` where the operands do not know each other.
  func applyAsNumbers(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    try withMethods(operation.method, operation.reflectedMethod, left, right) { () throws(ObjectError) in
      try applyBuiltin(operation, left, right)
    }
  }

  /// Asks the special methods of two operands in their order, and the built-in operator in its place among them.
  ///
  /// - Returns: the first result that is not `NotImplemented`, owned by the caller; `nil` where there is none.
  func withMethods(
    _ name: SpecialName, _ reflectedName: SpecialName, _ left: ObjectPointer, _ right: ObjectPointer,
    builtin: () throws(ObjectError) -> ObjectPointer?
  ) throws(ObjectError) -> ObjectPointer? {
    let (type, otherType) = (left.type, right.type)
    guard (type.typeFlags | otherType.typeFlags) & TypeFlag.isHeapType != 0 else { return try builtin() }
    let names = state.specialNames
    let method = isHeap(type) ? lookUpInClasses(names[name], of: type) : nil
    var reflected =
      type != otherType && isHeap(otherType) ? lookUpInClasses(names[reflectedName], of: otherType) : nil
    if let other = reflected, isSubtype(otherType, type) {
      if !isHeap(type) || lookUpInClasses(names[reflectedName], of: type) != other {
        if let result = try answer(of: other, on: right, left) { return result }
        reflected = nil
      }
    }
    if let method {
      if let result = try answer(of: method, on: left, right) { return result }
    } else if let result = try builtin() {
      return result
    }
    if let reflected { return try answer(of: reflected, on: right, left) }
    return method != nil && type != otherType ? try builtin() : nil
  }

  /// What a special method says; `nil` where that is `NotImplemented`.
  func answer(
    of method: ObjectPointer, on object: ObjectPointer, _ other: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let result = try callMethod(method, on: object, [other])
    if result != notImplemented { return result }
    release(result)
    return nil
  }

  /// An operator between what two objects are made of, sequences' own operators left out; `nil` where there is none.
  private func applyBuiltin(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    switch (numberKind(left), numberKind(right)) {
    case (.integer, .integer): return try applyToIntegers(operation, left, right)
    case (.integer?, .float?), (.float?, .integer?), (.float?, .float?):
      guard isOfFloats(operation) else { return nil }
      return try applyToDoubles(operation, double(of: left), double(of: right))
    case (.complex?, _?), (_?, .complex?):
      return try applyToComplex(operation, complexValue(of: left), complexValue(of: right))
    default: break
    }
    if operation == .modulo {
      if left.type.typeFlags & TypeFlag.stringSubclass != 0 { return try fill(left, with: right) }
      if left.isBytes { return try fillBytes(left, with: right) }
      return nil
    }
    return try combine(operation, left, right)
  }

  private func isOfFloats(_ operation: BinaryOperator) -> Bool {
    switch operation {
    case .add, .subtract, .multiply, .divide, .floorDivide, .modulo, .power: true
    default: false
    }
  }

  /// Runs a closure with what proxies among two objects stand for.
  func withSubjects<Result>(
    _ left: ObjectPointer, _ right: ObjectPointer,
    _ body: (ObjectPointer, ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let first = (try proxyTarget(left) ?? left).retained()
    defer { release(first) }
    let second = (try proxyTarget(right) ?? right).retained()
    defer { release(second) }
    return try body(first, second)
  }

  /// Whether something is a list, tuple, string or bytes, also those that can change.
  func isSequence(_ object: ObjectPointer) -> Bool {
    let flags =
      TypeFlag.listSubclass | TypeFlag.tupleSubclass | TypeFlag.stringSubclass | TypeFlag.bytesSubclass
    return object.type.typeFlags & flags != 0 || object.plan.body == .byteArray
  }
}
