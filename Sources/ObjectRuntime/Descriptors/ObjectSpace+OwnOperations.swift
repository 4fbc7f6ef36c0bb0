import BigInt

// Operations as a built-in type has them, whatever the class of a program has under their names.
extension ObjectSpace {
  /// What an instance of a class derived from a number or text is made of, owned by the caller.
  ///
  /// - Returns: an object of the built-in type; other objects are themselves.
  func plainValue(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard isHeap(object.type), let kind = valueType(of: object.type) else { return object.retained() }
    switch kind {
    case .int: return try makeInteger(object.bigInteger)
    case .float: return try makeFloat(object.doubleValue)
    case .complex: return try makeComplex(object[double: 16], object[double: 24])
    case .string: return try substring(of: object, 0..<object.stringLength)
    default: return try makeBytes(object.byteArray)
    }
  }

  /// Whether an operand is one that the operators of a type of numbers take.
  func fits(_ operand: ObjectPointer, _ owner: ObjectPointer) -> Bool {
    guard let kind = numberKind(operand) else { return false }
    switch builtinType(owner) {
    case .int, .bool: return kind == .integer
    case .float: return kind != .complex
    case .complex: return true
    default: return false
    }
  }

  private func isNumeric(_ type: ObjectPointer) -> Bool {
    type == self.type(.int) || type == self.type(.bool) || type == self.type(.float)
      || type == self.type(.complex)
  }

  /// `left operation right` as the left operand's built-in type has it; owned by the caller, `nil` where it does not
  /// know the right one.
  func builtinOperation(
    _ operation: BinaryOperator, _ owner: ObjectPointer, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if isNumeric(owner) {
      guard fits(right, owner) else { return nil }
      let first = try plainValue(of: left)
      defer { release(first) }
      let second = try plainValue(of: right)
      defer { release(second) }
      return try apply(operation, first, second)
    }
    if left.plan.body == .deque {
      if operation == .add { return try concatenateDeques(left, right) }
      return operation == .multiply ? try multiplyDeque(left, by: right) : nil
    }
    switch operation {
    case .add where isSequence(left): return try concatenate(left, right)
    case .multiply where isSequence(left): return try multiply(left, by: right)
    case .modulo where left.type.typeFlags & TypeFlag.stringSubclass != 0: return try fill(left, with: right)
    case .modulo where left.isBytes:
      return try fillBytes(left, with: right)
    default: return try combine(operation, left, right)
    }
  }

  /// `left operation right` as the right operand's built-in type has it; owned by the caller, `nil` where it does not
  /// know the left one.
  func builtinReflectedOperation(
    _ operation: BinaryOperator, _ owner: ObjectPointer, _ right: ObjectPointer, _ left: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if isNumeric(owner) {
      guard fits(left, owner) else { return nil }
      return try builtinOperation(operation, owner, left, right)
    }
    if operation == .multiply, isSequence(right) { return try multiply(right, by: left) }
    guard left.plan.body == right.plan.body || isSetView(right) else { return nil }
    return try builtinOperation(operation, owner, left, right)
  }

  /// `left operation= right` as the left operand's built-in type has it; owned by the caller, `nil` where it does not
  /// know the right one.
  func builtinInPlaceOperation(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if left.plan.body == .list {
      if operation == .add { try extend(left, iterating: right) } else { try repeatItems(of: left, right) }
      return left.retained()
    }
    if left.plan.body == .byteArray, operation == .add || operation == .multiply {
      if operation == .add { try extendBytes(left, adding: right) } else { try repeatBytes(of: left, right) }
      return left.retained()
    }
    if left.plan.body == .deque {
      if operation == .add { try extendDeque(left, from: right) } else { try repeatDeque(left, right) }
      return left.retained()
    }
    return try changeSet(left, operation, right) ? left.retained() : nil
  }

  /// What the built-in types of two objects say of a comparison; owned by the caller, `nil` where they cannot tell.
  func builtinComparison(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    switch operation {
    case .equal: return try builtinEquality(left, right).map { bool($0) }
    case .notEqual: return try builtinEquality(left, right).map { bool(!$0) }
    default: return try builtinOrder(operation, left, right)
    }
  }

  /// The hash of an object as its built-in type has it.
  func builtinHash(of object: ObjectPointer) throws(ObjectError) -> Int {
    try builtinHash(of: object, solidType: object.plan.solidType ?? type(.object))
  }
}
