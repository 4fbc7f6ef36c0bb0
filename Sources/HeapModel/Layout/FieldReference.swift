/// What a field of an object's memory refers to: another object, or another block of the same one.
public struct FieldReference: Hashable, Sendable {
  /// Where the field points.
  public let target: Address
  /// The name of the type of what lies there, `nil` where that is no object or its type is not known.
  public let typeName: String?
  /// A short text that tells what lies there from its like, where there is one.
  public let text: String?
  /// What the reference is in its holder.
  public let kind: ReferenceKind
  /// Whether it keeps what lies there alive.
  public let strength: ReferenceStrength

  /// Makes a reference.
  ///
  /// - Parameters:
  ///   - target: where the field points.
  ///   - typeName: the name of the type of what lies there, `nil` where that is no object.
  ///   - text: a short text that tells what lies there from its like.
  ///   - kind: what the reference is in its holder.
  ///   - strength: whether it keeps what lies there alive.
  public init(
    to target: Address, typeName: String? = nil, text: String? = nil, kind: ReferenceKind = .unknown,
    strength: ReferenceStrength = .strong
  ) {
    self.target = target
    self.typeName = typeName
    self.text = text
    self.kind = kind
    self.strength = strength
  }
}
