/// A format specification as programs write it behind a colon, after CPython's `format_spec` grammar.
struct FormatSpecification {
  typealias Point = UInt32

  var fill: Point = 0x20
  var isFillGiven = false
  var alignment: Point
  var isAlignmentGiven = false
  var sign: Point?
  /// Whether a zero that is left of a negative number by rounding loses its sign.
  var hidesNegativeZero = false
  var isAlternate = false
  var width: Int?
  /// What stands between groups of digits.
  var separator: Point?
  var precision: Int?
  /// The letter of the presentation; `nil` where none is given and there is no usual one.
  var type: Point?

  /// Reads a specification.
  ///
  /// - Parameters:
  ///   - text: its characters.
  ///   - usualType: the presentation where none is given.
  ///   - alignment: the alignment where none is given.
  ///   - name: the class of what is formatted, for errors.
  /// - Throws: ``ObjectError`` of kind `valueError` for what is no specification.
  init(
    _ text: [Point], usualType: Character?, alignment: Character, of name: @autoclosure () -> String
  ) throws(ObjectError) {
    self.alignment = Self.point(alignment)
    type = usualType.map(Self.point)
    var index = 0
    func at(_ place: Int) -> Point? { place < text.count ? text[place] : nil }
    if let second = at(1), Self.isAlignment(second) {
      (fill, isFillGiven, self.alignment, isAlignmentGiven) = (text[0], true, second, true)
      index = 2
    } else if let first = at(0), Self.isAlignment(first) {
      (self.alignment, isAlignmentGiven) = (first, true)
      index = 1
    }
    if let next = at(index), next == 0x2B || next == 0x2D || next == 0x20 {
      sign = next
      index += 1
    }
    if at(index) == 0x7A {
      hidesNegativeZero = true
      index += 1
    }
    if at(index) == 0x23 {
      isAlternate = true
      index += 1
    }
    if !isFillGiven, at(index) == 0x30 {
      fill = 0x30
      if !isAlignmentGiven, alignment == ">" { self.alignment = 0x3D }
      index += 1
    }
    width = try Self.number(text, &index)
    if at(index) == 0x2C {
      separator = 0x2C
      index += 1
    }
    if at(index) == 0x5F {
      guard separator == nil else { throw Self.error("Cannot specify both ',' and '_'.") }
      separator = 0x5F
      index += 1
    }
    if at(index) == 0x2C, separator == 0x5F { throw Self.error("Cannot specify both ',' and '_'.") }
    if at(index) == 0x2E {
      index += 1
      precision = try Self.number(text, &index)
      guard precision != nil else { throw Self.error("Format specifier missing precision") }
    }
    guard text.count - index <= 1 else {
      throw Self.error("Invalid format specifier '\(Self.text(text))' for object of type '\(name())'")
    }
    if let last = at(index) { type = last }
    try checkSeparator()
  }

  private func checkSeparator() throws(ObjectError) {
    guard let separator, let type else { return }
    switch type {
    case 0x64, 0x65, 0x66, 0x67, 0x45, 0x47, 0x25, 0x46: return
    case 0x62, 0x6F, 0x78, 0x58: if separator == 0x5F { return }
    default: break
    }
    let mark = separator == 0x2C ? "," : "_"
    throw Self.error("Cannot specify '\(mark)' with '\(Self.shown(type))'.")
  }

  // MARK: Parts

  private static func isAlignment(_ point: Point) -> Bool {
    point == 0x3C || point == 0x3E || point == 0x3D || point == 0x5E
  }

  /// The number at a place; `nil` where there is none.
  static func number(_ text: some RandomAccessCollection<Point>, _ index: inout Int) throws(ObjectError)
    -> Int?
  {
    var value: Int?
    while index < text.count,
      let digit = decimalDigit(text[text.index(text.startIndex, offsetBy: index)])
    {
      let (product, overflows) = (value ?? 0).multipliedReportingOverflow(by: 10)
      let (sum, alsoOverflows) = product.addingReportingOverflow(digit)
      guard !overflows, !alsoOverflows else {
        throw error("Too many decimal digits in format string")
      }
      value = sum
      index += 1
    }
    return value
  }

  /// The value of a decimal digit of any script; `nil` for another character.
  static func decimalDigit(_ point: Point) -> Int? {
    if point < 0x80 { return 0x30...0x39 ~= point ? Int(point) - 0x30 : nil }
    guard let scalar = Unicode.Scalar(point), scalar.properties.numericType == .decimal else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  static func point(_ character: Character) -> Point { character.unicodeScalars.first?.value ?? 0 }

  static func text(_ points: some Sequence<Point>) -> String {
    var text = String.UnicodeScalarView()
    for point in points { text.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    return String(text)
  }

  /// A letter as an error shows it.
  static func shown(_ point: Point) -> String {
    if point > 0x20, point < 0x80 { return String(Unicode.Scalar(UInt8(point))) }
    return "\\x" + String(point, radix: 16)
  }

  static func error(_ message: String) -> ObjectError { ObjectError(.valueError, message) }

  /// The error of a presentation that a class does not have.
  func unknownType(of name: String) -> ObjectError {
    Self.error("Unknown format code '\(Self.shown(type ?? 0))' for object of type '\(name)'")
  }
}
