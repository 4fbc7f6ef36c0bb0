public import HeapModel

/// By which of its names a type is counted.
public enum TypeNaming: Hashable, Sendable, CaseIterable {
  /// The short name, so that types of one name from different modules count as one: objgraph's default.
  case short
  /// The name with everything that leads to it.
  case qualified

  /// A type's name.
  ///
  /// - Parameter type: the type.
  public func name(of type: HeapType) -> String {
    switch self {
    case .short: type.name
    case .qualified: type.qualifiedName
    }
  }

  /// Numbers the names of a snapshot's types: for each type the number of its name, and the names.
  func number(_ types: HeapTypes, in names: inout NumberedNames) -> [Int] {
    types.map { names.number(of: name(of: $0)) }
  }
}

/// Names, each with a number in the order in which they came.
struct NumberedNames {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
