/// The names of the special methods by which classes take part in operations.
enum SpecialName: String, CaseIterable {
  case add = "__add__"
  case subtract = "__sub__"
  case multiply = "__mul__"
  case matrixMultiply = "__matmul__"
  case divide = "__truediv__"
  case floorDivide = "__floordiv__"
  case modulo = "__mod__"
  case power = "__pow__"
  case shiftLeft = "__lshift__"
  case shiftRight = "__rshift__"
  case and = "__and__"
  case exclusiveOr = "__xor__"
  case or = "__or__"
  case divideWithRemainder = "__divmod__"

  case reflectedAdd = "__radd__"
  case reflectedSubtract = "__rsub__"
  case reflectedMultiply = "__rmul__"
  case reflectedMatrixMultiply = "__rmatmul__"
  case reflectedDivide = "__rtruediv__"
  case reflectedFloorDivide = "__rfloordiv__"
  case reflectedModulo = "__rmod__"
  case reflectedPower = "__rpow__"
  case reflectedShiftLeft = "__rlshift__"
  case reflectedShiftRight = "__rrshift__"
  case reflectedAnd = "__rand__"
  case reflectedExclusiveOr = "__rxor__"
  case reflectedOr = "__ror__"
  case reflectedDivideWithRemainder = "__rdivmod__"

  case inPlaceAdd = "__iadd__"
  case inPlaceSubtract = "__isub__"
  case inPlaceMultiply = "__imul__"
  case inPlaceMatrixMultiply = "__imatmul__"
  case inPlaceDivide = "__itruediv__"
  case inPlaceFloorDivide = "__ifloordiv__"
  case inPlaceModulo = "__imod__"
  case inPlacePower = "__ipow__"
  case inPlaceShiftLeft = "__ilshift__"
  case inPlaceShiftRight = "__irshift__"
  case inPlaceAnd = "__iand__"
  case inPlaceExclusiveOr = "__ixor__"
  case inPlaceOr = "__ior__"

  case negative = "__neg__"
  case positive = "__pos__"
  case invert = "__invert__"
  case absolute = "__abs__"
  case less = "__lt__"
  case lessOrEqual = "__le__"
  case greater = "__gt__"
  case greaterOrEqual = "__ge__"
  case notEqual = "__ne__"
  case integer = "__int__"
  case float = "__float__"
  case complex = "__complex__"
  case round = "__round__"
  case truncate = "__trunc__"
  case floor = "__floor__"
  case ceiling = "__ceil__"
  case format = "__format__"
  case missing = "__missing__"
  case bytes = "__bytes__"
  case attribute = "__getattribute__"
  case setAttribute = "__setattr__"
  case deleteAttribute = "__delattr__"
  case directory = "__dir__"
}

/// The special names as interned strings.
struct SpecialNames {
  private let words: [ObjectPointer]

  /// - Parameter make: makes the string of a text.
  init(_ make: (String) -> ObjectPointer) { words = SpecialName.allCases.map { make($0.rawValue) } }

  /// Before there are any.
  init() { words = [] }

  @inline(__always)
  subscript(_ name: SpecialName) -> ObjectPointer {
    // A `String` raw value leaves the case's own number as its bits.
    words[Int(unsafe unsafeBitCast(name, to: UInt8.self))]
  }
}
