/// A complex number.
struct ComplexValue: Equatable {
  var real: Double
  var imaginary: Double

  static func * (left: ComplexValue, right: ComplexValue) -> ComplexValue {
    ComplexValue(
      real: left.real * right.real - left.imaginary * right.imaginary,
      imaginary: left.real * right.imaginary + left.imaginary * right.real)
  }

  /// A quotient, as CPython's `_Py_c_quot` comes to it; `nil` for a divisor of zero.
  static func quotient(_ left: ComplexValue, _ right: ComplexValue) -> ComplexValue? {
    let (real, imaginary) = (right.real, right.imaginary)
    if real.magnitude >= imaginary.magnitude {
      guard real.magnitude != 0 else { return nil }
      let ratio = imaginary / real
      let divisor = real + imaginary * ratio
      return ComplexValue(
        real: (left.real + left.imaginary * ratio) / divisor,
        imaginary: (left.imaginary - left.real * ratio) / divisor)
    }
    guard imaginary.magnitude >= real.magnitude else { return ComplexValue(real: .nan, imaginary: .nan) }
    let ratio = real / imaginary
    let divisor = real * ratio + imaginary
    return ComplexValue(
      real: (left.real * ratio + left.imaginary) / divisor,
      imaginary: (left.imaginary * ratio - left.real) / divisor)
  }
}
