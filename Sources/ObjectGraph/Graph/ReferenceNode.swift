public import HeapModel

/// One object in a graph.
public struct ReferenceNode: Hashable, Sendable {
  /// What an object is in the question that the graph answers.
  public enum Relation: Hashable, Sendable {
    /// It is one of those that were asked for.
    case start
    /// It holds what was asked for, directly or through others.
    case holder
    /// It is held by what was asked for, directly or through others.
    case held
    /// It holds what was asked for and is held by it: it lies on a cycle.
    case both
  }

  /// The object.
  public let object: ObjectIndex
  /// How many references lie between it and the nearest starting object.
  public internal(set) var depth: Int
  /// What it is in the question that the graph answers.
  public internal(set) var relation: Relation
  /// Whether it is to stand out.
  public internal(set) var isHighlighted: Bool
  /// What else is to be said of it.
  public internal(set) var extraInformation: String?
  /// Further attributes for the output's node, such as a `URL`.
  public internal(set) var attributes: [String: String]

  init(object: ObjectIndex, depth: Int, relation: Relation, walk: borrowing ReferenceWalk) {
    self.object = object
    self.depth = depth
    self.relation = relation
    isHighlighted = walk.highlight?(object) ?? false
    extraInformation = walk.extraInformation?(object)
    attributes = walk.attributes?(object) ?? [:]
  }
}

extension ReferenceNode.Relation {
  /// What an object is that was found in two ways.
  func union(_ other: Self) -> Self {
    if self == other { return self }
    return self == .start || other == .start ? .start : .both
  }
}
