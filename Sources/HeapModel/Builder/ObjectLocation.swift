/// An object as a source names it while building: by its index, or by its address where the index is not
/// known yet.
public enum ObjectLocation: Hashable, Sendable {
  /// The object with an index, added or still to be added.
  case index(ObjectIndex)
  /// The object at an address, added or still to be added.
  case address(Address)
}
