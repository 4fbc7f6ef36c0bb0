/// How values of a type are laid out in memory; sizes and offsets are in bytes.
package struct TypeLayout: Sendable {
  package var size: Int
  package var stride: Int
  package var alignment: Int
  /// Patterns of bits that no value of the type has.
  package var extraInhabitants: ExtraInhabitants
  /// Whether values can be moved by copying their bytes.
  package var isBitwiseTakable: Bool
  package var parts: Parts

  /// What a value consists of.
  package enum Parts: Sendable {
    /// Nothing that holds other values.
    case opaque
    /// What may hold references, and of which nothing says where.
    case unknown
    /// A pointer to an object, which it keeps; that of a class is described by `SwiftTypes.objectLayout(of:)`.
    case object
    /// A reference that is not strong, with what it is a reference to.
    case reference(SwiftType.Ownership, SwiftType)
    /// The stored properties of a struct, or the elements of a tuple.
    case properties([StoredProperty])
    /// As many values of a type as a fixed array has.
    case elements(SwiftType, count: Int, stride: Int)
    case enumeration(EnumLayout)
    /// A pointer to code and one to what the code captures, which is an object or nothing.
    case function
    case existential(ExistentialLayout)
    /// A pointer to metadata.
    case metatype
  }

  init(
    size: Int, alignment: Int, stride: Int? = nil, extraInhabitants: ExtraInhabitants = .none,
    isBitwiseTakable: Bool = true, parts: Parts = .opaque
  ) {
    self.size = size
    self.alignment = max(alignment, 1)
    self.stride = stride ?? max(Self.rounded(size, to: max(alignment, 1)), 1)
    self.extraInhabitants = extraInhabitants
    self.isBitwiseTakable = isBitwiseTakable
    self.parts = parts
  }

  /// Whether a value is kept in an existential container itself and not in a box.
  package var fitsExistentialContainer: Bool { size <= 24 && alignment <= 8 && isBitwiseTakable }

  static func rounded(_ offset: Int, to alignment: Int) -> Int {
    (offset &+ alignment &- 1) & ~(alignment &- 1)
  }

  /// The largest value that is believed to exist, in bytes.
  static let limit = 1 << 40

  /// A pointer to an object.
  static let object = TypeLayout(size: 8, alignment: 8, extraInhabitants: .pointer(), parts: .object)
}

/// A property that is stored in values or objects, or an element of a tuple.
package struct StoredProperty: Sendable {
  /// The name, or the label; empty for an element without one.
  package var name: String
  /// Its offset in bytes, from the beginning of the value or of the object.
  package var offset: Int
  /// Its type; `nil` where that cannot be told.
  package var type: SwiftType?
  /// Whether it is a `var`.
  package var isVariable: Bool
}

/// How objects of a class are laid out.
package struct ObjectLayout: Sendable {
  /// The class above, whose properties come first.
  package var superclass: SwiftType?
  /// The properties of the class itself, with their offsets in an object.
  package var properties: [StoredProperty]
  /// How many bytes an object has.
  package var size: Int
  package var alignment: Int
}

/// How values of an existential type are laid out.
package struct ExistentialLayout: Sendable {
  package enum Kind: Sendable {
    /// Three words for the value or a pointer to its box, one for its type.
    case opaque
    /// A pointer to an object.
    case classBound
    /// A pointer to a box that the runtime makes for errors.
    case error
    /// A pointer to metadata.
    case metatype
  }

  package var kind: Kind
  /// How many pointers to witness tables follow.
  package var witnessTableCount: Int
}

/// Why a layout is not known.
package enum LayoutObstacle: Hashable, Sendable {
  /// The type has generic parameters that nothing is known about.
  case unbound
  /// The type is declared in none of the images, or without reflection metadata.
  case undeclared
  /// A property or case has a type that cannot be told, and there are no metadata to help.
  case unknownPart(String)
  /// The type contains itself, or is nested too deep.
  case endless
  /// The bytes make no sense.
  case damaged
}
