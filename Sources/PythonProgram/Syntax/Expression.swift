package import BigInt

/// An expression of a program, and its place.
package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case name(String)
    case constant(Constant)
    case formatted([FormattedPart])
    case attribute(Expression, String, nameRange: SourceRange)
    case item(Expression, Expression)
    case slice(Expression?, Expression?, Expression?)
    case call(Expression, [CallArgument])
    case unary(UnaryOperator, Expression)
    case binary(Expression, BinarySign, Expression)
    case boolean(BooleanOperator, [Expression])
    case comparison(Expression, [(Comparison, Expression)])
    case conditional(condition: Expression, Expression, otherwise: Expression)
    case lambda(Parameters, Expression)
    case tuple([Expression])
    case list([Expression])
    case set([Expression])
    /// Pairs; where there is no key, a mapping whose entries are taken.
    case dict([(key: Expression?, value: Expression)])
    case comprehension(ComprehensionKind, element: Expression, value: Expression?, [ComprehensionPart])
    case starred(Expression)
    case assignment(name: String, nameRange: SourceRange, Expression)
    case yield(Expression?)
    case yieldFrom(Expression)
  }

  package var kind: Kind
  package var range: SourceRange
  /// Its place with the parentheses around it, which are no part of it.
  package var outer: SourceRange
  /// Whether it stands in parentheses of its own.
  package var isParenthesized = false

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
    outer = range
  }
}

/// A constant of a program.
package enum Constant: Hashable, Sendable {
  case none, `true`, `false`, ellipsis
  case integer(BigInt)
  case float(Double)
  case imaginary(Double)
  /// Code points, since Python's strings can hold what Swift's cannot.
  case string([UInt32])
  case bytes([UInt8])
}

/// A part of a formatted string.
package enum FormattedPart: Sendable {
  case text([UInt32])
  /// A value, how it is converted (`r`, `s` or `a`), and its format specification.
  case field(Expression, conversion: Character?, specification: [FormattedPart]?)
}

/// An argument of a call or of a class statement.
package enum CallArgument: Sendable {
  case positional(Expression)
  case starred(Expression)
  case keyword(String, Expression, nameRange: SourceRange)
  case doubleStarred(Expression)
}

package enum UnaryOperator: String, Sendable {
  case not, minus = "-", plus = "+", invert = "~"
}

package enum BooleanOperator: String, Sendable {
  case and, or
}

/// An operator between two operands, by its sign.
package enum BinarySign: String, Sendable, CaseIterable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case matrixMultiply = "@"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case and = "&"
  case or = "|"
  case exclusiveOr = "^"
}

package enum Comparison: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case identical = "is"
  case notIdentical = "is not"
  case contained = "in"
  case notContained = "not in"
}

package enum ComprehensionKind: Sendable {
  case list, set, dict, generator
}

/// A `for` of a comprehension with its conditions.
package struct ComprehensionPart: Sendable {
  package var target: Expression
  package var iterable: Expression
  package var conditions: [Expression]
}

/// The parameters of a function.
package struct Parameters: Sendable {
  package struct Parameter: Sendable {
    package var name: String
    package var range: SourceRange
    package var annotation: Expression?
    package var standard: Expression?
  }

  package var positionalOnly: [Parameter] = []
  package var positional: [Parameter] = []
  package var rest: Parameter?
  package var keywordOnly: [Parameter] = []
  package var keywords: Parameter?

  /// All of them in the order in which they stand.
  package var all: [Parameter] {
    positionalOnly + positional + (rest.map { [$0] } ?? []) + keywordOnly + (keywords.map { [$0] } ?? [])
  }
}
