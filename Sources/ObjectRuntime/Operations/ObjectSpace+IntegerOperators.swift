import BigInt

extension ObjectSpace {
  /// An operator between two integers; owned by the caller, `nil` where there is none.
  func applyToIntegers(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if left.digitCount <= 2, right.digitCount <= 2, let first = left.integerValue,
      let second = right.integerValue
    {
      if let result = try applyToSmall(operation, first, second, left, right) { return result }
    }
    return try applyToLarge(operation, left, right)
  }

  /// An operator between two integers below 2⁶⁰; `nil` where the result needs more than a machine word.
  @inline(__always)
  private func applyToSmall(
    _ operation: BinaryOperator, _ first: Int, _ second: Int, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    switch operation {
    case .add: return try makeInteger(first &+ second)
    case .subtract: return try makeInteger(first &- second)
    case .multiply:
      let (product, overflows) = first.multipliedReportingOverflow(by: second)
      return overflows ? nil : try makeInteger(product)
    case .floorDivide:
      guard second != 0 else { throw integerDivision() }
      return try makeInteger(IntegerQuotient.floored(first, second).quotient)
    case .modulo:
      guard second != 0 else { throw ObjectError(.zeroDivisionError, "integer modulo by zero") }
      return try makeInteger(IntegerQuotient.floored(first, second).rest)
    case .divide:
      guard second != 0 else { throw ObjectError(.zeroDivisionError, "division by zero") }
      guard first.magnitude <= 1 << 53, second.magnitude <= 1 << 53 else { return nil }
      return try makeFloat(Double(first) / Double(second))
    case .shiftLeft:
      guard second >= 0, second < 62, first.magnitude.leadingZeroBitCount > second + 1 else { return nil }
      return try makeInteger(first << second)
    case .shiftRight: return second < 0 ? nil : try makeInteger(first >> min(second, 63))
    case .and, .or, .exclusiveOr:
      let result =
        operation == .and ? first & second : operation == .or ? first | second : first ^ second
      // Only the two booleans have these types.
      if left.type == type(.bool), right.type == type(.bool) { return bool(result != 0) }
      return try makeInteger(result)
    case .power, .matrixMultiply: return nil
    }
  }

  func integerDivision() -> ObjectError {
    ObjectError(.zeroDivisionError, "integer division or modulo by zero")
  }

  @inline(never)
  private func applyToLarge(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    if operation == .matrixMultiply { return nil }
    let (first, second) = (left.bigInteger, right.bigInteger)
    switch operation {
    case .add: return try makeInteger(first + second)
    case .subtract: return try makeInteger(first - second)
    case .multiply: return try makeInteger(first * second)
    case .and: return try makeInteger(first & second)
    case .or: return try makeInteger(first | second)
    case .exclusiveOr: return try makeInteger(first ^ second)
    case .floorDivide:
      guard second != 0 else { throw integerDivision() }
      return try makeInteger(IntegerQuotient.floored(first, second).quotient)
    case .modulo:
      guard second != 0 else { throw ObjectError(.zeroDivisionError, "integer modulo by zero") }
      return try makeInteger(IntegerQuotient.floored(first, second).rest)
    case .divide:
      guard second != 0 else { throw ObjectError(.zeroDivisionError, "division by zero") }
      let quotient = IntegerQuotient.nearest(first, second)
      guard quotient.isFinite else {
        throw ObjectError(.overflowError, "integer division result too large for a float")
      }
      return try makeFloat(quotient)
    case .shiftLeft: return try shift(first, upBy: right)
    case .shiftRight: return try shift(first, downBy: right)
    case .power: return try raise(first, to: second)
    case .matrixMultiply: return nil
    }
  }

  private func shift(_ value: BigInt, upBy count: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard !count.isNegativeInteger else { throw ObjectError(.valueError, "negative shift count") }
    if value == 0 { return smallInteger(0) }
    guard let places = count.integerValue, places < 1 << 43 else { throw ObjectError(.memoryError, "") }
    try checkRoom((places + value.bitWidth) / 30, unit: 4)
    return try makeInteger(value << places)
  }

  private func shift(_ value: BigInt, downBy count: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard !count.isNegativeInteger else { throw ObjectError(.valueError, "negative shift count") }
    guard let places = count.integerValue, places <= value.magnitude.bitWidth else {
      return smallInteger(value.sign == .minus ? -1 : 0)
    }
    return try makeInteger(IntegerQuotient.shiftedDown(value, by: places))
  }

  private func raise(_ base: BigInt, to power: BigInt) throws(ObjectError) -> ObjectPointer {
    guard power.sign == .plus else {
      let (first, second) = (IntegerQuotient.nearest(base, 1), IntegerQuotient.nearest(power, 1))
      guard first.isFinite, second.isFinite else {
        throw ObjectError(.overflowError, "int too large to convert to float")
      }
      return try raise(first, to: second)
    }
    if base.magnitude <= 1 {
      return try makeInteger(power == 0 || base == -1 && power.words[0] & 1 == 0 ? 1 : base)
    }
    guard let exponent = Int(exactly: power), exponent < 1 << 43 else { throw ObjectError(.memoryError, "") }
    // Each power takes at least one bit less than the base's for each factor.
    let bits = max(base.magnitude.bitWidth - 1, 1).multipliedReportingOverflow(by: exponent)
    guard !bits.overflow else { throw ObjectError(.memoryError, "") }
    try checkRoom(bits.partialValue / 30, unit: 4)
    return try makeInteger(base.power(exponent))
  }

  /// A power modulo an integer, as `pow(base, power, modulus)`; owned by the caller.
  func raise(
    _ base: BigInt, to power: BigInt, modulo modulus: BigInt
  ) throws(ObjectError) -> ObjectPointer {
    guard modulus != 0 else { throw ObjectError(.valueError, "pow() 3rd argument cannot be 0") }
    let size = BigInt(modulus.magnitude)
    if size == 1 { return smallInteger(0) }
    var (base, power) = (IntegerQuotient.floored(base, size).rest, power)
    if power.sign == .minus {
      guard let inverse = base.inverse(size) else {
        throw ObjectError(.valueError, "base is not invertible for the given modulus")
      }
      (base, power) = (IntegerQuotient.floored(inverse, size).rest, -power)
    }
    let result = BigInt(base.magnitude.power(power.magnitude, modulus: size.magnitude))
    return try makeInteger(IntegerQuotient.floored(result, modulus).rest)
  }
}
