public import HeapModel

/// One reference in a graph; two references between the same two objects are two edges.
public struct ReferenceEdge: Hashable, Sendable {
  /// The reference.
  public let reference: Reference
  /// Whether it was found at its holder, or backwards at the object that it leads to.
  public let direction: ReferenceWalk.Direction

  /// The object that holds the reference.
  public var source: ObjectIndex { reference.source }
  /// The object that it leads to.
  public var target: ObjectIndex { reference.target }

  /// The end at which the walk came to it.
  var near: ObjectIndex { direction == .forward ? source : target }
  /// The end that the walk saw from there.
  var far: ObjectIndex { direction == .forward ? target : source }
}

/// References of one object that the graph leaves out.
public struct RemainingReferences: Hashable, Sendable {
  /// Why they are left out.
  public enum Reason: Hashable, Sendable {
    /// The object has more of them than are followed from each.
    case limit
    /// The graph has as many objects as a picture may have.
    case budget
  }

  /// The object whose references they are.
  public let object: ObjectIndex
  /// Whether they are references that it holds, or that lead to it.
  public let direction: ReferenceWalk.Direction
  /// Why they are left out.
  public let reason: Reason
  /// How many there are; backwards those of one holder count as one.
  public let count: Int
}

/// A part of a chain that is too long to be drawn: the objects between two that are.
public struct ReferenceGap: Hashable, Sendable {
  /// The drawn object that holds the first one left out.
  public let source: ObjectIndex
  /// The drawn object that the last one left out holds.
  public let target: ObjectIndex
  /// Which way the chain was followed.
  let direction: ReferenceWalk.Direction
  /// How many objects are left out.
  public let objectCount: Int

  var near: ObjectIndex { direction == .forward ? source : target }
  var far: ObjectIndex { direction == .forward ? target : source }
}

extension ReferenceGap: CustomStringConvertible {
  /// The gap in words.
  public var description: String { "… \(objectCount) more object\(objectCount == 1 ? "" : "s") …" }
}

/// Something that whoever looks at the graph has to know.
public enum GraphNote: Hashable, Sendable {
  /// The walk stopped at a number of objects, and so many references led on to others.
  case cut(budget: Int, references: Int)
  /// More objects were asked for than a picture may have, and so many of them are left out.
  case startsLeftOut(objects: Int)
  /// More chains were given than a picture has room for, and so many of them are left out.
  case chainsLeftOut(chains: Int)
  /// So many objects of the graph are hidden.
  case hidden(objects: Int)
  /// Only a part of the heap was recorded.
  case partialHeap
}

extension GraphNote: CustomStringConvertible {
  /// The note as sentences.
  public var description: String {
    switch self {
    case .cut(let budget, let references):
      "Cut at \(budget) objects: \(references) more reference\(references == 1 ? " leads" : "s lead") "
        + "to objects that are not drawn."
    case .startsLeftOut(let objects):
      "\(objects) of the objects that were asked for \(objects == 1 ? "is" : "are") not drawn: "
        + "there are more than a picture may have."
    case .chainsLeftOut(let chains):
      "\(chains) of the chains \(chains == 1 ? "is" : "are") not drawn: "
        + "they have more objects than a picture may have."
    case .hidden(let objects):
      objects == 1 ? "1 object is hidden." : "\(objects) objects are hidden."
    case .partialHeap:
      "The heap was recorded in part: there may be references that are not drawn."
    }
  }
}
