/// An operator between two objects, by the sign that an error shows.
public enum BinaryOperator: String, Sendable, CaseIterable {
  /// A sum, or one sequence after the other.
  case add = "+"
  /// A difference, of sets too.
  case subtract = "-"
  /// A product, or a sequence a number of times.
  case multiply = "*"
  /// A product of matrices, which no built-in type has.
  case matrixMultiply = "@"
  /// A quotient.
  case divide = "/"
  /// A quotient rounded down.
  case floorDivide = "//"
  /// What is left of a division rounded down, or a text filled in.
  case modulo = "%"
  /// A power.
  case power = "** or pow()"
  /// The bits moved up.
  case shiftLeft = "<<"
  /// The bits moved down.
  case shiftRight = ">>"
  /// An intersection of sets, or the bits that both integers have.
  case and = "&"
  /// What is in one of two sets only, or the bits that one of two integers has.
  case exclusiveOr = "^"
  /// A union of sets or dicts, or the bits that either integer has.
  case or = "|"

  /// The sign of the operator that changes its left operand, as an error shows it.
  var inPlaceSign: String { self == .power ? "**=" : rawValue + "=" }

  /// The method that a class has for it as the left operand.
  var method: SpecialName {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .matrixMultiply: .matrixMultiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .modulo: .modulo
    case .power: .power
    case .shiftLeft: .shiftLeft
    case .shiftRight: .shiftRight
    case .and: .and
    case .exclusiveOr: .exclusiveOr
    case .or: .or
    }
  }

  /// The method that a class has for it as the right operand.
  var reflectedMethod: SpecialName {
    switch self {
    case .add: .reflectedAdd
    case .subtract: .reflectedSubtract
    case .multiply: .reflectedMultiply
    case .matrixMultiply: .reflectedMatrixMultiply
    case .divide: .reflectedDivide
    case .floorDivide: .reflectedFloorDivide
    case .modulo: .reflectedModulo
    case .power: .reflectedPower
    case .shiftLeft: .reflectedShiftLeft
    case .shiftRight: .reflectedShiftRight
    case .and: .reflectedAnd
    case .exclusiveOr: .reflectedExclusiveOr
    case .or: .reflectedOr
    }
  }

  /// The method that a class has for it where the left operand is changed.
  var inPlaceMethod: SpecialName {
    switch self {
    case .add: .inPlaceAdd
    case .subtract: .inPlaceSubtract
    case .multiply: .inPlaceMultiply
    case .matrixMultiply: .inPlaceMatrixMultiply
    case .divide: .inPlaceDivide
    case .floorDivide: .inPlaceFloorDivide
    case .modulo: .inPlaceModulo
    case .power: .inPlacePower
    case .shiftLeft: .inPlaceShiftLeft
    case .shiftRight: .inPlaceShiftRight
    case .and: .inPlaceAnd
    case .exclusiveOr: .inPlaceExclusiveOr
    case .or: .inPlaceOr
    }
  }
}
