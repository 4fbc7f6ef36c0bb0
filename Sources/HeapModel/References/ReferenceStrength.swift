/// Whether a reference keeps its target alive.
public enum ReferenceStrength: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Keeps its target alive.
  case strong = 0
  /// Is cleared when its target goes.
  case weak = 1
  /// Keeps its target's memory but not its contents (Swift's `unowned`).
  case unowned = 2
  /// A bare address (Swift's `Unmanaged` and `unowned(unsafe)`).
  case unmanaged = 3
}

extension ReferenceStrength: CustomStringConvertible {
  /// The strength in one word.
  public var description: String {
    switch self {
    case .strong: "strong"
    case .weak: "weak"
    case .unowned: "unowned"
    case .unmanaged: "unmanaged"
    }
  }
}
