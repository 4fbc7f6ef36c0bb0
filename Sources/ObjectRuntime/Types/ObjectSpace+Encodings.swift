extension ObjectSpace {
  /// The string of the arguments of `str`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError`, `unicodeDecodeError`, and `lookupError` for an unknown encoding.
  func text(of arguments: [ObjectPointer?]) throws(ObjectError) -> ObjectPointer {
    guard arguments.count <= 3 else {
      throw ObjectError(.typeError, "str() takes at most 3 arguments (\(arguments.count) given)")
    }
    guard let value = arguments.first ?? nil else { return emptyString }
    guard arguments.count > 1 else {
      if value.type == type(.string) { return value.retained() }
      if isSubtype(value.type, type(.string)) { return try makeString(codePoints: value.codePoints) }
      // A number's text is always a new one, that of a digit too.
      if value.type == type(.int) { return try makeNewString(decimalText(of: value)) }
      return try makeString(string(of: value))
    }
    let (encoding, handling) = try encoding(of: arguments, in: "str")
    guard isSubtype(value.type, type(.bytes)) else {
      if isSubtype(value.type, type(.string)) {
        throw ObjectError(.typeError, "decoding str is not supported")
      }
      throw ObjectError(
        .typeError, "decoding to str: need a bytes-like object, \(nameInErrors(value.type)) found")
    }
    return try makeString(codePoints: decode(value.byteArray, encoding ?? "utf-8", handling ?? "strict"))
  }

  /// What `bytes` makes of its arguments, where the first is a string; `nil` for other ones.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError`, `unicodeEncodeError`, and `lookupError` for an unknown encoding.
  func encodedBytes(of arguments: [ObjectPointer?]) throws(ObjectError) -> ObjectPointer? {
    guard arguments.count <= 3 else {
      throw ObjectError(.typeError, "bytes() takes at most 3 arguments (\(arguments.count) given)")
    }
    let (encoding, handling) = try encoding(of: arguments, in: "bytes")
    guard let value = arguments.first ?? nil, isSubtype(value.type, type(.string)) else {
      if encoding != nil { throw ObjectError(.typeError, "encoding without a string argument") }
      if handling != nil { throw ObjectError(.typeError, "errors without a string argument") }
      return nil
    }
    guard let encoding else { throw ObjectError(.typeError, "string argument without an encoding") }
    return try makeBytes(encode(value, encoding, handling ?? "strict"))
  }

  private func encoding(
    of arguments: [ObjectPointer?], in name: String
  ) throws(ObjectError) -> (encoding: String?, errors: String?) {
    var texts: [String?] = [nil, nil]
    for (index, title) in ["encoding", "errors"].enumerated() {
      guard index + 1 < arguments.count, let argument = arguments[index + 1] else { continue }
      guard isSubtype(argument.type, type(.string)) else {
        throw ObjectError(
          .typeError, "\(name)() argument '\(title)' must be str, not \(nameInErrors(argument.type))")
      }
      texts[index] = argument.text
    }
    return (texts[0], texts[1])
  }

  /// The encodings that are known, by the last code point that each can tell.
  private func limit(of encoding: String) throws(ObjectError) -> UInt32 {
    switch encoding.lowercased().filter({ $0 != "-" && $0 != "_" }) {
    case "utf8", "u8": return 0x10FFFF
    case "ascii", "usascii": return 0x7F
    case "latin1", "iso88591", "l1": return 0xFF
    default: throw ObjectError(.lookupError, "unknown encoding: \(encoding)")
    }
  }

  private func decode(
    _ bytes: [UInt8], _ encoding: String, _ handling: String
  ) throws(ObjectError) -> [UInt32] {
    let limit = try limit(of: encoding)
    if limit == 0xFF { return bytes.map(UInt32.init) }
    var points: [UInt32] = []
    if limit == 0x7F {
      for byte in bytes {
        if byte < 0x80 {
          points.append(UInt32(byte))
        } else {
          let error = ObjectError(
            .unicodeDecodeError, "'ascii' codec can't decode bytes: ordinal not in range(128)")
          points += try replacement("\u{FFFD}", handling, error)
        }
      }
      return points
    }
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded): points.append(UTF8.decode(encoded).value)
      case .error:
        let error = ObjectError(.unicodeDecodeError, "'utf-8' codec can't decode bytes: invalid data")
        points += try replacement("\u{FFFD}", handling, error)
      case .emptyInput: return points
      }
    }
  }

  private func encode(
    _ string: ObjectPointer, _ encoding: String, _ handling: String
  ) throws(ObjectError) -> [UInt8] {
    let limit = try limit(of: encoding)
    if limit == 0x10FFFF { return Array(string.text.utf8) }
    let name = limit == 0x7F ? "ascii" : "latin-1"
    var bytes: [UInt8] = []
    for (index, point) in string.codePoints.enumerated() {
      if point <= limit {
        bytes.append(UInt8(point))
        continue
      }
      let digits = String(point, radix: 16)
      let (letter, width) = point < 0x100 ? ("x", 2) : point < 0x10000 ? ("u", 4) : ("U", 8)
      let escape = "\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits
      let error = ObjectError(
        .unicodeEncodeError,
        "'\(name)' codec can't encode character '\(escape)' in position \(index): ordinal not in "
          + "range(\(limit + 1))")
      bytes += try replacement("?", handling, error).map { UInt8($0) }
    }
    return bytes
  }

  /// What stands for something that an encoding cannot tell.
  private func replacement(
    _ sign: Unicode.Scalar, _ handling: String, _ error: ObjectError
  ) throws(ObjectError) -> [UInt32] {
    switch handling {
    case "strict": throw error
    case "ignore": return []
    case "replace": return [sign.value]
    default: throw ObjectError(.lookupError, "unknown error handler name '\(handling)'")
    }
  }
}
