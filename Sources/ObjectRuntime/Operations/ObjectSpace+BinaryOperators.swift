import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ObjectSpace {
  /// Applies an operator between two objects of built-in types.
  ///
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for operands that do not go together, `overflowError` and
  ///   `memoryError` for results that are too large, `zeroDivisionError` for a negative power of zero.
  package func apply(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    if let result = try applyToNumbers(operation, left, right) { return result }
    switch operation {
    case .add: if isSequence(left) { return try concatenate(left, right) }
    case .multiply:
      if isSequence(left) { return try multiply(left, by: right) }
      if isSequence(right) { return try multiply(right, by: left) }
    case .subtract:
      if left.plan.body == .set, right.plan.body == .set { return try difference(left, right) }
    case .or:
      if left.plan.body == .set, right.plan.body == .set { return try union(left, right) }
      if left.plan.body == .dict, right.plan.body == .dict {
        let result = try copyDict(left)
        try fillNew(result) { () throws(ObjectError) in try update(result, from: right) }
        return result
      }
    case .power: break
    }
    throw ObjectError(
      .typeError,
      "unsupported operand type(s) for \(operation.rawValue): '\(nameInErrors(left.type))' and "
        + "'\(nameInErrors(right.type))'")
  }

  /// Whether something is a list, tuple, string or bytes.
  func isSequence(_ object: ObjectPointer) -> Bool {
    let body = object.plan.body
    return body == .list || body == .tuple || isSubtype(object.type, type(.string))
      || isSubtype(object.type, type(.bytes))
  }

  // MARK: Numbers

  private func applyToNumbers(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let (isInteger, isOtherInteger) = (isSubtype(left.type, type(.int)), isSubtype(right.type, type(.int)))
    if isInteger, isOtherInteger { return try applyToIntegers(operation, left, right) }
    guard let first = isInteger ? nearestDouble(left) : floatValue(left),
      let second = isOtherInteger ? nearestDouble(right) : floatValue(right)
    else { return nil }
    switch operation {
    case .add: return try makeFloat(first + second)
    case .subtract: return try makeFloat(first - second)
    case .multiply: return try makeFloat(first * second)
    case .power: return try makeFloat(raise(first, to: second))
    case .or: return nil
    }
  }

  private func floatValue(_ object: ObjectPointer) -> Double? {
    isSubtype(object.type, type(.float)) ? object.doubleValue : nil
  }

  private func nearestDouble(_ object: ObjectPointer) -> Double? {
    object.integerValue.map(Double.init) ?? Double(object.bigInteger)
  }

  private func raise(_ base: Double, to exponent: Double) throws(ObjectError) -> Double {
    guard base != 0 || exponent >= 0 else {
      throw ObjectError(.zeroDivisionError, "zero to a negative power")
    }
    return pow(base, exponent)
  }

  private func applyToIntegers(
    _ operation: BinaryOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    if operation == .or, left.type == type(.bool), right.type == type(.bool) {
      return bool(left == trueObject || right == trueObject)
    }
    if let first = left.integerValue, let second = right.integerValue {
      let result: (partialValue: Int, overflow: Bool)
      switch operation {
      case .add: result = first.addingReportingOverflow(second)
      case .subtract: result = first.subtractingReportingOverflow(second)
      case .multiply: result = first.multipliedReportingOverflow(by: second)
      case .or: result = (first | second, false)
      case .power: result = (0, true)
      }
      if !result.overflow { return try makeInteger(result.partialValue) }
    }
    let (first, second) = (left.bigInteger, right.bigInteger)
    switch operation {
    case .add: return try makeInteger(first + second)
    case .subtract: return try makeInteger(first - second)
    case .multiply: return try makeInteger(first * second)
    case .or: return try makeInteger(first | second)
    case .power:
      guard second.sign == .plus else { return try makeFloat(raise(Double(first), to: Double(second))) }
      if first.magnitude <= 1 {
        return try makeInteger(second == 0 || first == -1 && second.words[0] & 1 == 0 ? 1 : first)
      }
      guard let exponent = Int(exactly: second), exponent < 1 << 43 else {
        throw ObjectError(.memoryError, "")
      }
      // Each power takes at least one bit less than the base's for each factor.
      let bits = max(first.magnitude.bitWidth - 1, 1).multipliedReportingOverflow(by: exponent)
      guard !bits.overflow else { throw ObjectError(.memoryError, "") }
      try checkRoom(bits.partialValue / 30, unit: 4)
      return try makeInteger(first.power(exponent))
    }
  }

  // MARK: Sequences

  private func concatenate(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    let body = left.plan.body
    if body == .list || body == .tuple {
      let name = body == .list ? "list" : "tuple"
      guard right.plan.body == body else {
        throw ObjectError(
          .typeError, "can only concatenate \(name) (not \"\(nameInErrors(right.type))\") to \(name)")
      }
      if body == .tuple {
        if left.itemCount == 0, right.type == type(.tuple) { return right.retained() }
        if right.itemCount == 0, left.type == type(.tuple) { return left.retained() }
      }
      let items = items(of: left) + items(of: right)
      return try body == .list ? makeList(items) : makeTuple(items)
    }
    if isSubtype(left.type, type(.bytes)) {
      guard isSubtype(right.type, type(.bytes)) else {
        throw ObjectError(.typeError, "can't concat \(nameInErrors(right.type)) to bytes")
      }
      if left.itemCount == 0, right.type == type(.bytes) { return right.retained() }
      if right.itemCount == 0, left.type == type(.bytes) { return left.retained() }
      return try makeBytes(left.byteArray + right.byteArray)
    }
    guard isSubtype(right.type, type(.string)) else {
      throw ObjectError(
        .typeError, "can only concatenate str (not \"\(nameInErrors(right.type))\") to str")
    }
    if left.stringLength == 0, right.type == type(.string) { return right.retained() }
    if right.stringLength == 0, left.type == type(.string) { return left.retained() }
    return try makeString(codePoints: left.codePoints + right.codePoints)
  }

  private func multiply(_ sequence: ObjectPointer, by count: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    guard isSubtype(count.type, type(.int)) else {
      throw ObjectError(
        .typeError, "can't multiply sequence by non-int of type '\(nameInErrors(count.type))'")
    }
    guard let times = count.integerValue.map({ max($0, 0) }) else {
      throw ObjectError(.overflowError, "cannot fit 'int' into an index-sized integer")
    }
    let body = sequence.plan.body
    let isList = body == .list
    if times == 1, !isList, !isHeap(sequence.type) { return sequence.retained() }
    let isString = body != .list && body != .tuple && isSubtype(sequence.type, type(.string))
    let length = isString ? sequence.stringLength : sequence.itemCount
    let (total, overflows) = length.multipliedReportingOverflow(by: times)
    guard !overflows else {
      if isString { throw ObjectError(.overflowError, "repeated string is too long") }
      if isList || body == .tuple { throw ObjectError(.memoryError, "") }
      throw ObjectError(.overflowError, "repeated bytes are too long")
    }
    let unit = isString ? StringState(sequence).width : isList || body == .tuple ? 8 : 1
    // The characters are put together in words of four bytes.
    try checkRoom(total, unit: unit, copies: isString ? 1 + 4 / unit : 3)
    if isString { return try makeString(codePoints: repeated(sequence.codePoints, times)) }
    if body == .list { return try makeList(repeated(items(of: sequence), times)) }
    if body == .tuple { return try makeTuple(repeated(items(of: sequence), times)) }
    return try makeBytes(repeated(sequence.byteArray, times))
  }

  private func repeated<Element>(_ elements: [Element], _ times: Int) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(elements.count * times)
    for _ in 0..<times { result += elements }
    return result
  }

  private func union(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let result = try copySet(left)
    try fillNew(result) { () throws(ObjectError) in try formUnion(result, with: right) }
    return result
  }

  /// A new set of the elements of one, of its built-in kind.
  func copySet(_ set: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let copy = try makeSet(isSubtype(set.type, type(.frozenSet)) ? type(.frozenSet) : type(.set))
    try fillNew(copy) { () throws(ObjectError) in try formUnion(copy, with: set) }
    return copy
  }
}

extension ObjectPointer {
  /// Of a string: its characters.
  package var codePoints: [UInt32] { (0..<stringLength).map { character(at: $0) } }

  /// Of bytes: what they are.
  package var byteArray: [UInt8] { (0..<itemCount).map { self[byte: BytesOffset.data + $0] } }
}
