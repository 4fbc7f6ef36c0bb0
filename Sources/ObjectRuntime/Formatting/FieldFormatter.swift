/// Fills the fields in braces of a format, after CPython's `str.format`.
struct FieldFormatter {
  let space: ObjectSpace
  /// The arguments by place; `nil` where there are none, as for `format_map`.
  let arguments: [ObjectPointer]?
  /// The value of a name, owned by the caller.
  let named: (ObjectPointer) throws(ObjectError) -> ObjectPointer
  /// How fields without a number or name are counted; `nil` before the first that tells.
  private var isAutomatic: Bool?
  private var nextNumber = 0

  init(
    _ space: ObjectSpace, _ arguments: [ObjectPointer]?,
    named: @escaping (ObjectPointer) throws(ObjectError) -> ObjectPointer
  ) {
    self.space = space
    self.arguments = arguments
    self.named = named
  }

  /// A field: its name, conversion and specification.
  private struct Field {
    var name: ArraySlice<UInt32>
    var conversion: UInt32?
    var specification: ArraySlice<UInt32> = []
    var isNested = false
  }

  /// The characters of a format with its fields filled.
  ///
  /// - Parameter depth: how deep fields may stand in specifications.
  mutating func filled(_ format: ArraySlice<UInt32>, depth: Int = 2) throws(ObjectError) -> [UInt32] {
    guard depth > 0 else { throw FormatSpecification.error("Max string recursion exceeded") }
    var output: [UInt32] = []
    var index = format.startIndex
    while index < format.endIndex {
      let point = format[index]
      index += 1
      guard point == 0x7B || point == 0x7D else {
        output.append(point)
        continue
      }
      let isEnd = index == format.endIndex
      if point == 0x7D, isEnd || format[index] != 0x7D {
        throw FormatSpecification.error("Single '}' encountered in format string")
      }
      if isEnd { throw FormatSpecification.error("Single '{' encountered in format string") }
      if format[index] == point {
        output.append(point)
        index += 1
        continue
      }
      let field = try readField(format, &index)
      output += try text(of: field, depth)
    }
    return output
  }

  private func readField(
    _ format: ArraySlice<UInt32>, _ index: inout Int
  ) throws(ObjectError) -> Field {
    let start = index
    var end: UInt32?
    while index < format.endIndex, end == nil {
      let point = format[index]
      index += 1
      switch point {
      case 0x7B: throw FormatSpecification.error("unexpected '{' in field name")
      case 0x5B: while index < format.endIndex, format[index] != 0x5D { index += 1 }
      case 0x7D, 0x3A, 0x21: end = point
      default: break
      }
    }
    guard let end else { throw FormatSpecification.error("expected '}' before end of string") }
    var field = Field(name: format[start..<index - 1])
    if end == 0x7D { return field }
    if end == 0x21 {
      guard index < format.endIndex else {
        throw FormatSpecification.error("end of string while looking for conversion specifier")
      }
      field.conversion = format[index]
      index += 1
      if index < format.endIndex {
        let point = format[index]
        index += 1
        if point == 0x7D { return field }
        guard point == 0x3A else {
          throw FormatSpecification.error("expected ':' after conversion specifier")
        }
      }
    }
    let specification = index
    var depth = 1
    while index < format.endIndex {
      let point = format[index]
      index += 1
      if point == 0x7B {
        field.isNested = true
        depth += 1
      } else if point == 0x7D {
        depth -= 1
        guard depth == 0 else { continue }
        field.specification = format[specification..<index - 1]
        return field
      }
    }
    throw FormatSpecification.error("unmatched '{' in format spec")
  }

  private mutating func text(of field: Field, _ depth: Int) throws(ObjectError) -> [UInt32] {
    var value = try value(of: field.name)
    defer { space.release(value) }
    if let conversion = field.conversion {
      let converted: ObjectPointer
      switch conversion {
      case 0x72: converted = try space.representationObject(of: value)
      case 0x73: converted = try space.stringObject(of: value)
      case 0x61: converted = try space.asciiObject(of: value)
      default:
        throw FormatSpecification.error(
          "Unknown conversion specifier \(FormatSpecification.shown(conversion))")
      }
      space.release(value)
      value = converted
    }
    let points =
      field.isNested ? try filled(field.specification, depth: depth - 1) : Array(field.specification)
    let specification = try space.makeString(codePoints: points)
    defer { space.release(specification) }
    let text = try space.format(value, specification)
    defer { space.release(text) }
    return text.codePoints
  }

  // MARK: Names

  /// What a field's name leads to, owned by the caller.
  private mutating func value(of name: ArraySlice<UInt32>) throws(ObjectError) -> ObjectPointer {
    var index = name.firstIndex { $0 == 0x2E || $0 == 0x5B } ?? name.endIndex
    let first = name[..<index]
    var value = try firstValue(first)
    do throws(ObjectError) {
      while index < name.endIndex {
        let next = try step(from: value, name, &index)
        space.release(value)
        value = next
      }
    } catch {
      space.release(value)
      throw error
    }
    return value
  }

  private mutating func firstValue(_ name: ArraySlice<UInt32>) throws(ObjectError) -> ObjectPointer {
    var number = try wholeNumber(name)
    if name.isEmpty || number != nil {
      if isAutomatic == nil { isAutomatic = name.isEmpty }
      guard isAutomatic == name.isEmpty else {
        throw FormatSpecification.error(
          name.isEmpty
            ? "cannot switch from manual field specification to automatic field numbering"
            : "cannot switch from automatic field numbering to manual field specification")
      }
      if name.isEmpty {
        number = nextNumber
        nextNumber += 1
      }
    }
    guard let number else {
      let key = try space.makeString(codePoints: name)
      defer { space.release(key) }
      return try named(key)
    }
    guard let arguments else {
      throw FormatSpecification.error("Format string contains positional fields")
    }
    guard number < arguments.count else {
      throw ObjectError(
        .indexError, "Replacement index \(number) out of range for positional args tuple")
    }
    return arguments[number].retained()
  }

  private func wholeNumber(_ text: ArraySlice<UInt32>) throws(ObjectError) -> Int? {
    var index = 0
    let number = try FormatSpecification.number(text, &index)
    return index == text.count ? number : nil
  }

  /// The attribute or item that the next part of a name leads to, owned by the caller.
  private func step(
    from value: ObjectPointer, _ name: ArraySlice<UInt32>, _ index: inout Int
  ) throws(ObjectError) -> ObjectPointer {
    let mark = name[index]
    index += 1
    let rest = name[index...]
    if mark == 0x2E {
      index = rest.firstIndex { $0 == 0x2E || $0 == 0x5B } ?? name.endIndex
      let part = rest[..<index]
      guard !part.isEmpty else { throw FormatSpecification.error("Empty attribute in format string") }
      let attribute = space.intern(try space.makeString(codePoints: part))
      defer { space.release(attribute) }
      return try space.attribute(attribute, of: value)
    }
    guard mark == 0x5B else {
      throw FormatSpecification.error("Only '.' or '[' may follow ']' in format field specifier")
    }
    guard let end = rest.firstIndex(of: 0x5D) else {
      throw FormatSpecification.error("Missing ']' in format string")
    }
    let part = rest[..<end]
    index = end + 1
    guard !part.isEmpty else { throw FormatSpecification.error("Empty attribute in format string") }
    let number = try wholeNumber(part)
    let key: ObjectPointer
    if let number {
      key = try space.makeInteger(number)
    } else {
      key = try space.makeString(codePoints: part)
    }
    defer { space.release(key) }
    return try space.item(at: key, of: value)
  }
}
