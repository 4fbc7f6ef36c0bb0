extension ObjectSpace {
  /// The complex number of a text, or of a real and an imaginary part, as `complex(...)`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for a text that is no number, `typeError` for other objects.
  func complex(of arguments: [ObjectPointer?]) throws(ObjectError) -> ObjectPointer {
    let first = arguments.first ?? nil
    let second = arguments.count > 1 ? arguments[1] : nil
    if let first, first.type == type(.complex), second == nil { return first.retained() }
    if let first, isSubtype(first.type, type(.string)) {
      guard second == nil else {
        throw ObjectError(.typeError, "complex() can't take second arg if first is a string")
      }
      guard let value = ComplexValue(literal: first.text) else {
        throw ObjectError(.valueError, "complex() arg is a malformed string")
      }
      return try makeComplex(value.real, value.imaginary)
    }
    if let second, isSubtype(second.type, type(.string)) {
      throw ObjectError(.typeError, "complex() second arg can't be a string")
    }
    var value = ComplexValue(real: 0, imaginary: 0)
    if let first { value = try complexPart(first, "first argument must be a string or a number") }
    guard let second else { return try makeComplex(value.real, value.imaginary) }
    let other = try complexPart(second, "second argument must be a number")
    if numberKind(second) == .complex { value.real -= other.imaginary }
    let hasImaginary = first.map { numberKind($0) == .complex } ?? false
    return try makeComplex(value.real, hasImaginary ? value.imaginary + other.real : other.real)
  }

  /// A number that is a part of a complex one.
  private func complexPart(_ number: ObjectPointer, _ demand: String) throws(ObjectError) -> ComplexValue {
    if numberKind(number) == .complex { return try complexValue(of: number) }
    if let method = specialMethod(state.specialNames[.complex], of: number) {
      let result = try callMethod(method, on: number, [])
      defer { release(result) }
      guard numberKind(result) == .complex else {
        throw ObjectError(
          .typeError,
          "\(nameInErrors(number.type)).__complex__() returned non-complex (type \(nameInErrors(result.type)))"
        )
      }
      return try complexValue(of: result)
    }
    guard let real = try realValue(of: number) else {
      throw ObjectError(.typeError, "complex() \(demand), not '\(nameInErrors(number.type))'")
    }
    return ComplexValue(real: real, imaginary: 0)
  }
}

extension ComplexValue {
  /// The value of a text as programs write it, as `1+2j`, in parentheses or not; `nil` where it is none.
  init?(literal text: String) {
    var rest = text.trimmingWhitespace
    if rest.first == "(", rest.last == ")" { rest = String(rest.dropFirst().dropLast()).trimmingWhitespace }
    func number(_ text: Substring) -> Double? {
      guard let last = text.last, !last.isWhitespace, !text.lowercased().contains("x") else { return nil }
      return Double(text)
    }
    guard rest.last == "j" || rest.last == "J" else {
      guard let real = number(rest) else { return nil }
      self.init(real: real, imaginary: 0)
      return
    }
    rest = rest.dropLast()
    // The imaginary part begins at the last sign that is not an exponent's.
    let sign = rest.indices.last { index in
      guard rest[index] == "+" || rest[index] == "-" else { return false }
      return index == rest.startIndex || !"eE".contains(rest[rest.index(before: index)])
    }
    let start = sign ?? rest.startIndex
    let part = rest[start...]
    let imaginary = part == "" || part == "+" ? 1 : part == "-" ? -1 : number(part)
    let real = start == rest.startIndex ? 0 : number(rest[..<start])
    guard let imaginary, let real else { return nil }
    self.init(real: real, imaginary: imaginary)
  }
}
