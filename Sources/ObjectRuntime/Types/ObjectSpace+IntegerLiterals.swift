import BigInt

extension ObjectSpace {
  /// The integer that a number or a text stands for, as `int(value)`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for a text that is no number, `typeError` for another object.
  func integer(of value: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if value.type == type(.int) { return value.retained() }
    if let method = specialMethod(state.specialNames[.integer], of: value) {
      return try integer(askedBy: method, "__int__", of: value)
    }
    if isSubtype(value.type, type(.int)) { return try makeInteger(value.bigInteger) }
    if isSubtype(value.type, type(.float)) {
      let number = value.doubleValue
      if number.isNaN { throw ObjectError(.valueError, "cannot convert float NaN to integer") }
      if number.isInfinite { throw ObjectError(.overflowError, "cannot convert float infinity to integer") }
      return try makeInteger(BigInt(number.rounded(.towardZero)))
    }
    if let index = try indexObject(of: value) { return index }
    if let method = specialMethod(state.specialNames[.truncate], of: value) {
      return try integer(askedBy: method, "__trunc__", of: value)
    }
    if let text = literalText(of: value) { return try integer(text, base: 10, of: value) }
    throw ObjectError(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not "
        + "'\(nameInErrors(value.type))'")
  }

  /// The integer that a text stands for in a base, as `int(text, base)`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for another base or a text that is no number in it, `typeError` for
  ///   an object that is no text.
  func integer(of value: ObjectPointer, base: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try checkIndex(base)
    guard let radix = base.integerValue, radix == 0 || (2...36).contains(radix) else {
      throw ObjectError(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    guard let text = literalText(of: value) else {
      throw ObjectError(.typeError, "int() can't convert non-string with explicit base")
    }
    return try integer(text, base: radix, of: value)
  }

  /// What a program's method says that an object is as an integer.
  private func integer(
    askedBy method: ObjectPointer, _ name: String, of value: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let result = try callMethod(method, on: value, [])
    if result.type == type(.int) { return result }
    defer { release(result) }
    guard isSubtype(result.type, type(.int)) else {
      throw ObjectError(
        .typeError,
        name == "__trunc__"
          ? "__trunc__ returned non-Integral (type \(nameInErrors(result.type)))"
          : "\(name) returned non-int (type \(nameInErrors(result.type)))")
    }
    return try makeInteger(result.bigInteger)
  }

  /// What a text or bytes say; `nil` for any other object.
  func literalText(of value: ObjectPointer) -> String? {
    if isSubtype(value.type, type(.string)) { return value.text }
    if value.isBytes { return String(decoding: value.byteArray, as: UTF8.self) }
    return nil
  }

  private func integer(_ text: String, base: Int, of value: ObjectPointer) throws(ObjectError)
    -> ObjectPointer
  {
    if base & (base - 1) != 0 || base == 0, text.utf8.count > IntegerLiteral.digitLimit {
      let count = text.unicodeScalars.count { $0.properties.numericType == .decimal }
      let hasPrefix = base == 0 && text.lowercased().contains { "xob".contains($0) }
      guard count <= IntegerLiteral.digitLimit || hasPrefix else {
        throw ObjectError(
          .valueError,
          "Exceeds the limit (\(IntegerLiteral.digitLimit) digits) for integer string conversion: value has "
            + "\(count) digits; use sys.set_int_max_str_digits() to increase the limit")
      }
    }
    guard let number = IntegerLiteral.value(of: text.trimmingWhitespace, base: base) else {
      throw ObjectError(
        .valueError, "invalid literal for int() with base \(base): \(describe(value, limit: 200))")
    }
    return try makeInteger(number, room: IntegerLiteral.room(of: text, base: base))
  }

  /// Makes an integer with room for a number of digits of 30 bits, as that which is read from a text has.
  private func makeInteger(_ number: BigInt, room: Int) throws(ObjectError) -> ObjectPointer {
    let value = try makeInteger(number)
    let count = max(value.digitCount, 1)
    // A single digit that no text had to be read for takes more.
    guard !value.isImmortal, room > count || count == 1 else { return value }
    defer { release(value) }
    let object = try allocatePlain(type(.int), size: IntegerOffset.digits + 4 * max(room, count))
    object.copy(8 + 4 * count, bytesFrom: value, at: IntegerOffset.tag, to: IntegerOffset.tag)
    return object
  }
}

/// Integers as programs write them.
enum IntegerLiteral {
  /// How many digits CPython reads and writes in a base that is no power of two.
  static let digitLimit = 4_300

  /// How many digits of 30 bits CPython takes memory for to read a text.
  static func room(of text: String, base: Int) -> Int {
    let digits = text.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    if base > 0, base & (base - 1) == 0 { return (digits * base.trailingZeroBitCount + 29) / 30 }
    // What a decimal digit takes of one of 30 bits; of other bases it is no more than whole bits.
    let bits = base == 0 || base == 10 ? 3.321928094887362 : Double(Int.bitWidth - base.leadingZeroBitCount)
    return Int(Double(digits) * bits / 30 + 1)
  }

  /// The value of a literal.
  ///
  /// - Parameters:
  ///   - text: a sign, a prefix and digits, single underscores between them.
  ///   - base: 2 to 36; 0 where the prefix tells it.
  /// - Returns: `nil` where it is none.
  static func value(of text: Substring, base: Int) -> BigInt? {
    var rest = text
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    var radix = base == 0 ? 10 : base
    let prefixes: [(String, Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
    let prefix = prefixes.first { rest.prefix(2).lowercased() == $0.0 && (base == 0 || base == $0.1) }
    if let prefix {
      radix = prefix.1
      rest = rest.dropFirst(2)
      if rest.first == "_" { rest = rest.dropFirst() }
    }
    guard let digits = digits(rest, radix) else { return nil }
    // A number that the prefix could tell must not begin with a zero.
    if base == 0, prefix == nil, digits.first == "0", digits.contains(where: { $0 != "0" }) { return nil }
    let magnitude = magnitude(of: digits, radix)
    return isNegative ? -magnitude : magnitude
  }

  /// The value of digits, a machine word's worth at a time: `BigInt` itself traps in some bases.
  private static func magnitude(of digits: String, _ radix: Int) -> BigInt {
    var value = BigInt()
    var (word, scale) = (0, 1)
    for digit in digits {
      word = word * radix + (digit.wholeNumberValue ?? Int(digit.asciiValue ?? 0) - 87)
      scale *= radix
      if scale > 1 << 50 {
        value = value * BigInt(scale) + BigInt(word)
        (word, scale) = (0, 1)
      }
    }
    return value * BigInt(scale) + BigInt(word)
  }

  /// The digits of a literal as ASCII, without the underscores between them.
  private static func digits(_ text: Substring, _ radix: Int) -> String? {
    var digits = ""
    var wasDigit = false
    for scalar in text.unicodeScalars {
      if scalar == "_" {
        guard wasDigit else { return nil }
        wasDigit = false
        continue
      }
      let isDecimal = scalar.properties.numericType == .decimal
      let value = isDecimal ? scalar.properties.numericValue.map { Int($0) } : Int(String(scalar), radix: 36)
      guard let value, value < radix else { return nil }
      digits += String(value, radix: 36)
      wasDigit = true
    }
    return wasDigit ? digits : nil
  }
}
