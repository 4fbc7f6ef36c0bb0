/// A string as it stands in a program: prefix, quotes, and what is between them.
struct StringLiteral {
  var isRaw: Bool
  var isBytes: Bool
  var body: Substring

  init(_ text: String) {
    let prefix = text.prefix { $0 != "'" && $0 != "\"" }.lowercased()
    isRaw = prefix.contains("r")
    isBytes = prefix.contains("b")
    let rest = text.dropFirst(prefix.count)
    let isTriple = rest.hasPrefix("'''") || rest.hasPrefix("\"\"\"")
    let length = isTriple ? 3 : 1
    body = rest.dropFirst(length).dropLast(rest.count >= 2 * length ? length : 0)
  }

  /// The bytes that a bytes literal stands for.
  func bytes(at range: SourceRange) throws(ProgramError) -> [UInt8] {
    guard body.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw ProgramError("bytes can only contain ASCII literal characters", range)
    }
    if isRaw { return Array(body.utf8) }
    return try Self.decode(body, isBytes: true, at: range).map { UInt8(truncatingIfNeeded: $0) }
  }

  /// The characters that a string's text stands for.
  static func codePoints(
    _ text: Substring, isRaw: Bool, at range: SourceRange
  ) throws(ProgramError) -> [UInt32] {
    if isRaw || !text.utf8.contains(0x5C) { return text.unicodeScalars.map(\.value) }
    return try decode(text, isBytes: false, at: range)
  }

  private static let plain: [Unicode.Scalar: UInt32] = [
    "\\": 0x5C, "'": 0x27, "\"": 0x22, "a": 7, "b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11,
  ]

  private static func decode(
    _ text: Substring, isBytes: Bool, at range: SourceRange
  ) throws(ProgramError) -> [UInt32] {
    var points: [UInt32] = []
    var rest = Array(text.unicodeScalars)[...]
    var place = 0
    func fail(_ what: String, _ end: Int) -> ProgramError {
      if isBytes { return ProgramError("(value error) invalid \\x escape at position \(place)", range) }
      return ProgramError(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position \(place)-\(end): \(what)", range
      )
    }
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        points.append(scalar.value)
        place += 1
        continue
      }
      guard let mark = rest.popFirst() else {
        points.append(0x5C)
        break
      }
      if mark == "\n" {
        place += 2
        continue
      }
      if let point = plain[mark] {
        points.append(point)
        place += 2
        continue
      }
      let lengths: [Unicode.Scalar: Int] = isBytes ? ["x": 2] : ["x": 2, "u": 4, "U": 8]
      if let length = lengths[mark] {
        let digits = rest.prefix(length).prefix { $0.isASCII && $0.properties.isHexDigit }
        guard digits.count == length, let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else {
          let form = String(repeating: "X", count: length)
          throw fail("truncated \\\(mark)\(form) escape", place + 1 + digits.count)
        }
        guard value < 0x110000 else { throw fail("illegal Unicode character", place + 1 + length) }
        rest = rest.dropFirst(length)
        points.append(value)
        place += 2 + length
      } else if ("0"..."7").contains(mark) {
        var digits = String(mark)
        while digits.count < 3, let next = rest.first, ("0"..."7").contains(next) {
          digits.unicodeScalars.append(next)
          rest = rest.dropFirst()
        }
        points.append((UInt32(digits, radix: 8) ?? 0) & (isBytes ? 0xFF : 0x1FF))
        place += 1 + digits.count
      } else if mark == "N", !isBytes {
        guard rest.first == "{", let close = rest.firstIndex(of: "}") else {
          throw fail("malformed \\N character escape", place + 1)
        }
        let name = String(String.UnicodeScalarView(rest[rest.index(after: rest.startIndex)..<close]))
        guard let found = character(named: name) else {
          throw fail("unknown Unicode character name", place + 3 + name.unicodeScalars.count)
        }
        points.append(found)
        rest = rest[(close + 1)...]
        place += 4 + name.unicodeScalars.count
      } else {
        // What is no escape stays as it is.
        points += [0x5C, mark.value]
        place += 2
      }
    }
    return points
  }

  /// The character of a Unicode name.
  private static func character(named name: String) -> UInt32? {
    let sought = name.uppercased()
    for value in UInt32(0x20)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if scalar.properties.name == sought || scalar.properties.nameAlias == sought { return value }
    }
    return nil
  }
}
