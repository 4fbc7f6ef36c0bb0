import BigInt

extension ObjectSpace {
  /// Makes an instance of a built-in class that is no container: a number, a text, a part of a class.
  ///
  /// - Returns: the instance, owned by the caller; `nil` where no constructor is known.
  /// - Throws: ``ObjectError`` of kind `typeError`, `valueError` or `overflowError` as the class's constructor does.
  func constructValue(
    _ type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer? {
    guard let builtin = BuiltinType.allCases.first(where: { self.type($0) == type }) else { return nil }
    switch builtin {
    case .none, .notImplemented, .ellipsis:
      guard arguments.isEmpty, keywords.isEmpty else {
        throw ObjectError(.typeError, "\(builtin.name) takes no arguments")
      }
      return builtin == .none ? none : builtin == .ellipsis ? ellipsis : notImplemented
    case .bool:
      try check(arguments, name: "bool", most: 1)
      guard let value = arguments.first else { return falseObject }
      return bool(try isTrue(value))
    case .int:
      try check(arguments, name: "int", most: 2)
      guard let value = arguments.first else { return smallInteger(0) }
      return try integer(of: value)
    case .float:
      try check(arguments, name: "float", most: 1)
      guard let value = arguments.first else { return try makeFloat(0) }
      return try float(of: value)
    case .string: return try text(of: arguments)
    case .bytes: return try bytes(of: arguments)
    case .slice, .range: return try constructSpan(builtin, arguments)
    case .property:
      guard arguments.count <= 4 else {
        throw ObjectError(.typeError, "property() takes at most 4 arguments (\(arguments.count) given)")
      }
      let accessors = (0..<3).map { index in
        index < arguments.count && arguments[index] != none ? arguments[index] : nil
      }
      let property = try makeProperty(getter: accessors[0], setter: accessors[1], deleter: accessors[2])
      if arguments.count > 3 { property[object: 40] = arguments[3].retained() }
      return property
    case .staticMethod, .classMethod:
      guard arguments.count == 1 else {
        throw ObjectError(
          .typeError, "\(builtin.name) expected 1 argument, got \(arguments.count)")
      }
      return try makeWrapper(builtin, of: arguments[0])
    case .cell:
      try check(arguments, name: "cell", most: 1)
      return try makeCell(arguments.first)
    case .method:
      guard arguments.count == 2 else {
        throw ObjectError(.typeError, "method expected 2 arguments, got \(arguments.count)")
      }
      guard isCallable(arguments[0]) else { throw ObjectError(.typeError, "first argument must be callable") }
      guard arguments[1] != none else { throw ObjectError(.typeError, "instance must not be None") }
      return try makeMethod(arguments[0], receiver: arguments[1])
    case .module:
      guard let name = arguments.first else {
        throw ObjectError(.typeError, "module() missing required argument 'name' (pos 1)")
      }
      guard isSubtype(name.type, self.type(.string)) else {
        throw ObjectError(
          .typeError, "module() argument 'name' must be str, not \(nameInErrors(name.type))")
      }
      return try makeModule(name.text)
    case .function:
      throw ObjectError(.typeError, "function() missing required argument 'code' (pos 1)")
    case .generator, .frame, .builtinFunction, .attributeDescriptor, .memberDescriptor, .listIterator,
      .reverseListIterator, .tupleIterator, .setIterator, .rangeIterator, .dictKeys, .dictValues, .dictItems,
      .dictKeyIterator, .dictValueIterator, .dictItemIterator, .weakProxy, .callableWeakProxy:
      throw ObjectError(.typeError, "cannot create '\(nameInErrors(type))' instances")
    default: return nil
    }
  }

  private func check(_ arguments: [ObjectPointer], name: String, most: Int) throws(ObjectError) {
    guard arguments.count <= most else {
      let noun = most == 1 ? "argument" : "arguments"
      throw ObjectError(.typeError, "\(name) expected at most \(most) \(noun), got \(arguments.count)")
    }
  }

  private func constructSpan(
    _ builtin: BuiltinType, _ arguments: [ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    guard let first = arguments.first else {
      throw ObjectError(.typeError, "\(builtin.name) expected at least 1 argument, got 0")
    }
    try check(arguments, name: builtin.name, most: 3)
    if builtin == .slice {
      if arguments.count == 1 { return try makeSlice(none, first, none) }
      return try makeSlice(first, arguments[1], arguments.count > 2 ? arguments[2] : none)
    }
    for argument in arguments { try checkIndex(argument) }
    if arguments.count == 1 { return try makeRange(smallInteger(0), first, smallInteger(1)) }
    return try makeRange(first, arguments[1], arguments.count > 2 ? arguments[2] : smallInteger(1))
  }

  /// Refuses what is no integer where one is needed.
  func checkIndex(_ object: ObjectPointer) throws(ObjectError) {
    guard isSubtype(object.type, type(.int)) else {
      throw ObjectError(
        .typeError, "'\(nameInErrors(object.type))' object cannot be interpreted as an integer")
    }
  }

  // MARK: Numbers

  private func integer(of value: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if value.type == type(.int) { return value.retained() }
    if isSubtype(value.type, type(.int)) { return try makeInteger(value.bigInteger) }
    if isSubtype(value.type, type(.float)) {
      let number = value.doubleValue
      if number.isNaN { throw ObjectError(.valueError, "cannot convert float NaN to integer") }
      if number.isInfinite { throw ObjectError(.overflowError, "cannot convert float infinity to integer") }
      return try makeInteger(BigInt(number.rounded(.towardZero)))
    }
    if isSubtype(value.type, type(.string)) {
      let text = value.text.trimmingWhitespace.replacingUnderscores
      guard let text, let number = BigInt(text.hasPrefix("+") ? String(text.dropFirst()) : text) else {
        throw ObjectError(
          .valueError, "invalid literal for int() with base 10: \(describe(value, limit: 200))")
      }
      return try makeInteger(number)
    }
    throw ObjectError(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not "
        + "'\(nameInErrors(value.type))'")
  }

  private func float(of value: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if value.type == type(.float) { return value.retained() }
    if isSubtype(value.type, type(.float)) { return try makeFloat(value.doubleValue) }
    if isSubtype(value.type, type(.int)) {
      let number = Double(value.bigInteger)
      guard number.isFinite else { throw ObjectError(.overflowError, "int too large to convert to float") }
      return try makeFloat(number)
    }
    if isSubtype(value.type, type(.string)) {
      guard let text = value.text.trimmingWhitespace.replacingUnderscores, !text.lowercased().contains("x"),
        let number = Double(text)
      else {
        throw ObjectError(.valueError, "could not convert string to float: \(describe(value, limit: 200))")
      }
      return try makeFloat(number)
    }
    throw ObjectError(
      .typeError, "float() argument must be a string or a real number, not '\(nameInErrors(value.type))'")
  }

  // MARK: Texts

  private func text(of arguments: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    guard let value = arguments.first else { return emptyString }
    guard arguments.count > 1 else {
      if value.type == type(.string) { return value.retained() }
      if isSubtype(value.type, type(.string)) { return try makeString(codePoints: value.codePoints) }
      // A number's text is always a new one, that of a digit too.
      if value.type == type(.int) { return try makeNewString(decimalText(of: value)) }
      return try makeString(string(of: value))
    }
    guard arguments.count <= 3 else {
      throw ObjectError(.typeError, "str() takes at most 3 arguments (\(arguments.count) given)")
    }
    for (argument, name) in zip(arguments.dropFirst(), ["encoding", "errors"])
    where !isSubtype(argument.type, type(.string)) {
      throw ObjectError(
        .typeError, "str() argument '\(name)' must be str, not \(nameInErrors(argument.type))")
    }
    guard isSubtype(value.type, type(.bytes)) else {
      throw ObjectError(
        .typeError, "decoding to str: need a bytes-like object, \(nameInErrors(value.type)) found")
    }
    let encoding = arguments[1].text
    switch encoding.lowercased().filter({ $0 != "-" && $0 != "_" }) {
    case "utf8", "u8":
      guard let text = String(validating: value.byteArray, as: UTF8.self) else {
        throw ObjectError(.unicodeDecodeError, "'utf-8' codec can't decode bytes: invalid data")
      }
      return try makeString(text)
    case "ascii", "usascii":
      guard value.byteArray.allSatisfy({ $0 < 0x80 }) else {
        throw ObjectError(.unicodeDecodeError, "'ascii' codec can't decode bytes: ordinal not in range(128)")
      }
      return try makeString(codePoints: value.byteArray.map(UInt32.init))
    case "latin1", "iso88591", "l1": return try makeString(codePoints: value.byteArray.map(UInt32.init))
    default: throw ObjectError(.lookupError, "unknown encoding: \(encoding)")
    }
  }

  private func bytes(of arguments: [ObjectPointer]) throws(ObjectError) -> ObjectPointer? {
    guard let value = arguments.first else { return emptyBytes }
    if isSubtype(value.type, type(.string)) {
      guard arguments.count > 1 else { throw ObjectError(.typeError, "string argument without an encoding") }
      return try makeBytes(Array(value.text.utf8))
    }
    if value.type == type(.bytes) { return value.retained() }
    if isSubtype(value.type, type(.bytes)) { return try makeBytes(value.byteArray) }
    if isSubtype(value.type, type(.int)) {
      guard let count = value.integerValue else {
        throw ObjectError(.overflowError, "cannot fit 'int' into an index-sized integer")
      }
      guard count >= 0 else { throw ObjectError(.valueError, "negative count") }
      try checkRoom(count, unit: 1, copies: 1)
      return try makeBytes(repeatElement(0, count: count))
    }
    let elements: [ObjectPointer]
    do throws(ObjectError) {
      elements = try iterate(value)
    } catch {
      guard error.kind == .typeError else { throw error }
      throw ObjectError(.typeError, "cannot convert '\(nameInErrors(value.type))' object to bytes")
    }
    defer { for element in elements { release(element) } }
    var bytes: [UInt8] = []
    for element in elements {
      try checkIndex(element)
      guard let byte = element.integerValue.flatMap({ UInt8(exactly: $0) }) else {
        throw ObjectError(.valueError, "bytes must be in range(0, 256)")
      }
      bytes.append(byte)
    }
    return try makeBytes(bytes)
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmingWhitespace: Substring {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
    return start[...last]
  }
}

extension Substring {
  /// Without the underscores that stand between two digits; `nil` where one stands elsewhere.
  fileprivate var replacingUnderscores: String? {
    guard contains("_") else { return String(self) }
    let parts = split(separator: "_", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    for (left, right) in zip(parts, parts.dropFirst()) {
      guard left.last?.isNumber == true, right.first?.isNumber == true else { return nil }
    }
    return parts.joined()
  }
}
