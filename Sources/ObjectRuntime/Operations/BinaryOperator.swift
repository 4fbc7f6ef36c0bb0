/// An operator between two objects, by the sign that an error shows.
package enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case power = "** or pow()"
  case or = "|"
}
