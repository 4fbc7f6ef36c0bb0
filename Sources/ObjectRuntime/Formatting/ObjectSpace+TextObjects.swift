extension ObjectSpace {
  /// `str(object)`, owned by the caller; an exact string is its own.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where `__str__` returns no string, and what it raises.
  /// - Complexity: O(*n*) in the text.
  package func stringObject(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let type = object.type
    if type == self.type(.string) { return object.retained() }
    if type == self.type(.int) { return try makeNewString(writtenText(of: object)) }
    if type.typeFlags & TypeFlag.stringSubclass != 0, specialMethod(names.string, of: object) == nil {
      return try substring(of: object, 0..<object.stringLength)
    }
    if let method = specialMethod(names.string, of: object) {
      return try textObject(of: method, on: object, names.string)
    }
    if object.plan.body == .record, isSubtype(type, exceptionType(.baseException)),
      let arguments = object[object: ExceptionOffset.arguments], arguments.itemCount == 1,
      !isSubtype(type, exceptionType(.keyError)), !isSubtype(type, exceptionType(.osError)),
      let first = item(0, of: arguments)
    {
      return try stringObject(of: first)
    }
    if type == self.type(.mappingProxy), let mapping = object[object: 16]?.retained() {
      defer { release(mapping) }
      return try stringObject(of: mapping)
    }
    if isProxy(object), let target = try proxyTarget(object)?.retained() {
      defer { release(target) }
      return try stringObject(of: target)
    }
    return try makeString(string(of: object))
  }

  /// An integer's decimal digits, unless they are more than CPython writes.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for more than 4,300 digits.
  func writtenText(of integer: ObjectPointer) throws(ObjectError) -> String {
    let limit = IntegerLiteral.digitLimit
    let tooLong =
      "Exceeds the limit (\(limit) digits) for integer string conversion; use sys.set_int_max_str_digits() to "
      + "increase the limit"
    // Ten digits at most for each of the integer's own.
    guard integer.digitCount > limit / 10 else { return decimalText(of: integer) }
    let text = decimalText(of: integer)
    guard text.utf8.count - (integer.isNegativeInteger ? 1 : 0) <= limit else {
      throw ObjectError(.valueError, tooLong)
    }
    return text
  }

  /// `repr(object)`, owned by the caller.
  ///
  /// - Throws: as ``representation(of:)``.
  /// - Complexity: O(*n*) in the text.
  package func representationObject(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if object.type == type(.int) { return try makeNewString(writtenText(of: object)) }
    if let method = specialMethod(names.representation, of: object), object.plan.body != .type {
      return try textObject(of: method, on: object, names.representation)
    }
    return try makeString(representation(of: object))
  }

  /// `ascii(object)`, owned by the caller: its `repr` with escapes for all that is not ASCII.
  ///
  /// - Throws: as ``representation(of:)``.
  package func asciiObject(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let text = try representationObject(of: object)
    if StringState(text).isASCII { return text }
    defer { release(text) }
    var points: [UInt32] = []
    for point in text.codePoints {
      if point < 0x80 {
        points.append(point)
      } else {
        points += Self.escape(point).utf8.map(UInt32.init)
      }
    }
    return try makeString(codePoints: points)
  }

  /// The string that a special method gives, owned by the caller.
  func textObject(
    of method: ObjectPointer, on object: ObjectPointer, _ name: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let result = try callMethod(method, on: object, [])
    guard result.type.typeFlags & TypeFlag.stringSubclass != 0 else {
      defer { release(result) }
      throw ObjectError(.typeError, "\(name.text) returned non-string (type \(nameInErrors(result.type)))")
    }
    return result
  }
}
