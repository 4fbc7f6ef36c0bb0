/// How old the cycle collector holds an object to be.
public enum Generation: Hashable, Sendable {
  /// A generation by its number, from 0, the youngest.
  case number(Int)
  /// Set aside from all collections (frozen).
  case permanent

  package init?(rawValue: UInt8) {
    switch rawValue {
    case 255: return nil
    case 254: self = .permanent
    default: self = .number(Int(rawValue))
    }
  }

  package var rawValue: UInt8 {
    switch self {
    case .permanent: 254
    case .number(let number): UInt8(clamping: min(number, 253))
    }
  }
}
