public import HeapModel

/// What is wrong with a question that a graph was to answer.
public enum ObjectGraphError: Error, Hashable, Sendable {
  /// The depth is below 0.
  case negativeDepth(Int)
  /// The number of references to follow from each object is below 0.
  case negativeReferenceLimit(Int)
  /// The number of objects that a picture may have is below 1.
  case invalidNodeBudget(Int)
  /// A starting object, or one to walk on from, is none of the heap's.
  case unknownObject(ObjectIndex, objectCount: Int)
  /// The object is not in the graph.
  case notInGraph(ObjectIndex)
  /// Two neighbours of a chain do not meet.
  case brokenChain(position: Int)
}

extension ObjectGraphError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .negativeDepth(let depth):
      "The depth is \(depth); give the number of references to follow in a row, 0 or more."
    case .negativeReferenceLimit(let limit):
      "The number of references to follow from each object is \(limit); give 0 or more."
    case .invalidNodeBudget(let budget):
      "The number of objects that a picture may have is \(budget); give 1 or more, or none for no limit."
    case .unknownObject(let object, let objectCount):
      "There is no object \(object) in this heap of \(objectCount) objects; choose another."
    case .notInGraph(let object):
      "Object \(object) is not in the graph; expand a node that is, or walk from the object."
    case .brokenChain(let position):
      "Reference \(position) of the chain does not start where the one before it ends; give the references in their order."
    }
  }
}
