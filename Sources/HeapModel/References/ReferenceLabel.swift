/// What tells a reference from the others of its holder.
public enum ReferenceLabel: Hashable, Sendable {
  /// A name, such as an attribute's or a variable's.
  case name(String)
  /// A position, such as an element's.
  case index(Int)
  /// An object whose text is the label, such as the key of a dictionary's value.
  case object(ObjectIndex)
}
