extension BuiltinMethod {
  /// Methods of strings that give them another form.
  static let stringForms: [BuiltinMethod] = [
    BuiltinMethod("capitalize", 0) { (space, string, _) throws(ObjectError) in
      try space.mapCharacters(of: string) { points, index in
        index == 0 ? UnicodeCharacter(points[0]).title : space.lower(points, index)
      }
    },
    BuiltinMethod("casefold", 0) { (space, string, _) throws(ObjectError) in
      try space.mapCharacters(of: string) { points, index in UnicodeCharacter(points[index]).folded }
    },
    BuiltinMethod("center", 1, 2) { (space, string, arguments) throws(ObjectError) in
      try space.pad(string, arguments) { padding, width in padding / 2 + (padding & width & 1) }
    },
    BuiltinMethod("encode", BuiltinParameters("encoding", "errors")) {
      (space, string, arguments) throws(ObjectError) in
      let texts = try space.codecTexts(arguments, method: "encode")
      return try space.makeBytes(space.encode(string, texts.encoding, texts.errors))
    },
    BuiltinMethod("expandtabs", BuiltinParameters("tabsize")) {
      (space, string, arguments) throws(ObjectError) in
      let size = try arguments[0].map { (value) throws(ObjectError) in try space.nativeInteger(value) } ?? 8
      return try space.makeString(codePoints: space.expanded(string.codePoints, tab: size))
    },
    BuiltinMethod("format", anyNames: .max) { (space, string, arguments, keywords) throws(ObjectError) in
      var formatter = FieldFormatter(space, arguments) { (name) throws(ObjectError) in
        guard let found = keywords.first(where: { space.stringsAreEqual($0.name, name) }) else {
          throw space.missingKey(name)
        }
        return found.value.retained()
      }
      return try space.makeString(codePoints: formatter.filled(string.codePoints[...]))
    },
    BuiltinMethod("format_map", 1) { (space, string, arguments) throws(ObjectError) in
      let mapping = arguments[0]
      var formatter = FieldFormatter(space, nil) { (name) throws(ObjectError) in
        try space.item(at: name, of: mapping)
      }
      return try space.makeString(codePoints: formatter.filled(string.codePoints[...]))
    },
    BuiltinMethod("ljust", 1, 2) { (space, string, arguments) throws(ObjectError) in
      try space.pad(string, arguments) { _, _ in 0 }
    },
    BuiltinMethod("lower", 0) { (space, string, _) throws(ObjectError) in
      try space.mapCharacters(of: string) { points, index in space.lower(points, index) }
    },
    BuiltinMethod("maketrans", 1, 3, binding: .nothing) { (space, _, arguments) throws(ObjectError) in
      try space.makeTranslation(arguments)
    },
    BuiltinMethod("rjust", 1, 2) { (space, string, arguments) throws(ObjectError) in
      try space.pad(string, arguments) { padding, _ in padding }
    },
    BuiltinMethod("swapcase", 0) { (space, string, _) throws(ObjectError) in
      try space.mapCharacters(of: string) { points, index in
        let character = UnicodeCharacter(points[index])
        return character.isUpper
          ? space.lower(points, index) : character.isLower ? character.upper : [points[index]]
      }
    },
    BuiltinMethod("title", 0) { (space, string, _) throws(ObjectError) in
      try space.mapCharacters(of: string) { points, index in
        let isInside = index > 0 && UnicodeCharacter(points[index - 1]).isCased
        return isInside ? space.lower(points, index) : UnicodeCharacter(points[index]).title
      }
    },
    BuiltinMethod("translate", 1) { (space, string, arguments) throws(ObjectError) in
      try space.translate(string, by: arguments[0])
    },
    BuiltinMethod("upper", 0) { (space, string, _) throws(ObjectError) in
      try space.mapCharacters(of: string) { points, index in UnicodeCharacter(points[index]).upper }
    },
    BuiltinMethod("zfill", 1) { (space, string, arguments) throws(ObjectError) in
      let padding = max(try space.machineIndex(arguments[0]) - string.stringLength, 0)
      let result = try space.padded(string, 0..<string.stringLength, before: padding, after: 0, fill: 0x30)
      guard padding > 0, string.stringLength > 0 else { return result }
      let sign = string.character(at: 0)
      guard sign == 0x2B || sign == 0x2D else { return result }
      defer { space.release(result) }
      var points = result.codePoints
      points.swapAt(0, padding)
      return try space.makeString(codePoints: points)
    },
  ]

  /// Methods that say what a string's characters are.
  static let stringTests: [BuiltinMethod] = [
    test("isalnum") { $0.isLetterOrNumber }, test("isalpha") { $0.isLetter },
    BuiltinMethod("isascii", 0) { (space, string, _) throws(ObjectError) in
      space.bool(StringState(string).isASCII)
    },
    test("isdecimal") { $0.isDecimal }, test("isdigit") { $0.isDigit },
    BuiltinMethod("isidentifier", 0) { (space, string, _) throws(ObjectError) in
      space.bool(space.isIdentifier(string))
    },
    BuiltinMethod("islower", 0) { (space, string, _) throws(ObjectError) in
      let characters = string.codePoints.map { UnicodeCharacter($0) }
      return space.bool(
        characters.contains { $0.isLower } && !characters.contains { $0.isUpper || $0.isTitle })
    },
    test("isnumeric") { $0.isNumeric },
    BuiltinMethod("isprintable", 0) { (space, string, _) throws(ObjectError) in
      space.bool(string.codePoints.allSatisfy { UnicodeCharacter($0).isPrintable })
    },
    test("isspace") { $0.isSpace },
    BuiltinMethod("istitle", 0) { (space, string, _) throws(ObjectError) in
      var (isInside, hasCased) = (false, false)
      for point in string.codePoints {
        let character = UnicodeCharacter(point)
        if character.isUpper || character.isTitle {
          if isInside { return space.falseObject }
          (isInside, hasCased) = (true, true)
        } else if character.isLower {
          if !isInside { return space.falseObject }
          (isInside, hasCased) = (true, true)
        } else {
          isInside = false
        }
      }
      return space.bool(hasCased)
    },
    BuiltinMethod("isupper", 0) { (space, string, _) throws(ObjectError) in
      let characters = string.codePoints.map { UnicodeCharacter($0) }
      return space.bool(
        characters.contains { $0.isUpper } && !characters.contains { $0.isLower || $0.isTitle })
    },
  ]

  /// A method that says whether there are characters, all of a kind.
  private static func test(_ name: String, _ isOfKind: @escaping @Sendable (UnicodeCharacter) -> Bool)
    -> BuiltinMethod
  {
    BuiltinMethod(name, 0) { (space, string, _) throws(ObjectError) in
      let count = string.stringLength
      return space.bool(
        count > 0 && (0..<count).allSatisfy { isOfKind(UnicodeCharacter(string.character(at: $0))) })
    }
  }
}

extension ObjectSpace {
  /// A new string of what a closure makes of each character.
  fileprivate func mapCharacters(
    of string: ObjectPointer, _ change: ([UInt32], Int) -> [UInt32]
  ) throws(ObjectError) -> ObjectPointer {
    let points = string.codePoints
    guard !points.isEmpty else { return emptyString }
    var result: [UInt32] = []
    result.reserveCapacity(points.count)
    for index in points.indices { result += change(points, index) }
    return try fill(makeStringStorage(length: result.count, largest: result.max() ?? 0), with: result)
  }

  /// A character in small letters: a sigma at the end of a word has a form of its own.
  fileprivate func lower(_ points: [UInt32], _ index: Int) -> [UInt32] {
    let point = points[index]
    if point < 0x80 { return [0x41...0x5A ~= point ? point + 32 : point] }
    guard point == 0x3A3 else { return UnicodeCharacter(point).lower }
    func isIgnored(_ point: UInt32) -> Bool {
      Unicode.Scalar(point)?.properties.isCaseIgnorable ?? false
    }
    let before = points[..<index].last { !isIgnored($0) }
    let behind = points[(index + 1)...].first { !isIgnored($0) }
    let isFinal =
      (before.map { UnicodeCharacter($0).isCased } ?? false)
      && !(behind.map { UnicodeCharacter($0).isCased } ?? false)
    return [isFinal ? 0x3C2 : 0x3C3]
  }

  fileprivate func pad(
    _ string: ObjectPointer, _ arguments: [ObjectPointer], before: (_ padding: Int, _ width: Int) -> Int
  ) throws(ObjectError) -> ObjectPointer {
    let width = try machineIndex(arguments[0])
    var fill: UInt32 = 0x20
    if arguments.count > 1 {
      guard arguments[1].type.typeFlags & TypeFlag.stringSubclass != 0 else {
        throw ObjectError(
          .typeError,
          "The fill character must be a unicode character, not \(nameInErrors(arguments[1].type))")
      }
      guard arguments[1].stringLength == 1 else {
        throw ObjectError(.typeError, "The fill character must be exactly one character long")
      }
      fill = arguments[1].character(at: 0)
    }
    let padding = max(width - string.stringLength, 0)
    let start = before(padding, width)
    return try padded(
      string, 0..<string.stringLength, before: start, after: padding - start, fill: fill)
  }

  /// Characters with spaces instead of tabs.
  func expanded<Unit: FixedWidthInteger>(_ units: [Unit], tab: Int) -> [Unit] {
    var result: [Unit] = []
    var column = 0
    for unit in units {
      if unit == 0x09 {
        guard tab > 0 else { continue }
        let count = tab - column % tab
        column += count
        result += repeatElement(0x20, count: count)
      } else {
        result.append(unit)
        column = unit == 0x0A || unit == 0x0D ? 0 : column + 1
      }
    }
    return result
  }
}
