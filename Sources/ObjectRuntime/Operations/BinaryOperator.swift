/// An operator between two objects, by the sign that an error shows.
public enum BinaryOperator: String, Sendable, CaseIterable {
  /// A sum, or one sequence after the other.
  case add = "+"
  /// A difference, of sets too.
  case subtract = "-"
  /// A product, or a sequence a number of times.
  case multiply = "*"
  /// A power.
  case power = "** or pow()"
  /// A union of sets or dicts, or the bits that either integer has.
  case or = "|"

  /// What its special method is called, between the underscores.
  var methodName: String {
    switch self {
    case .add: "add"
    case .subtract: "sub"
    case .multiply: "mul"
    case .power: "pow"
    case .or: "or"
    }
  }
}
