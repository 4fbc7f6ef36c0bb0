#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ObjectSpace {
  /// An operator between two floating-point numbers; owned by the caller, `nil` where there is none.
  @inline(__always)
  func applyToDoubles(
    _ operation: BinaryOperator, _ left: Double, _ right: Double
  ) throws(ObjectError) -> ObjectPointer? {
    switch operation {
    case .add: return try makeFloat(left + right)
    case .subtract: return try makeFloat(left - right)
    case .multiply: return try makeFloat(left * right)
    case .divide:
      guard right != 0 else { throw ObjectError(.zeroDivisionError, "float division by zero") }
      return try makeFloat(left / right)
    case .floorDivide:
      guard right != 0 else { throw ObjectError(.zeroDivisionError, "float floor division by zero") }
      return try makeFloat(floored(left, right).quotient)
    case .modulo:
      guard right != 0 else { throw ObjectError(.zeroDivisionError, "float modulo by zero") }
      return try makeFloat(floored(left, right).rest)
    case .power: return try raise(left, to: right)
    case .matrixMultiply, .shiftLeft, .shiftRight, .and, .or, .exclusiveOr: return nil
    }
  }

  /// A quotient rounded down, and what is left, as CPython's `float_divmod` comes to them.
  func floored(_ dividend: Double, _ divisor: Double) -> (quotient: Double, rest: Double) {
    var rest = fmod(dividend, divisor)
    var quotient = (dividend - rest) / divisor
    if rest != 0 {
      if (divisor < 0) != (rest < 0) {
        rest += divisor
        quotient -= 1
      }
    } else {
      rest = Double(signOf: divisor, magnitudeOf: 0)
    }
    guard quotient != 0 else { return (Double(signOf: dividend / divisor, magnitudeOf: 0), rest) }
    let down = quotient.rounded(.down)
    return (quotient - down > 0.5 ? down + 1 : down, rest)
  }

  /// A power; a complex one where the base is below zero and the exponent no whole number.
  func raise(_ base: Double, to exponent: Double) throws(ObjectError) -> ObjectPointer {
    if base == 0, exponent < 0 {
      throw ObjectError(.zeroDivisionError, "0.0 cannot be raised to a negative power")
    }
    if base < 0, base.isFinite, exponent.isFinite, exponent != exponent.rounded(.down) {
      let result = try raise(
        ComplexValue(real: base, imaginary: 0), to: ComplexValue(real: exponent, imaginary: 0))
      return try makeComplex(result.real, result.imaginary)
    }
    let result = pow(base, exponent)
    if result.isInfinite, base.isFinite, exponent.isFinite {
      throw ObjectError(.overflowError, "(34, 'Numerical result out of range')")
    }
    return try makeFloat(result)
  }
}
