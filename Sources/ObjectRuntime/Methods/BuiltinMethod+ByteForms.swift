extension BuiltinMethod {
  /// Methods of bytes that take them apart or give them another form.
  static let byteForms: [BuiltinMethod] = [
    map("capitalize") { bytes, index in index == 0 ? upper(bytes[0]) : lower(bytes[index]) },
    BuiltinMethod("center", 1, 2) { (space, bytes, arguments) throws(ObjectError) in
      try space.padBytes(bytes, arguments, "center") { padding, width in padding / 2 + (padding & width & 1) }
    },
    BuiltinMethod("expandtabs", BuiltinParameters("tabsize")) {
      (space, bytes, arguments) throws(ObjectError) in
      let size = try arguments[0].map { (value) throws(ObjectError) in try space.nativeInteger(value) } ?? 8
      return try space.makeBytes(space.expanded(bytes.byteArray, tab: size))
    },
    test("isalnum") { isLetter($0) || isDigit($0) }, test("isalpha", isLetter),
    BuiltinMethod("isascii", 0) { (space, bytes, _) throws(ObjectError) in
      space.bool(bytes.byteArray.allSatisfy { $0 < 0x80 })
    },
    test("isdigit", isDigit),
    BuiltinMethod("islower", 0) { (space, bytes, _) throws(ObjectError) in
      let all = bytes.byteArray
      return space.bool(all.contains { 0x61...0x7A ~= $0 } && !all.contains { 0x41...0x5A ~= $0 })
    },
    test("isspace", isSpace),
    BuiltinMethod("istitle", 0) { (space, bytes, _) throws(ObjectError) in
      var (isInside, hasLetter) = (false, false)
      for byte in bytes.byteArray {
        if isLetter(byte), isInside == (byte < 0x60) { return space.falseObject }
        isInside = isLetter(byte)
        hasLetter = hasLetter || isInside
      }
      return space.bool(hasLetter)
    },
    BuiltinMethod("isupper", 0) { (space, bytes, _) throws(ObjectError) in
      let all = bytes.byteArray
      return space.bool(all.contains { 0x41...0x5A ~= $0 } && !all.contains { 0x61...0x7A ~= $0 })
    },
    BuiltinMethod("join", 1) { (space, bytes, arguments) throws(ObjectError) in
      try space.joinBytes(arguments[0], with: bytes)
    },
    BuiltinMethod("ljust", 1, 2) { (space, bytes, arguments) throws(ObjectError) in
      try space.padBytes(bytes, arguments, "ljust") { _, _ in 0 }
    },
    map("lower") { lower($0[$1]) },
    strip("lstrip", atStart: true, atEnd: false),
    partition("partition", isLast: false),
    BuiltinMethod("removeprefix", 1) { (space, bytes, arguments) throws(ObjectError) in
      let (whole, part) = (bytes.byteArray, try space.requireBytes(arguments[0]))
      return try space.subbytes(of: bytes, (whole.starts(with: part) ? part.count : 0)..<whole.count)
    },
    BuiltinMethod("removesuffix", 1) { (space, bytes, arguments) throws(ObjectError) in
      let (whole, part) = (bytes.byteArray, try space.requireBytes(arguments[0]))
      let has = whole.suffix(part.count).elementsEqual(part)
      return try space.subbytes(of: bytes, 0..<(has ? whole.count - part.count : whole.count))
    },
    BuiltinMethod("replace", 2, 3) { (space, bytes, arguments) throws(ObjectError) in
      try space.replaceBytes(in: bytes, arguments)
    },
    BuiltinMethod("rjust", 1, 2) { (space, bytes, arguments) throws(ObjectError) in
      try space.padBytes(bytes, arguments, "rjust") { padding, _ in padding }
    },
    partition("rpartition", isLast: true),
    split("rsplit", fromEnd: true),
    strip("rstrip", atStart: false, atEnd: true),
    split("split", fromEnd: false),
    BuiltinMethod("splitlines", BuiltinParameters("keepends")) {
      (space, bytes, arguments) throws(ObjectError) in
      let keeps = try arguments[0].map { (value) throws(ObjectError) in try space.isTrue(value) } ?? false
      let lines = lines(of: bytes.byteArray, keepsEnds: keeps)
      return try space.makeList(count: lines.count) { (index) throws(ObjectError) in
        try space.subbytes(of: bytes, lines[index])
      }
    },
    strip("strip", atStart: true, atEnd: true),
    map("swapcase") { isLetter($0[$1]) ? $0[$1] ^ 0x20 : $0[$1] },
    map("title") { $1 > 0 && isLetter($0[$1 - 1]) ? lower($0[$1]) : upper($0[$1]) },
    map("upper") { upper($0[$1]) },
    BuiltinMethod("zfill", 1) { (space, bytes, arguments) throws(ObjectError) in
      var result = bytes.byteArray
      let padding = max(try space.machineIndex(arguments[0]) - result.count, 0)
      if padding == 0 { return try space.subbytes(of: bytes, 0..<result.count) }
      let hasSign = result.first == 0x2B || result.first == 0x2D
      result.insert(contentsOf: repeatElement(0x30, count: padding), at: hasSign ? 1 : 0)
      return try space.makeBytes(result)
    },
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte || 0x61...0x7A ~= byte }
  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
  private static func lower(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte + 32 : byte }
  private static func upper(_ byte: UInt8) -> UInt8 { 0x61...0x7A ~= byte ? byte - 32 : byte }

  private static func test(_ name: String, _ isOfKind: @escaping @Sendable (UInt8) -> Bool) -> BuiltinMethod {
    BuiltinMethod(name, 0) { (space, bytes, _) throws(ObjectError) in
      space.bool(bytes.itemCount > 0 && bytes.byteArray.allSatisfy(isOfKind))
    }
  }

  private static func map(_ name: String, _ change: @escaping @Sendable ([UInt8], Int) -> UInt8)
    -> BuiltinMethod
  {
    BuiltinMethod(name, 0) { (space, bytes, _) throws(ObjectError) in
      let all = bytes.byteArray
      if all.isEmpty { return space.emptyBytes }
      // Its result is a new object, that of one byte too.
      let result = try space.makeBytesStorage(count: all.count)
      for index in all.indices { result[byte: BytesOffset.data + index] = change(all, index) }
      return result
    }
  }

  private static func strip(_ name: String, atStart: Bool, atEnd: Bool) -> BuiltinMethod {
    BuiltinMethod(name, 0, 1) { (space, bytes, arguments) throws(ObjectError) in
      let set = try arguments.first.flatMap { (given) throws(ObjectError) in
        given == space.none ? nil : try space.requireBytes(given)
      }
      let all = bytes.byteArray
      func goes(_ byte: UInt8) -> Bool { set?.contains(byte) ?? isSpace(byte) }
      var (start, end) = (0, all.count)
      if atStart { while start < end, goes(all[start]) { start += 1 } }
      if atEnd { while end > start, goes(all[end - 1]) { end -= 1 } }
      return try space.subbytes(of: bytes, start..<end)
    }
  }

  private static func partition(_ name: String, isLast: Bool) -> BuiltinMethod {
    BuiltinMethod(name, 1) { (space, bytes, arguments) throws(ObjectError) in
      let (whole, part) = (bytes.byteArray, try space.requireBytes(arguments[0]))
      guard !part.isEmpty else { throw ObjectError(.valueError, "empty separator") }
      let range = whole.indices
      let place = isLast ? ByteSearch.last(part, in: whole, range) : ByteSearch.first(part, in: whole, range)
      guard let place else {
        let all = try space.subbytes(of: bytes, range)
        defer { space.release(all) }
        let empty = space.emptyBytes
        return try space.makeTuple(isLast ? [empty, empty, all] : [all, empty, empty])
      }
      let before = try space.subbytes(of: bytes, 0..<place)
      defer { space.release(before) }
      let behind = try space.subbytes(of: bytes, place + part.count..<whole.count)
      defer { space.release(behind) }
      return try space.makeTuple([before, arguments[0], behind])
    }
  }

  private static func split(_ name: String, fromEnd: Bool) -> BuiltinMethod {
    BuiltinMethod(name, BuiltinParameters("sep", "maxsplit")) {
      (space, bytes, arguments) throws(ObjectError) in
      let given = try arguments[1].map { (value) throws(ObjectError) in try space.machineIndex(value) } ?? -1
      let limit = given < 0 ? Int.max : given
      let whole = bytes.byteArray
      var ranges: [Range<Int>] = []
      if let separator = arguments[0], separator != space.none {
        let part = try space.requireBytes(separator)
        guard !part.isEmpty else { throw ObjectError(.valueError, "empty separator") }
        var (start, end) = (0, whole.count)
        if fromEnd {
          while ranges.count < limit, let place = ByteSearch.last(part, in: whole, 0..<end) {
            ranges.append(place + part.count..<end)
            end = place
          }
          ranges.append(0..<end)
          ranges.reverse()
        } else {
          while ranges.count < limit, let place = ByteSearch.first(part, in: whole, start..<end) {
            ranges.append(start..<place)
            start = place + part.count
          }
          ranges.append(start..<end)
        }
      } else {
        ranges = space.words(whole.indices, limit: limit, fromEnd: fromEnd) { isSpace(whole[$0]) }
      }
      return try space.makeList(count: ranges.count) { (index) throws(ObjectError) in
        try space.subbytes(of: bytes, ranges[index])
      }
    }
  }

  private static func lines(of bytes: [UInt8], keepsEnds: Bool) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, index) = (0, 0)
    while index < bytes.count {
      guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
        index += 1
        continue
      }
      let end = index
      index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      lines.append(start..<(keepsEnds ? index : end))
      start = index
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}

extension ObjectSpace {
  /// Bytes in a row of others; owned by the caller.
  ///
  /// All of exact bytes are these.
  func subbytes(of bytes: ObjectPointer, _ range: Range<Int>) throws(ObjectError) -> ObjectPointer {
    if range.count == bytes.itemCount, bytes.type == type(.bytes) { return bytes.retained() }
    return try makeBytes(range.map { bytes[byte: BytesOffset.data + $0] })
  }

  fileprivate func padBytes(
    _ bytes: ObjectPointer, _ arguments: [ObjectPointer], _ method: String,
    before: (_ padding: Int, _ width: Int) -> Int
  ) throws(ObjectError) -> ObjectPointer {
    let width = try machineIndex(arguments[0])
    var fill: UInt8 = 0x20
    if arguments.count > 1 {
      guard arguments[1].type.typeFlags & TypeFlag.bytesSubclass != 0, arguments[1].itemCount == 1 else {
        throw ObjectError(
          .typeError,
          "\(method)() argument 2 must be a byte string of length 1, not \(nameInErrors(arguments[1].type))")
      }
      fill = arguments[1][byte: BytesOffset.data]
    }
    let padding = max(width - bytes.itemCount, 0)
    if padding == 0 { return try subbytes(of: bytes, 0..<bytes.itemCount) }
    try checkRoom(width, unit: 1)
    let start = before(padding, width)
    return try makeBytes(
      Array(repeating: fill, count: start) + bytes.byteArray + Array(repeating: fill, count: padding - start))
  }

  fileprivate func joinBytes(
    _ parts: ObjectPointer, with separator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let elements: [ObjectPointer]
    do throws(ObjectError) {
      elements = try iterate(parts)
    } catch {
      guard error.kind == .typeError, specialMethod(names.iterator, of: parts) == nil else { throw error }
      throw ObjectError(.typeError, "can only join an iterable")
    }
    defer { for element in elements { release(element) } }
    if elements.count == 1, elements[0].type == type(.bytes) { return elements[0].retained() }
    var result: [UInt8] = []
    for (place, element) in elements.enumerated() {
      guard element.type.typeFlags & TypeFlag.bytesSubclass != 0 else {
        throw ObjectError(
          .typeError,
          "sequence item \(place): expected a bytes-like object, \(nameInErrors(element.type)) found")
      }
      if place > 0 { result += separator.byteArray }
      result += element.byteArray
    }
    return try makeBytes(result)
  }

  fileprivate func replaceBytes(
    in bytes: ObjectPointer, _ arguments: [ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    let (old, new) = (try requireBytes(arguments[0]), try requireBytes(arguments[1]))
    let given = arguments.count > 2 ? try machineIndex(arguments[2]) : -1
    var left = given < 0 ? Int.max : given
    let whole = bytes.byteArray
    var result: [UInt8] = []
    var start = 0
    if old.isEmpty {
      for index in 0...whole.count {
        if left > 0 {
          result += new
          left -= 1
        }
        if index < whole.count { result.append(whole[index]) }
      }
    } else {
      while left > 0, let place = ByteSearch.first(old, in: whole, start..<whole.count) {
        result += whole[start..<place] + new
        start = place + old.count
        left -= 1
      }
      result += whole[start...]
    }
    return result == whole ? try subbytes(of: bytes, 0..<whole.count) : try makeBytes(result)
  }
}
