import BigInt

extension ObjectSpace {
  /// `format % arguments` of a string; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for too few or too many arguments or ones that do not fit, `valueError`
  ///   for a format that cannot be read, `keyError` for a key that is not there.
  func fill(_ format: ObjectPointer, with arguments: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    // A format that is nothing but a text's place gives that text.
    let isWhole =
      format.stringLength == 2 && format.character(at: 0) == 0x25 && format.character(at: 1) == 0x73
    if isWhole, arguments.type == type(.string) { return arguments.retained() }
    if isWhole, arguments.type == type(.tuple), arguments.itemCount == 1, let text = item(0, of: arguments),
      text.type == type(.string)
    {
      return text.retained()
    }
    var formatter = PercentFormatter(self, format.codePoints, arguments, isBytes: false)
    return try makeString(codePoints: formatter.filled())
  }

  /// `format % arguments` of bytes; owned by the caller.
  ///
  /// - Throws: as ``fill(_:with:)``.
  func fillBytes(_ format: ObjectPointer, with arguments: ObjectPointer) throws(ObjectError) -> ObjectPointer
  {
    var formatter = PercentFormatter(
      self, format.byteArray.map(UInt32.init), arguments, isBytes: true)
    let bytes = try formatter.filled().map { UInt8(truncatingIfNeeded: $0) }
    return try format.plan.body == .byteArray ? makeByteArray(bytes) : makeBytes(bytes)
  }

  /// The text of an integer in a field.
  func integerText(of value: ObjectPointer, _ field: PercentField) throws(ObjectError) -> String {
    let isWhole = field.letter == 0x78 || field.letter == 0x58 || field.letter == 0x6F
    let letter = String(Unicode.Scalar(UInt8(field.letter)))
    let integer: ObjectPointer
    if let index = try indexObject(of: value) {
      integer = index
    } else if !isWhole, numberKind(value) == .float {
      integer = try self.integer(of: value)
    } else if !isWhole, let method = specialMethod(state.specialNames[.integer], of: value) {
      integer = try callMethod(method, on: value, [])
    } else {
      throw ObjectError(
        .typeError,
        "%\(letter) format: \(isWhole ? "an integer" : "a real number") is required, not "
          + nameInErrors(value.type))
    }
    defer { release(integer) }
    let radix = field.letter == 0x6F ? 8 : isWhole ? 16 : 10
    let isCapital = field.letter == 0x58
    var text = digitText(of: integer, radix: radix, isCapital: isCapital)
    if let precision = field.precision, text.utf8.count < precision {
      text = String(repeating: "0", count: precision - text.utf8.count) + text
    }
    if field.isAlternate, isWhole { text = (radix == 8 ? "0o" : isCapital ? "0X" : "0x") + text }
    return (integer.isNegativeInteger ? "-" : "") + text
  }

  /// The value of a number in a field, as C's `double`.
  func formattedDouble(of value: ObjectPointer, isBytes: Bool) throws(ObjectError) -> Double {
    if let number = try realValue(of: value) { return number }
    let name = nameInErrors(value.type)
    throw ObjectError(
      .typeError, isBytes ? "float argument required, not \(name)" : "must be real number, not \(name)")
  }

  /// The value of a number that is not complex, by its `__float__` or `__index__` too; `nil` for another object.
  func realValue(of value: ObjectPointer) throws(ObjectError) -> Double? {
    switch numberKind(value) {
    case .integer: return try nearestDouble(value)
    case .float: return value.doubleValue
    case .complex, nil: break
    }
    if let method = specialMethod(state.specialNames[.float], of: value) {
      let result = try callMethod(method, on: value, [])
      defer { release(result) }
      guard numberKind(result) == .float else {
        throw ObjectError(
          .typeError,
          "\(nameInErrors(value.type)).__float__ returned non-float (type \(nameInErrors(result.type)))")
      }
      return result.doubleValue
    }
    guard let index = try indexObject(of: value) else { return nil }
    defer { release(index) }
    return try nearestDouble(index)
  }

  /// The character that a value stands for in a field.
  func characterValue(of value: ObjectPointer) throws(ObjectError) -> UInt32 {
    if value.type.typeFlags & TypeFlag.stringSubclass != 0, value.stringLength == 1 {
      return value.character(at: 0)
    }
    guard value.type.typeFlags & TypeFlag.stringSubclass == 0, let index = try indexObject(of: value) else {
      throw ObjectError(.typeError, "%c requires int or char")
    }
    defer { release(index) }
    guard let point = index.integerValue, 0..<0x110000 ~= point else {
      throw ObjectError(.overflowError, "%c arg not in range(0x110000)")
    }
    return UInt32(point)
  }

  /// The byte that a value stands for in a field.
  func byteValue(of value: ObjectPointer) throws(ObjectError) -> UInt32 {
    if value.isBytes, value.itemCount == 1 {
      return UInt32(value.byte(at: 0))
    }
    guard let index = try indexObject(of: value) else {
      throw ObjectError(.typeError, "%c requires an integer in range(256) or a single byte")
    }
    defer { release(index) }
    guard let byte = index.integerValue, 0..<256 ~= byte else {
      throw ObjectError(.overflowError, "%c arg not in range(256)")
    }
    return UInt32(byte)
  }
}
