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
      // A number's text is always a new one, that of a digit too.
      return try stringObject(of: value)
    }
    let (encoding, handling) = try encoding(of: arguments, in: "str")
    guard value.isBytes else {
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
  func encodedBytes(
    of arguments: [ObjectPointer?], in name: String = "bytes"
  ) throws(ObjectError) -> ObjectPointer? {
    guard arguments.count <= 3 else {
      throw ObjectError(.typeError, "\(name)() takes at most 3 arguments (\(arguments.count) given)")
    }
    let (encoding, handling) = try encoding(of: arguments, in: name)
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
}
