#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ObjectSpace {
  /// An operator between two complex numbers; owned by the caller, `nil` where there is none.
  func applyToComplex(
    _ operation: BinaryOperator, _ left: ComplexValue, _ right: ComplexValue
  ) throws(ObjectError) -> ObjectPointer? {
    switch operation {
    case .add: return try makeComplex(left.real + right.real, left.imaginary + right.imaginary)
    case .subtract: return try makeComplex(left.real - right.real, left.imaginary - right.imaginary)
    case .multiply:
      let product = left * right
      return try makeComplex(product.real, product.imaginary)
    case .divide:
      guard let quotient = ComplexValue.quotient(left, right) else {
        throw ObjectError(.zeroDivisionError, "complex division by zero")
      }
      return try makeComplex(quotient.real, quotient.imaginary)
    case .power:
      let result = try raise(left, to: right)
      return try makeComplex(result.real, result.imaginary)
    default: return nil
    }
  }

  /// A power, as CPython's `complex_pow` comes to it.
  func raise(_ base: ComplexValue, to exponent: ComplexValue) throws(ObjectError) -> ComplexValue {
    let result: ComplexValue
    let whole = exponent.real.rounded(.down)
    if exponent.imaginary == 0, exponent.real == whole, exponent.real.magnitude <= 100 {
      result = try raise(base, toWhole: Int(exponent.real))
    } else if exponent == ComplexValue(real: 0, imaginary: 0) {
      result = ComplexValue(real: 1, imaginary: 0)
    } else if base == ComplexValue(real: 0, imaginary: 0) {
      guard exponent.imaginary == 0, exponent.real >= 0 else { throw zeroPower() }
      result = ComplexValue(real: 0, imaginary: 0)
    } else {
      let size = hypot(base.real, base.imaginary)
      let angle = atan2(base.imaginary, base.real)
      var length = pow(size, exponent.real)
      var phase = angle * exponent.real
      if exponent.imaginary != 0 {
        length /= exp(angle * exponent.imaginary)
        phase += exponent.imaginary * log(size)
      }
      // Of no angle at all, C's functions say that it is out of their domain.
      guard !phase.isInfinite else { throw zeroPower() }
      result = ComplexValue(real: length * cos(phase), imaginary: length * sin(phase))
    }
    guard !result.real.isInfinite, !result.imaginary.isInfinite else {
      throw ObjectError(.overflowError, "complex exponentiation")
    }
    return result
  }

  private func zeroPower() -> ObjectError {
    ObjectError(.zeroDivisionError, "0.0 to a negative or complex power")
  }

  private func raise(_ base: ComplexValue, toWhole exponent: Int) throws(ObjectError) -> ComplexValue {
    let one = ComplexValue(real: 1, imaginary: 0)
    var (result, factor) = (one, base)
    var bits = exponent.magnitude
    while bits != 0 {
      if bits & 1 != 0 { result = result * factor }
      factor = factor * factor
      bits >>= 1
    }
    guard exponent <= 0 else { return result }
    guard let inverse = ComplexValue.quotient(one, result) else { throw zeroPower() }
    return inverse
  }
}
