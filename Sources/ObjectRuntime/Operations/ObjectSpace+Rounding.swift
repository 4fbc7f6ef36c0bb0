import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ObjectSpace {
  /// `round(number)` or `round(number, places)`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be rounded, `valueError` and `overflowError` for what is
  ///   no finite number, and what `__round__` raises.
  package func round(_ number: ObjectPointer, _ places: ObjectPointer?) throws(ObjectError) -> ObjectPointer {
    let number = try proxyTarget(number) ?? number
    let given = places == none ? nil : places
    if isHeap(number.type), let method = lookUpInClasses(state.specialNames[.round], of: number.type) {
      return try callMethod(method, on: number, given.map { [$0] } ?? [])
    }
    switch numberKind(number) {
    case .integer:
      guard let given else { return try plus(number) }
      return try roundInteger(number, given)
    case .float:
      guard let given else {
        let value = number.doubleValue
        if value.isNaN { throw ObjectError(.valueError, "cannot convert float NaN to integer") }
        if value.isInfinite { throw ObjectError(.overflowError, "cannot convert float infinity to integer") }
        return try makeInteger(BigInt(value.rounded(.toNearestOrEven)))
      }
      return try roundDouble(number.doubleValue, given)
    case .complex, nil:
      throw ObjectError(.typeError, "type \(nameInErrors(number.type)) doesn't define __round__ method")
    }
  }

  private func roundInteger(_ number: ObjectPointer, _ places: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let index = try requireIndex(places)
    defer { release(index) }
    guard index.isNegativeInteger else { return try plus(number) }
    let value = number.bigInteger
    // More places than it has digits leave nothing.
    guard let count = index.integerValue, -count <= value.magnitude.bitWidth / 3 + 1 else {
      return smallInteger(0)
    }
    let unit = BigInt(10).power(-count)
    let (quotient, rest) = IntegerQuotient.floored(value, unit)
    let twice = rest * 2
    let isUp = twice > unit || twice == unit && quotient.words[0] & 1 == 1
    return try makeInteger((isUp ? quotient + 1 : quotient) * unit)
  }

  private func roundDouble(_ value: Double, _ places: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let index = try requireIndex(places)
    defer { release(index) }
    let count = index.integerValue ?? (index.isNegativeInteger ? .min : .max)
    if !value.isFinite || value == 0 || count > 323 { return try makeFloat(value) }
    if count < -308 { return try makeFloat(Double(signOf: value, magnitudeOf: 0)) }
    let rounded: Double
    if count >= 0 {
      let decimal = DecimalDigits(value, places: count)
      let digits = String(decoding: decimal.digits, as: UTF8.self)
      rounded = digits.isEmpty ? 0 : Double("0.\(digits)e\(decimal.point)") ?? 0
    } else {
      let whole = BigInt(value.magnitude.rounded(.down))
      let unit = BigInt(10).power(-count)
      let (quotient, rest) = whole.quotientAndRemainder(dividingBy: unit)
      let twice = rest * 2
      let hasMore = value.magnitude != value.magnitude.rounded(.down)
      let isUp = twice > unit || twice == unit && (hasMore || quotient.words[0] & 1 == 1)
      rounded = IntegerQuotient.nearest((isUp ? quotient + 1 : quotient) * unit, 1)
    }
    guard rounded.isFinite else {
      throw ObjectError(.overflowError, "rounded value too large to represent")
    }
    return try makeFloat(Double(signOf: value, magnitudeOf: rounded))
  }

  /// `divmod(left, right)`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what has none, `zeroDivisionError`, and what `__divmod__` raises.
  package func divideWithRemainder(
    _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    if isProxy(left) || isProxy(right) {
      return try withSubjects(left, right) { (left, right) throws(ObjectError) in
        try divideWithRemainder(left, right)
      }
    }
    let result = try withMethods(.divideWithRemainder, .reflectedDivideWithRemainder, left, right) {
      () throws(ObjectError) in
      switch (numberKind(left), numberKind(right)) {
      case (.integer, .integer):
        guard right.digitCount != 0 else { throw integerDivision() }
        let (quotient, rest) = IntegerQuotient.floored(left.bigInteger, right.bigInteger)
        return try makePair(makeInteger(quotient)) { () throws(ObjectError) in try makeInteger(rest) }
      case (.integer?, .float?), (.float?, .integer?), (.float?, .float?):
        let (dividend, divisor) = (try double(of: left), try double(of: right))
        guard divisor != 0 else { throw ObjectError(.zeroDivisionError, "float divmod()") }
        let (quotient, rest) = floored(dividend, divisor)
        return try makePair(makeFloat(quotient)) { () throws(ObjectError) in try makeFloat(rest) }
      default: return nil
      }
    }
    if let result { return result }
    throw unsupported("divmod()", left, right)
  }

  /// A pair of two new objects, which it takes over.
  func makePair(
    _ first: ObjectPointer, _ makeSecond: () throws(ObjectError) -> ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    defer { release(first) }
    let second = try makeSecond()
    defer { release(second) }
    return try makeTuple([first, second])
  }

  /// `pow(base, exponent, modulus)`, owned by the caller.
  ///
  /// - Parameter modulus: `None` for a plain power.
  /// - Throws: ``ObjectError`` of kind `typeError` for what has none, `valueError` for a modulus of zero or a base without an
  ///   inverse, and what `__pow__` raises.
  package func power(
    _ base: ObjectPointer, _ exponent: ObjectPointer, _ modulus: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    if modulus == none { return try apply(.power, base, exponent) }
    if let method = specialMethod(state.specialNames[.power], of: base) {
      let result = try callMethod(method, on: base, [exponent, modulus])
      if result != notImplemented { return result }
      release(result)
    }
    switch (numberKind(base), numberKind(exponent), numberKind(modulus)) {
    case (.integer, .integer, .integer):
      return try raise(base.bigInteger, to: exponent.bigInteger, modulo: modulus.bigInteger)
    case (.complex?, _?, _?), (_?, .complex?, _?), (_?, _?, .complex?):
      throw ObjectError(.valueError, "complex modulo")
    case (.integer?, .float?, _?), (.float?, _?, _?), (.integer?, .integer?, .float?):
      throw ObjectError(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    default:
      let kinds = [base, exponent, modulus].map { "'\(nameInErrors($0.type))'" }.joined(separator: ", ")
      throw ObjectError(.typeError, "unsupported operand type(s) for ** or pow(): \(kinds)")
    }
  }
}
