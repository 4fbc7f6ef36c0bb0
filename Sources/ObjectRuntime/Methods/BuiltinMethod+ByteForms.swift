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
    BuiltinMethod("maketrans", 2, binding: .nothing) { (space, _, arguments) throws(ObjectError) in
      let (from, to) = (try space.requireBytes(arguments[0]), try space.requireBytes(arguments[1]))
      guard from.count == to.count else {
        throw ObjectError(.valueError, "maketrans arguments must have same length")
      }
      var table = (0...255).map { UInt8($0) }
      for (key, value) in zip(from, to) { table[Int(key)] = value }
      return try space.makeBytes(table)
    },
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
    BuiltinMethod("translate", BuiltinParameters("table", "delete", required: 1, positionalOnly: 1)) {
      (space, bytes, arguments) throws(ObjectError) in
      let table = try arguments[0].flatMap { (given) throws(ObjectError) in
        given == space.none ? nil : try space.requireBytes(given)
      }
      if let table, table.count != 256 {
        throw ObjectError(.valueError, "translation table must be 256 characters long")
      }
      let deleted =
        try arguments[1].map { (given) throws(ObjectError) in try space.requireBytes(given) } ?? []
      let result = bytes.byteArray.filter { !deleted.contains($0) }.map { table?[Int($0)] ?? $0 }
      return try space.makeBytes(result)
    },
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
