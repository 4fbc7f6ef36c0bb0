import BigInt

/// What kind of number an object is, by its built-in class.
enum NumberKind {
  case integer
  case float
  case complex
}

extension ObjectSpace {
  /// What kind of number an object is; `nil` for another object.
  @inline(__always)
  func numberKind(_ object: ObjectPointer) -> NumberKind? {
    let type = object.type
    if type.typeFlags & TypeFlag.integerSubclass != 0 { return .integer }
    if type == self.type(.float) { return .float }
    if type == self.type(.complex) { return .complex }
    guard isHeap(type), type.instancePlan.body == .plain else { return nil }
    if isSubtype(type, self.type(.float)) { return .float }
    return isSubtype(type, self.type(.complex)) ? .complex : nil
  }

  /// The value of an integer or float as a floating-point number.
  ///
  /// - Throws: ``ObjectError`` of kind `overflowError` for an integer that is too large.
  @inline(__always)
  func double(of number: ObjectPointer) throws(ObjectError) -> Double {
    if number.type.typeFlags & TypeFlag.integerSubclass == 0 { return number.doubleValue }
    return try nearestDouble(number)
  }

  /// The number nearest to an integer, to the even one of two.
  @inline(never)
  func nearestDouble(_ integer: ObjectPointer) throws(ObjectError) -> Double {
    if let value = integer.integerValue { return Double(value) }
    let value = IntegerQuotient.nearest(integer.bigInteger, 1)
    guard value.isFinite else {
      throw ObjectError(.overflowError, "int too large to convert to float")
    }
    return value
  }

  /// The value of any number as a complex one.
  func complexValue(of number: ObjectPointer) throws(ObjectError) -> ComplexValue {
    if numberKind(number) == .complex {
      return ComplexValue(real: number[double: 16], imaginary: number[double: 24])
    }
    return ComplexValue(real: try double(of: number), imaginary: 0)
  }
}
