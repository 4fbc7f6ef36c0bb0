/// Fills the fields of a `%` format, after CPython's `PyUnicode_Format`.
struct PercentFormatter {
  let space: ObjectSpace
  /// Whether bytes are made.
  let isBytes: Bool
  private let format: [UInt32]
  private let arguments: ObjectPointer
  private var index = 0
  /// How many of the arguments are taken.
  private var taken = 0
  /// The value of the last key, which stands for the arguments.
  private var keyed: ObjectPointer?
  private var output: [UInt32] = []

  init(_ space: ObjectSpace, _ format: [UInt32], _ arguments: ObjectPointer, isBytes: Bool) {
    self.space = space
    self.format = format
    self.arguments = arguments
    self.isBytes = isBytes
  }

  private var isMapping: Bool {
    let body = arguments.plan.body
    if body == .tuple { return false }
    if body == .list || body == .dict { return true }
    let flags = arguments.type.typeFlags
    if flags & TypeFlag.stringSubclass != 0 { return false }
    // Bytes are filled by bytes alone.
    if arguments.isBytes { return !isBytes || arguments.plan.body == .byteArray }
    if arguments.type == space.type(.range) || arguments.type == space.type(.mappingProxy) { return true }
    return space.specialMethod(space.names.getItem, of: arguments) != nil
  }

  /// The characters or bytes that come of it.
  mutating func filled() throws(ObjectError) -> [UInt32] {
    defer { if let keyed { space.release(keyed) } }
    while index < format.count {
      let point = format[index]
      index += 1
      if point == 0x25 { try fillField() } else { output.append(point) }
    }
    let isAllTaken = arguments.plan.body == .tuple ? taken >= arguments.itemCount : taken > 0 || isMapping
    guard isAllTaken || keyed != nil else {
      let noun = isBytes ? "bytes" : "string"
      throw ObjectError(.typeError, "not all arguments converted during \(noun) formatting")
    }
    return output
  }

  private mutating func next() throws(ObjectError) -> ObjectPointer {
    if let keyed {
      guard taken < 0 else { throw tooFew() }
      taken = 0
      return keyed
    }
    guard arguments.plan.body == .tuple else {
      guard taken == 0 else { throw tooFew() }
      taken = 1
      return arguments
    }
    guard taken < arguments.itemCount, let item = space.item(taken, of: arguments) else { throw tooFew() }
    taken += 1
    return item
  }

  private func tooFew() -> ObjectError {
    ObjectError(.typeError, "not enough arguments for format string")
  }

  private mutating func fillField() throws(ObjectError) {
    var field = PercentField()
    if index < format.count, format[index] == 0x28 { try readKey() }
    while index < format.count, field.note(format[index]) { index += 1 }
    field.width = try number("width")
    if let width = field.width, width < 0 {
      field.isLeft = true
      field.width = -width
    }
    if index < format.count, format[index] == 0x2E {
      index += 1
      field.precision = max(try number("precision") ?? 0, 0)
    }
    if index < format.count, format[index] == 0x68 || format[index] == 0x6C || format[index] == 0x4C {
      index += 1
    }
    guard index < format.count else { throw FormatSpecification.error("incomplete format") }
    field.letter = format[index]
    index += 1
    if field.letter == 0x25, field.width == nil, field.precision == nil { return output.append(0x25) }
    let value = try next()
    value.retain()
    defer { space.release(value) }
    output += try text(of: value, field)
  }

  /// Takes the value of a key in parentheses for all that follows.
  private mutating func readKey() throws(ObjectError) {
    guard isMapping else { throw ObjectError(.typeError, "format requires a mapping") }
    index += 1
    let start = index
    var depth = 1
    while depth > 0, index < format.count {
      if format[index] == 0x28 { depth += 1 }
      if format[index] == 0x29 { depth -= 1 }
      index += 1
    }
    guard depth == 0 else { throw FormatSpecification.error("incomplete format key") }
    let points = format[start..<index - 1]
    let key = try isBytes ? space.makeBytes(points.map { UInt8($0) }) : space.makeString(codePoints: points)
    defer { space.release(key) }
    let value = try space.item(at: key, of: arguments)
    if let keyed { space.release(keyed) }
    keyed = value
    taken = -1
  }

  /// A width or precision; `nil` where there is none.
  private mutating func number(_ noun: String) throws(ObjectError) -> Int? {
    guard index < format.count else { return nil }
    if format[index] == 0x2A {
      index += 1
      let value = try next()
      guard value.type.typeFlags & TypeFlag.integerSubclass != 0 else {
        throw ObjectError(.typeError, "* wants int")
      }
      guard let number = value.integerValue else {
        throw ObjectError(.overflowError, "Python int too large to convert to C ssize_t")
      }
      return number
    }
    var value: Int?
    while index < format.count, 0x30...0x39 ~= format[index] {
      let (product, overflows) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, alsoOverflows) = product.addingReportingOverflow(Int(format[index]) - 0x30)
      guard !overflows, !alsoOverflows, sum <= (noun == "width" ? Int.max : Int(Int32.max)) else {
        throw FormatSpecification.error("\(noun) too big")
      }
      value = sum
      index += 1
    }
    return value
  }

  private func text(of value: ObjectPointer, _ field: PercentField) throws(ObjectError) -> [UInt32] {
    switch field.letter {
    case 0x73, 0x62:
      if isBytes { return field.laidOut(text: try bytes(of: value)) }
      if field.letter == 0x62 { break }
      return field.laidOut(text: try points(space.stringObject(of: value)))
    case 0x72:
      return field.laidOut(
        text: try points(isBytes ? space.asciiObject(of: value) : space.representationObject(of: value)))
    case 0x61: return field.laidOut(text: try points(space.asciiObject(of: value)))
    case 0x64, 0x69, 0x75, 0x78, 0x58, 0x6F:
      return field.laidOut(number: try space.integerText(of: value, field))
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47:
      let number = try space.formattedDouble(of: value, isBytes: isBytes)
      let formatted = FormattedDouble(
        number, Character(Unicode.Scalar(UInt8(field.letter))), precision: field.precision ?? 6,
        isAlternate: field.isAlternate)
      return field.laidOut(number: (formatted.isNegative ? "-" : "") + formatted.text)
    case 0x63:
      var plain = field
      plain.precision = nil
      return plain.laidOut(text: [try isBytes ? space.byteValue(of: value) : space.characterValue(of: value)])
    default: break
    }
    let letter = field.letter
    let shown = 31...126 ~= letter ? String(Unicode.Scalar(UInt8(letter))) : isBytes ? "\(letter)" : "?"
    throw FormatSpecification.error(
      "unsupported format character '\(shown)' (0x\(String(letter, radix: 16))) at index \(index - 1)")
  }

  private func points(_ string: ObjectPointer) -> [UInt32] {
    defer { space.release(string) }
    return string.codePoints
  }

  private func bytes(of value: ObjectPointer) throws(ObjectError) -> [UInt32] {
    if value.isBytes { return value.byteArray.map(UInt32.init) }
    if let method = space.specialMethod(space.state.specialNames[.bytes], of: value) {
      let result = try space.callMethod(method, on: value, [])
      defer { space.release(result) }
      guard result.isBytes else {
        throw ObjectError(
          .typeError, "__bytes__ returned non-bytes (type \(space.nameInErrors(result.type)))")
      }
      return result.byteArray.map(UInt32.init)
    }
    throw ObjectError(
      .typeError,
      "%b requires a bytes-like object, or an object that implements __bytes__, not "
        + "'\(space.nameInErrors(value.type))'")
  }
}
