import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ObjectSpace {
  /// `-object`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what has none, and what `__neg__` raises.
  package func negate(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try withOwnMethod(.negative, of: object, "unary -") { (kind) throws(ObjectError) in
      switch kind {
      case .integer:
        if let value = object.integerValue, value != .min { return try makeInteger(-value) }
        return try makeInteger(-object.bigInteger)
      case .float: return try makeFloat(-object.doubleValue)
      case .complex: return try makeComplex(-object[double: 16], -object[double: 24])
      }
    }
  }

  /// `+object`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what has none, and what `__pos__` raises.
  package func plus(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try withOwnMethod(.positive, of: object, "unary +") { (kind) throws(ObjectError) in
      switch kind {
      case .integer:
        return object.type == type(.int) ? object.retained() : try makeInteger(object.bigInteger)
      case .float:
        return object.type == type(.float) ? object.retained() : try makeFloat(object.doubleValue)
      case .complex:
        return object.type == type(.complex)
          ? object.retained() : try makeComplex(object[double: 16], object[double: 24])
      }
    }
  }

  /// `~object`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what has none, and what `__invert__` raises.
  package func invert(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try withOwnMethod(.invert, of: object, "unary ~") { (kind) throws(ObjectError) in
      guard kind == .integer else { return nil }
      if let value = object.integerValue { return try makeInteger(~value) }
      return try makeInteger(-object.bigInteger - 1)
    }
  }

  /// `abs(object)`, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what has none, `overflowError` for a complex number that is too
  ///   large, and what `__abs__` raises.
  package func absolute(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try withOwnMethod(.absolute, of: object, "abs()") { (kind) throws(ObjectError) in
      switch kind {
      case .integer:
        guard object.isNegativeInteger else {
          return object.type == type(.int) ? object.retained() : try makeInteger(object.bigInteger)
        }
        return try makeInteger(BigInt(object.bigInteger.magnitude))
      case .float: return try makeFloat(object.doubleValue.magnitude)
      case .complex:
        let value = try complexValue(of: object)
        let size = hypot(value.real, value.imaginary)
        guard !size.isInfinite || value.real.isInfinite || value.imaginary.isInfinite else {
          throw ObjectError(.overflowError, "absolute value too large")
        }
        return try makeFloat(size)
      }
    }
  }

  /// `not object`, as `True` or `False`.
  package func not(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    bool(try !isTrue(object))
  }

  @inline(__always)
  private func withOwnMethod(
    _ name: SpecialName, of object: ObjectPointer, _ sign: StaticString,
    builtin: (NumberKind) throws(ObjectError) -> ObjectPointer?
  ) throws(ObjectError) -> ObjectPointer {
    let object = try proxyTarget(object) ?? object
    if isHeap(object.type), let method = lookUpInClasses(state.specialNames[name], of: object.type) {
      return try callMethod(method, on: object, [])
    }
    if let kind = numberKind(object), let result = try builtin(kind) { return result }
    throw ObjectError(.typeError, "bad operand type for \(sign): '\(nameInErrors(object.type))'")
  }
}
