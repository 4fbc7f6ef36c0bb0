import BigInt

extension ObjectSpace {
  /// Formats an integer; owned by the caller.
  func formatInteger(
    _ object: ObjectPointer, _ specification: FormatSpecification
  ) throws(ObjectError) -> ObjectPointer {
    var radix = 10
    switch specification.type {
    case 0x62: radix = 2
    case 0x6F: radix = 8
    case 0x78, 0x58: radix = 16
    case 0x63, 0x64, 0x6E: break
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x25:
      return try formatDouble(nearestDouble(object), specification, of: object)
    default: throw specification.unknownType(of: nameInErrors(object.type))
    }
    if specification.precision != nil {
      throw FormatSpecification.error("Precision not allowed in integer format specifier")
    }
    if specification.hidesNegativeZero {
      throw FormatSpecification.error("Negative zero coercion (z) not allowed in integer format specifier")
    }
    if specification.type == 0x63 { return try formatCharacter(object, specification) }
    let isCapital = specification.type == 0x58
    let prefix = specification.isAlternate && radix != 10 ? radix == 2 ? "0b" : radix == 8 ? "0o" : "0x" : ""
    let layout = NumberLayout(
      isNegative: object.isNegativeInteger, prefix: isCapital ? prefix.uppercased() : prefix,
      text: digitText(of: object, radix: radix, isCapital: isCapital), isLetterDigit: radix == 16)
    return try makeString(codePoints: layout.laidOut(specification, groupSize: radix == 10 ? 3 : 4))
  }

  /// The digits of an integer's magnitude.
  func digitText(of object: ObjectPointer, radix: Int, isCapital: Bool = false) -> String {
    if let value = object.integerValue {
      return String(value.magnitude, radix: radix, uppercase: isCapital)
    }
    if radix == 10 { return String(decimalText(of: object).drop { $0 == "-" }) }
    return String(object.bigInteger.magnitude, radix: radix, uppercase: isCapital)
  }

  private func formatCharacter(
    _ object: ObjectPointer, _ specification: FormatSpecification
  ) throws(ObjectError) -> ObjectPointer {
    if specification.sign != nil {
      throw FormatSpecification.error("Sign not allowed with integer format specifier 'c'")
    }
    if specification.isAlternate {
      throw FormatSpecification.error("Alternate form (#) not allowed with integer format specifier 'c'")
    }
    guard let value = object.integerValue else {
      throw ObjectError(.overflowError, "Python int too large to convert to C long")
    }
    guard 0..<0x110000 ~= value else {
      throw ObjectError(.overflowError, "%c arg not in range(0x110000)")
    }
    let padding = max((specification.width ?? 0) - 1, 0)
    let before =
      switch specification.alignment {
      case 0x3C: 0
      case 0x5E: padding / 2
      default: padding
      }
    let character = try makeCharacter(UInt32(value))
    defer { release(character) }
    return try padded(
      character, 0..<1, before: before, after: padding - before, fill: specification.fill)
  }

  /// Formats a floating-point number; owned by the caller.
  func formatDouble(
    _ value: Double, _ specification: FormatSpecification, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let (text, isNegative) = try text(of: value, specification, of: object)
    let layout = NumberLayout(isNegative: isNegative, text: text)
    return try makeString(codePoints: layout.laidOut(specification, groupSize: 3))
  }

  /// The text of a floating-point number without its sign.
  private func text(
    of value: Double, _ specification: FormatSpecification, of object: ObjectPointer, addsPoint: Bool = true
  ) throws(ObjectError) -> (text: String, isNegative: Bool) {
    var letter: Character
    switch specification.type {
    case nil: letter = specification.precision == nil ? "r" : "g"
    case 0x6E: letter = "g"
    case 0x25: letter = "f"
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47:
      letter = Character(Unicode.Scalar(UInt8(specification.type ?? 0)))
    default: throw specification.unknownType(of: nameInErrors(object.type))
    }
    let isPercent = specification.type == 0x25
    let precision = specification.precision ?? (letter == "r" ? 0 : 6)
    guard precision <= Int32.max else { throw FormatSpecification.error("precision too big") }
    let formatted = FormattedDouble(
      isPercent ? value * 100 : value, letter, precision: precision, isAlternate: specification.isAlternate,
      addsPoint: specification.type == nil && addsPoint, hidesNegativeZero: specification.hidesNegativeZero)
    return (formatted.text + (isPercent ? "%" : ""), formatted.isNegative)
  }

  /// Formats a complex number; owned by the caller.
  func formatComplex(
    _ object: ObjectPointer, _ specification: FormatSpecification
  ) throws(ObjectError) -> ObjectPointer {
    if specification.type == 0x25 { throw specification.unknownType(of: nameInErrors(object.type)) }
    let value = try complexValue(of: object)
    var part = specification
    part.width = nil
    let (realText, isNegative) = try text(of: value.real, specification, of: object, addsPoint: false)
    let (imaginaryText, isBelow) = try text(of: value.imaginary, specification, of: object, addsPoint: false)
    if specification.fill == 0x30, !specification.isFillGiven || specification.alignment == 0x3D {
      throw FormatSpecification.error("Zero padding is not allowed in complex format specifier")
    }
    if specification.alignment == 0x3D {
      throw FormatSpecification.error("'=' alignment flag is not allowed in complex format specifier")
    }
    part.fill = 0x20
    let isBare = specification.type == nil
    let skipsReal = isBare && value.real == 0 && value.real.sign == .plus
    var points: [UInt32] = []
    if !skipsReal {
      points = NumberLayout(isNegative: isNegative, text: realText).laidOut(part, groupSize: 3)
      part.sign = 0x2B
    }
    points += NumberLayout(isNegative: isBelow, text: imaginaryText).laidOut(part, groupSize: 3) + [0x6A]
    if isBare, !skipsReal { points = [0x28] + points + [0x29] }
    let padding = [UInt32](
      repeating: specification.fill, count: max((specification.width ?? 0) - points.count, 0))
    let before =
      switch specification.alignment {
      case 0x3C: 0
      case 0x5E: padding.count / 2
      default: padding.count
      }
    return try makeString(codePoints: padding.prefix(before) + points + padding.dropFirst(before))
  }
}
