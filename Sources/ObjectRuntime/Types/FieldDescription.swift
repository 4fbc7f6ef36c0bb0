import HeapModel

/// One field of the objects of a type: where it lies and what it is.
struct FieldDescription: Sendable {
  /// What the field's bytes are.
  enum Content: Sendable {
    /// A reference that counts, and that the collector sees where `isTraced`.
    case reference(ReferenceKind, isTraced: Bool)
    /// A reference that does not count.
    case borrowed
    /// The list of the object's weak references.
    case weakList
    /// A number.
    case integer
    /// A floating-point number.
    case double
    /// A hash value, −1 where none was computed.
    case hash
    /// A pointer to what is no object: native code or a block.
    case pointer
    /// Bits.
    case flags
  }

  var offset: Int
  var size = 8
  var name: String
  var content: Content

  /// Whether it is a reference that counts.
  var isReference: Bool {
    if case .reference = content { true } else { false }
  }

  /// A reference that the collector sees.
  static func reference(_ name: String, at offset: Int, _ kind: ReferenceKind = .internal) -> FieldDescription
  {
    FieldDescription(offset: offset, name: name, content: .reference(kind, isTraced: true))
  }

  /// A reference that the collector does not see.
  static func hidden(_ name: String, at offset: Int, _ kind: ReferenceKind = .internal) -> FieldDescription {
    FieldDescription(offset: offset, name: name, content: .reference(kind, isTraced: false))
  }

  /// Anything but a counted reference.
  static func word(
    _ name: String, at offset: Int, _ content: Content = .integer, size: Int = 8
  ) -> FieldDescription {
    FieldDescription(offset: offset, size: size, name: name, content: content)
  }
}
