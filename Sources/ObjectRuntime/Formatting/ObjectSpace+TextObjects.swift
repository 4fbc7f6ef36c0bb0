extension ObjectSpace {
  /// `str(object)`, owned by the caller; an exact string is its own.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where `__str__` returns no string, and what it raises.
  /// - Complexity: O(*n*) in the text.
  package func stringObject(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let type = object.type
    if type == self.type(.string) { return object.retained() }
    if type == self.type(.int) { return try makeNewString(decimalText(of: object)) }
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
    if isProxy(object), let target = try proxyTarget(object)?.retained() {
      defer { release(target) }
      return try stringObject(of: target)
    }
    return try makeString(string(of: object))
  }

  /// `repr(object)`, owned by the caller.
  ///
  /// - Throws: as ``representation(of:)``.
  /// - Complexity: O(*n*) in the text.
  package func representationObject(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if object.type == type(.int) { return try makeNewString(decimalText(of: object)) }
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
