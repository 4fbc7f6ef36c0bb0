extension ObjectSpace {
  /// `format(object, specification)`, owned by the caller.
  ///
  /// - Parameters:
  ///   - object: what is formatted.
  ///   - specification: what a formatted literal has behind its colon; empty for the text that `str` gives.
  /// - Throws: ``ObjectError`` of kind `valueError` for a specification that the object's class does not know, `typeError`
  ///   for a class that knows none, and what `__format__` or `__str__` raises.
  /// - Complexity: O(*n*) in the text.
  package func format(
    _ object: ObjectPointer, specification: String = ""
  ) throws(ObjectError) -> ObjectPointer {
    guard !specification.isEmpty else { return try format(object, nil) }
    let string = try makeString(specification)
    defer { release(string) }
    return try format(object, string)
  }

  /// `format(object, specification)`, owned by the caller.
  ///
  /// - Parameter specification: a string; `nil` for an empty one.
  package func format(
    _ object: ObjectPointer, _ specification: ObjectPointer?
  ) throws(ObjectError) -> ObjectPointer {
    let isEmpty = specification.map { $0.stringLength == 0 } ?? true
    if isEmpty, object.type == type(.string) || object.type == type(.int) {
      return try stringObject(of: object)
    }
    let object = try proxyTarget(object) ?? object
    if let method = specialMethod(state.specialNames[.format], of: object) {
      let result = try callMethod(method, on: object, [specification ?? emptyString])
      guard result.type.typeFlags & TypeFlag.stringSubclass != 0 else {
        defer { release(result) }
        throw ObjectError(.typeError, "__format__ must return a str, not \(nameInErrors(result.type))")
      }
      return result
    }
    guard let specification, !isEmpty else { return try stringObject(of: object) }
    return try formatBuiltin(object, specification)
  }

  /// Formats what an object is made of, by a specification that is not empty.
  func formatBuiltin(
    _ object: ObjectPointer, _ specification: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let points = specification.codePoints
    let kind = numberKind(object)
    if kind == nil, object.type.typeFlags & TypeFlag.stringSubclass == 0 {
      throw ObjectError(
        .typeError, "unsupported format string passed to \(nameInErrors(object.type)).__format__")
    }
    let usual: Character? = kind == nil ? "s" : kind == .integer ? "d" : nil
    let parsed = try FormatSpecification(
      points, usualType: usual, alignment: kind == nil ? "<" : ">", of: nameInErrors(object.type))
    switch kind {
    case nil: return try formatText(object, parsed)
    case .integer: return try formatInteger(object, parsed)
    case .float: return try formatDouble(object.doubleValue, parsed, of: object)
    case .complex: return try formatComplex(object, parsed)
    }
  }

  private func formatText(
    _ string: ObjectPointer, _ specification: FormatSpecification
  ) throws(ObjectError) -> ObjectPointer {
    if specification.type != 0x73 { throw specification.unknownType(of: nameInErrors(string.type)) }
    func refuse(_ what: String) -> ObjectError {
      FormatSpecification.error("\(what) not allowed in string format specifier")
    }
    if let sign = specification.sign { throw refuse(sign == 0x20 ? "Space" : "Sign") }
    if specification.hidesNegativeZero { throw refuse("Negative zero coercion (z)") }
    if specification.isAlternate { throw refuse("Alternate form (#)") }
    if specification.alignment == 0x3D { throw refuse("'=' alignment") }
    let count = min(string.stringLength, specification.precision ?? .max)
    let padding = max((specification.width ?? 0) - count, 0)
    if padding == 0 { return try substring(of: string, 0..<count) }
    let before =
      switch specification.alignment {
      case 0x3C: 0
      case 0x5E: padding / 2
      default: padding
      }
    return try padded(string, 0..<count, before: before, after: padding - before, fill: specification.fill)
  }

  /// A part of a string with a character before and behind it a number of times; owned by the caller.
  func padded(
    _ string: ObjectPointer, _ range: Range<Int>, before: Int, after: Int, fill: UInt32
  ) throws(ObjectError) -> ObjectPointer {
    let (count, overflows) = range.count.addingReportingOverflow(before &+ after)
    guard !overflows, before &+ after >= 0 else {
      throw ObjectError(.overflowError, "padded string is too long")
    }
    if before == 0, after == 0 { return try substring(of: string, range) }
    try checkRoom(count, unit: 4, copies: 1)
    if count == 1 { return try makeCharacter(range.isEmpty ? fill : string.character(at: range.lowerBound)) }
    let part = try substring(of: string, range)
    defer { release(part) }
    let result = try makeStringStorage(
      length: count, largest: part.stringLength == 0 ? fill : max(fill, part.largestCodePoint))
    copyCharacters(0..<range.count, of: part, to: result, at: before)
    let (data, width) = (result.characterData, StringState(result).width)
    for place in [0..<before, before + range.count..<count].joined() {
      switch width {
      case 1: data[byte: place] = UInt8(truncatingIfNeeded: fill)
      case 2: data[uint16: 2 * place] = UInt16(truncatingIfNeeded: fill)
      default: data[uint32: 4 * place] = fill
      }
    }
    return result
  }
}
