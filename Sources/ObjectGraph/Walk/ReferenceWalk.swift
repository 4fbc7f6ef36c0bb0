public import HeapAnalysis
public import HeapModel

/// A walk through a heap, breadth first from some objects: what a picture is to show.
///
/// ```swift
/// let graph = try ReferenceWalk(.backward).graph(from: [object], in: heap)
/// ```
///
/// It goes to a depth and follows at most so many references of each object; the others are counted. Its
/// parameters are objgraph's, and ``objgraph(_:)`` walks exactly as that does. The same walk through the same
/// heap always gives the same graph, as long as the closures answer alike.
public struct ReferenceWalk: Sendable {
  /// Which way references are followed.
  public enum Direction: Hashable, Sendable, CaseIterable {
    /// From an object to what it refers to.
    case forward
    /// From an object to what refers to it.
    case backward

    /// The other way.
    public var reversed: Direction { self == .forward ? .backward : .forward }
  }

  /// Which way references are followed.
  public var direction: Direction
  /// How many references are followed in a row.
  public var maximumDepth = 3
  /// How many references are followed from one object; backwards, to how many holders.
  public var maximumReferences = 10
  /// How many objects the graph may have, `nil` for any number.
  ///
  /// Graphviz lays out 200 nodes in 0.1 s, and needs half a minute for 2,000.
  public var nodeBudget: Int? = 150
  /// Objects that are left out, unless they are started from.
  public var ignored: Set<ObjectIndex> = []
  /// Says whether an object is drawn that is not started from; `nil` where all are.
  public var filter: (@Sendable (ObjectIndex) -> Bool)?
  /// Says whether an object is to stand out; `nil` where none is.
  public var highlight: (@Sendable (ObjectIndex) -> Bool)?
  /// Says what else is to be said of an object, in one or more lines.
  public var extraInformation: (@Sendable (ObjectIndex) -> String?)?
  /// Gives further attributes for an object's node in the output, by their Graphviz names.
  public var attributes: (@Sendable (ObjectIndex) -> [String: String])?
  /// Whether a walk backwards stops at imported modules, which everything is held by in the end.
  public var stopsAtModules = true
  /// Says whether to stop at an object: it is drawn and not walked on from.
  public var stop: (@Sendable (ObjectIndex) -> Bool)?
  /// Which references are followed.
  public var selection: ReferenceSelection = .drawn
  /// Whether a walk forward leaves out dictionary keys that hold nothing themselves, such as strings and
  /// numbers: their text is the label of the value's edge.
  public var omitsPlainKeys = true
  /// Whether, of an object with more holders than are followed, imported modules come first: a module's own
  /// functions all hold its variables, and the module itself is what one wants to see.
  public var putsModulesFirst = true
  /// Whether a walk backwards sees what the runtime's own collector tells: only objects that it tracks refer
  /// to others, and each refers once, with the first of its references.
  public var looksBackAsCollector = false

  /// Makes a walk with objgraph's limits that follows ``HeapAnalysis/ReferenceSelection/drawn`` references.
  ///
  /// - Parameter direction: which way references are followed.
  public init(_ direction: Direction = .forward) {
    self.direction = direction
  }

  /// The walk that objgraph does: what the runtime's collector reports, and no limit to the whole.
  ///
  /// - Parameter direction: which way references are followed.
  /// - Returns: the walk of `show_refs` or `show_backrefs`.
  public static func objgraph(_ direction: Direction) -> ReferenceWalk {
    var walk = ReferenceWalk(direction)
    walk.selection = .traced
    walk.nodeBudget = nil
    walk.omitsPlainKeys = false
    walk.putsModulesFirst = false
    walk.looksBackAsCollector = true
    return walk
  }

  /// Checks the numbers.
  ///
  /// - Throws: ``ObjectGraphError`` for the first that cannot be.
  func check() throws(ObjectGraphError) {
    guard maximumDepth >= 0 else { throw .negativeDepth(maximumDepth) }
    guard maximumReferences >= 0 else { throw .negativeReferenceLimit(maximumReferences) }
    if let nodeBudget, nodeBudget < 1 { throw .invalidNodeBudget(nodeBudget) }
  }

  /// Whether an object is drawn and not walked on from.
  func stops(at object: ObjectIndex, in heap: HeapSnapshot, _ direction: Direction) -> Bool {
    if direction == .backward, stopsAtModules, heap.flags(of: object).contains(.importedModule) {
      return true
    }
    return stop?(object) ?? false
  }
}

extension ReferenceSelection {
  /// What a picture shows unless it is asked for more: every reference, weak and inferred ones too, but those
  /// from an object to its class.
  public static let drawn = ReferenceSelection(excludedKinds: [.type])
}
