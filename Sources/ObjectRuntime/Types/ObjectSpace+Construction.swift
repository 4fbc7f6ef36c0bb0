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
    guard let builtin = builtinType(type) else { return nil }
    if let made = try makeAdaptor(builtin, type, arguments, keywords: keywords) { return made }
    if let made = try makeCollection(builtin, type, arguments, keywords: keywords) { return made }
    if builtin == .superType {
      guard keywords.isEmpty else { throw ObjectError(.typeError, "super() takes no keyword arguments") }
      return try makeSuper(type, arguments)
    }
    let arguments = try named(keywords, after: arguments, of: builtin)
    switch builtin {
    case .none, .notImplemented, .ellipsis:
      guard arguments.isEmpty else {
        throw ObjectError(.typeError, "\(builtin.name) takes no arguments")
      }
      return builtin == .none ? none : builtin == .ellipsis ? ellipsis : notImplemented
    case .bool:
      try check(arguments, name: "bool", most: 1)
      guard let value = arguments.first ?? nil else { return falseObject }
      return bool(try isTrue(value))
    case .int:
      try check(arguments, name: "int", most: 2)
      guard arguments.count > 1, let base = arguments[1] else {
        guard let value = arguments.first ?? nil else { return smallInteger(0) }
        return try integer(of: value)
      }
      guard let value = arguments[0] else { throw ObjectError(.typeError, "int() missing string argument") }
      return try integer(of: value, base: base)
    case .float:
      try check(arguments, name: "float", most: 1)
      guard let value = arguments.first ?? nil else { return try makeFloat(0) }
      return try float(of: value)
    case .complex:
      try check(arguments, name: "complex", most: 2)
      return try complex(of: arguments)
    case .string: return try text(of: arguments)
    case .bytes: return try bytes(of: arguments)
    case .byteArray:
      let array = try makeByteArray([])
      try fillNew(array) { () throws(ObjectError) in try fillByteArray(array, from: arguments) }
      return array
    case .slice, .range: return try constructSpan(builtin, arguments.compactMap { $0 })
    case .property:
      guard arguments.count <= 4 else {
        throw ObjectError(.typeError, "property() takes at most 4 arguments (\(arguments.count) given)")
      }
      let parts = arguments.map { $0 == none ? nil : $0 } + [nil, nil, nil, nil]
      return try makeProperty(
        getter: parts[0], setter: parts[1], deleter: parts[2], documentation: parts[3])
    case .staticMethod, .classMethod:
      guard arguments.count == 1, let wrapped = arguments[0] else {
        throw ObjectError(
          .typeError, "\(builtin.name) expected 1 argument, got \(arguments.count)")
      }
      return try makeWrapper(builtin, of: wrapped)
    case .mappingProxy: return try makeMappingProxy(arguments)
    case .cell:
      try check(arguments, name: "cell", most: 1)
      return try makeCell(arguments.first ?? nil)
    case .method:
      guard arguments.count == 2, let function = arguments[0], let receiver = arguments[1] else {
        throw ObjectError(.typeError, "method expected 2 arguments, got \(arguments.count)")
      }
      guard isCallable(function) else { throw ObjectError(.typeError, "first argument must be callable") }
      guard receiver != none else { throw ObjectError(.typeError, "instance must not be None") }
      return try makeMethod(function, receiver: receiver)
    case .module:
      guard let name = arguments.first ?? nil else {
        throw ObjectError(.typeError, "module() missing required argument 'name' (pos 1)")
      }
      guard isSubtype(name.type, self.type(.string)) else {
        throw ObjectError(
          .typeError, "module() argument 'name' must be str, not \(nameInErrors(name.type))")
      }
      let module = try makeModule(name.text)
      guard arguments.count > 1, let text = arguments[1], let dict = module[object: ModuleOffset.attributes]
      else { return module }
      try fillNew(module) { () throws(ObjectError) in try setValue(text, for: names.documentation, in: dict) }
      return module
    case .function:
      throw ObjectError(.typeError, "function() missing required argument 'code' (pos 1)")
    case .generator, .frame, .builtinFunction, .attributeDescriptor, .memberDescriptor, .listIterator,
      .reverseListIterator, .tupleIterator, .setIterator, .rangeIterator, .dictKeys, .dictValues, .dictItems,
      .byteArrayIterator, .dictKeyIterator, .dictValueIterator, .dictItemIterator, .dictReverseKeyIterator,
      .dictReverseValueIterator, .dictReverseItemIterator, .asciiIterator, .stringIterator, .bytesIterator,
      .longRangeIterator, .sequenceIterator, .callableIterator, .weakProxy, .callableWeakProxy,
      .methodDescriptor, .wrapperDescriptor, .classMethodDescriptor, .methodWrapper, .dequeIterator,
      .reverseDequeIterator, .cacheEntry, .union, .versionInfo, .floatInfo:
      throw ObjectError(.typeError, "cannot create '\(nameInErrors(type))' instances")
    default: return nil
    }
  }

  private func check(_ arguments: [ObjectPointer?], name: String, most: Int) throws(ObjectError) {
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
    var parts: [ObjectPointer] = []
    defer { for part in parts { release(part) } }
    for argument in arguments { parts.append(try requireIndex(argument)) }
    if parts.count == 1 { return try makeRange(smallInteger(0), parts[0], smallInteger(1)) }
    return try makeRange(parts[0], parts[1], parts.count > 2 ? parts[2] : smallInteger(1))
  }

  /// Refuses what is no integer where one is needed.
  func checkIndex(_ object: ObjectPointer) throws(ObjectError) {
    guard isSubtype(object.type, type(.int)) else {
      throw ObjectError(
        .typeError, "'\(nameInErrors(object.type))' object cannot be interpreted as an integer")
    }
  }

  // MARK: Numbers

  private func float(of value: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if value.type == type(.float) { return value.retained() }
    if let method = specialMethod(state.specialNames[.float], of: value) {
      let result = try callMethod(method, on: value, [])
      if result.type == type(.float) { return result }
      defer { release(result) }
      guard isSubtype(result.type, type(.float)) else {
        throw ObjectError(
          .typeError,
          "\(nameInErrors(value.type)).__float__ returned non-float (type \(nameInErrors(result.type)))")
      }
      return try makeFloat(result.doubleValue)
    }
    if isSubtype(value.type, type(.float)) { return try makeFloat(value.doubleValue) }
    if isSubtype(value.type, type(.int)) {
      let number = Double(value.bigInteger)
      guard number.isFinite else { throw ObjectError(.overflowError, "int too large to convert to float") }
      return try makeFloat(number)
    }
    if let index = try indexObject(of: value) {
      defer { release(index) }
      return try float(of: index)
    }
    if let literal = literalText(of: value) {
      guard let text = literal.trimmingWhitespace.replacingUnderscores, !text.lowercased().contains("x"),
        let number = Double(text)
      else {
        throw ObjectError(.valueError, "could not convert string to float: \(describe(value, limit: 200))")
      }
      return try makeFloat(number)
    }
    throw ObjectError(
      .typeError, "float() argument must be a string or a real number, not '\(nameInErrors(value.type))'")
  }

  /// What a program's `__bytes__` says.
  private func bytes(askedBy method: ObjectPointer, of value: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    let result = try callMethod(method, on: value, [])
    guard isSubtype(result.type, type(.bytes)) else {
      defer { release(result) }
      throw ObjectError(.typeError, "__bytes__ returned non-bytes (type \(nameInErrors(result.type)))")
    }
    return result
  }

  private func bytes(of arguments: [ObjectPointer?]) throws(ObjectError) -> ObjectPointer? {
    if arguments.count == 1, let value = arguments[0],
      let method = specialMethod(state.specialNames[.bytes], of: value)
    {
      return try bytes(askedBy: method, of: value)
    }
    if let encoded = try encodedBytes(of: arguments) { return encoded }
    guard let value = arguments.first ?? nil else { return emptyBytes }
    if value.type == type(.bytes) { return value.retained() }
    if value.isBytes { return try makeBytes(value.byteArray) }
    if let index = try indexObject(of: value) {
      defer { release(index) }
      guard let count = index.integerValue else {
        throw ObjectError(
          .overflowError, "cannot fit '\(nameInErrors(value.type))' into an index-sized integer")
      }
      guard count >= 0 else { throw ObjectError(.valueError, "negative count") }
      try checkRoom(count, unit: 1, copies: 1)
      if count == 0 { return emptyBytes }
      // A single zero is not the one that literals share.
      let zeros = try makeBytesStorage(count: count)
      for index in 0..<count { zeros[byte: BytesOffset.data + index] = 0 }
      return zeros
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
    for element in elements { bytes.append(try byte(of: element, "bytes")) }
    return try makeBytes(bytes)
  }
}

extension String {
  /// Without white space at its ends.
  var trimmingWhitespace: Substring {
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
