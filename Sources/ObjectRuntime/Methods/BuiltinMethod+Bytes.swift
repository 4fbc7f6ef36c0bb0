extension BuiltinMethod {
  /// Methods of bytes that look for others in them, and that decode.
  static let bytes: [BuiltinMethod] = [
    BuiltinMethod("count", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      let (part, range) = try space.searchedBytes(arguments, in: bytes)
      guard let range else { return space.smallInteger(0) }
      if part.isEmpty { return try space.makeInteger(range.count + 1) }
      let whole = bytes.byteArray
      var (count, start) = (0, range.lowerBound)
      while let place = ByteSearch.first(part, in: whole, start..<range.upperBound) {
        count += 1
        start = place + part.count
      }
      return try space.makeInteger(count)
    },
    BuiltinMethod("decode", BuiltinParameters("encoding", "errors")) {
      (space, bytes, arguments) throws(ObjectError) in
      let texts = try space.codecTexts(arguments, method: "decode")
      return try space.makeString(codePoints: space.decode(bytes.byteArray, texts.encoding, texts.errors))
    },
    BuiltinMethod("endswith", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      try space.hasByteAffix(bytes, arguments, isEnd: true)
    },
    BuiltinMethod("find", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      let (part, range) = try space.searchedBytes(arguments, in: bytes)
      return try space.makeInteger(range.flatMap { ByteSearch.first(part, in: bytes.byteArray, $0) } ?? -1)
    },
    BuiltinMethod("fromhex", 1, binding: .type) { (space, type, arguments) throws(ObjectError) in
      let bytes = try space.makeBytes(space.bytesOfHexadecimal(arguments[0]))
      guard type != space.type(.bytes) else { return bytes }
      defer { space.release(bytes) }
      return try space.call(type, [bytes])
    },
    BuiltinMethod("hex", BuiltinParameters("sep", "bytes_per_sep")) {
      (space, bytes, arguments) throws(ObjectError) in
      try space.hexadecimal(bytes.byteArray, arguments)
    },
    BuiltinMethod("index", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      let (part, range) = try space.searchedBytes(arguments, in: bytes)
      guard let place = range.flatMap({ ByteSearch.first(part, in: bytes.byteArray, $0) }) else {
        throw ObjectError(.valueError, "subsection not found")
      }
      return try space.makeInteger(place)
    },
    BuiltinMethod("rfind", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      let (part, range) = try space.searchedBytes(arguments, in: bytes)
      return try space.makeInteger(range.flatMap { ByteSearch.last(part, in: bytes.byteArray, $0) } ?? -1)
    },
    BuiltinMethod("rindex", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      let (part, range) = try space.searchedBytes(arguments, in: bytes)
      guard let place = range.flatMap({ ByteSearch.last(part, in: bytes.byteArray, $0) }) else {
        throw ObjectError(.valueError, "subsection not found")
      }
      return try space.makeInteger(place)
    },
    BuiltinMethod("startswith", 1, 3) { (space, bytes, arguments) throws(ObjectError) in
      try space.hasByteAffix(bytes, arguments, isEnd: false)
    },
  ]
}

/// Searches for bytes among others.
enum ByteSearch {
  static func first(_ part: [UInt8], in whole: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= part.count else { return nil }
    return (range.lowerBound...range.upperBound - part.count).first { isAt($0, of: whole, part) }
  }

  static func last(_ part: [UInt8], in whole: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count >= part.count else { return nil }
    return (range.lowerBound...range.upperBound - part.count).last { isAt($0, of: whole, part) }
  }

  static func isAt(_ place: Int, of whole: [UInt8], _ part: [UInt8]) -> Bool {
    for index in part.indices where whole[place &+ index] != part[index] { return false }
    return true
  }
}

extension ObjectSpace {
  /// The bytes of an argument.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no bytes.
  func requireBytes(_ object: ObjectPointer) throws(ObjectError) -> [UInt8] {
    guard object.isBytes else {
      throw ObjectError(
        .typeError, "a bytes-like object is required, not '\(nameInErrors(object.type))'")
    }
    return object.byteArray
  }

  fileprivate func searchedBytes(
    _ arguments: [ObjectPointer], in bytes: ObjectPointer
  ) throws(ObjectError) -> (part: [UInt8], range: Range<Int>?) {
    let range = try searchRange(arguments.dropFirst(), count: bytes.itemCount)
    if arguments[0].isBytes { return (arguments[0].byteArray, range) }
    guard let index = try indexObject(of: arguments[0]) else {
      throw ObjectError(
        .typeError,
        "argument should be integer or bytes-like object, not '\(nameInErrors(arguments[0].type))'")
    }
    defer { release(index) }
    guard let byte = index.integerValue.flatMap({ UInt8(exactly: $0) }) else {
      throw ObjectError(.valueError, "byte must be in range(0, 256)")
    }
    return ([byte], range)
  }

  fileprivate func hasByteAffix(
    _ bytes: ObjectPointer, _ arguments: [ObjectPointer], isEnd: Bool
  ) throws(ObjectError) -> ObjectPointer {
    let range = try searchRange(arguments.dropFirst(), count: bytes.itemCount)
    let whole = bytes.byteArray
    func matches(_ part: [UInt8]) -> Bool {
      guard let range, range.count >= part.count else { return false }
      return ByteSearch.isAt(isEnd ? range.upperBound - part.count : range.lowerBound, of: whole, part)
    }
    if arguments[0].plan.body == .tuple {
      for part in items(of: arguments[0]) where try matches(requireBytes(part)) { return trueObject }
      return falseObject
    }
    guard arguments[0].isBytes else {
      throw ObjectError(
        .typeError,
        "\(isEnd ? "endswith" : "startswith") first arg must be bytes or a tuple of bytes, not "
          + nameInErrors(arguments[0].type))
    }
    return bool(matches(arguments[0].byteArray))
  }

  fileprivate func bytesOfHexadecimal(_ text: ObjectPointer) throws(ObjectError) -> [UInt8] {
    try checkString(text, "fromhex() argument")
    let points = text.codePoints
    var bytes: [UInt8] = []
    var index = 0
    func digit(_ place: Int) throws(ObjectError) -> UInt8 {
      if place < points.count, points[place] < 0x80,
        let value = Character(Unicode.Scalar(UInt8(points[place]))).hexDigitValue
      {
        return UInt8(value)
      }
      throw ObjectError(
        .valueError, "non-hexadecimal number found in fromhex() arg at position \(place)")
    }
    while index < points.count {
      if points[index] < 0x80, UnicodeCharacter(points[index]).isSpace {
        index += 1
        continue
      }
      bytes.append(try digit(index) << 4 | digit(index + 1))
      index += 2
    }
    return bytes
  }

  fileprivate func hexadecimal(
    _ bytes: [UInt8], _ arguments: [ObjectPointer?]
  ) throws(ObjectError) -> ObjectPointer {
    var separator: UInt32?
    if let given = arguments[0] {
      guard try length(of: given) == 1 else { throw ObjectError(.valueError, "sep must be length 1.") }
      switch given.type.typeFlags {
      case let flags where flags & TypeFlag.stringSubclass != 0: separator = given.character(at: 0)
      case _ where given.isBytes: separator = UInt32(given.byteArray[0])
      default: throw ObjectError(.typeError, "sep must be str or bytes.")
      }
      if separator.map({ $0 > 0x7F }) == true { throw ObjectError(.valueError, "sep must be ASCII.") }
    }
    let size = try arguments[1].map { (value) throws(ObjectError) in try nativeInteger(value) } ?? 1
    var points: [UInt32] = []
    for (index, byte) in bytes.enumerated() {
      let place = size < 0 ? index : bytes.count - index
      if let separator, size != 0, index > 0, place % size == 0 { points.append(separator) }
      let text = String(byte, radix: 16)
      points += ((byte < 16 ? "0" : "") + text).utf8.map(UInt32.init)
    }
    return try makeString(codePoints: points)
  }
}
