import HeapModel

/// A reference from one block to another, as it was found.
struct FoundReference {
  /// What tells it from its holder's others.
  enum Label {
    case none
    /// Variables in a row, by their number.
    case path(PathNames.Number)
    case index(Int)
    /// Variables in an element.
    case element(Int, PathNames.Number)
    /// A key of a dictionary.
    case key(String)
  }

  /// The number of the block that it leads to.
  var target: Int
  var label: Label
  var kind: ReferenceKind
  var strength: ReferenceStrength
  var isInferred: Bool
}
