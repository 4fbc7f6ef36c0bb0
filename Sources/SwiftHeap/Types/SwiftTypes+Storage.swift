/// What the standard library keeps the contents of a collection or string in.
enum CollectionStorage {
  case array(SwiftType)
  case dictionary(keys: SwiftType, values: SwiftType)
  case set(SwiftType)
  case text
}

extension SwiftTypes {
  /// What an object of a class stores, where it is the storage of a collection or string.
  func storage(of type: SwiftType) -> CollectionStorage? {
    guard case .nominal(let nominal) = structure(of: type) else { return nil }
    let arguments = nominal.arguments
    return switch name(of: type).prefix(while: { $0 != "<" }) {
    case "Swift._ContiguousArrayStorage" where arguments.count == 1: .array(arguments[0])
    case "Swift._DictionaryStorage" where arguments.count == 2:
      .dictionary(keys: arguments[0], values: arguments[1])
    case "Swift._SetStorage" where arguments.count == 1: .set(arguments[0])
    case "Swift.__StringStorage": .text
    default: nil
    }
  }

  /// Whether objects of a class have elements behind their properties: it is a `ManagedBuffer`, or inherits from one.
  func hasTail(_ type: SwiftType) -> Bool {
    var next: SwiftType? = type
    var height = 0
    while let current = next, height < 64 {
      if name(of: current).hasPrefix("Swift.ManagedBuffer<") { return true }
      next = objectLayout(of: current)?.superclass
      height += 1
    }
    return false
  }
}
