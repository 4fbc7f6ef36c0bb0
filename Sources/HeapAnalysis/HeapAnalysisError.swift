public import HeapModel

/// What went wrong with a question to a heap.
public enum HeapAnalysisError: Error, Hashable, Sendable {
  /// The task was cancelled, or the monitor said to stop.
  case cancelled
  /// A selector cannot be read: its text, the character from 1 where that shows, and why.
  case invalidSelector(String, column: Int, reason: String)
  /// No type has the name; types whose names come near.
  case noType(String, similar: [String])
  /// The type is there, and has no objects.
  case noInstances(type: String)
  /// No object lies at the address.
  case noObject(at: Address)
  /// The heap has fewer objects than the index says.
  case indexOutOfRange(Int, objectCount: Int)
  /// No root and no global variable has the name; names that come near.
  case noVariable(String, module: String, similar: [String])
  /// An object has nothing of the name, key or index; names that it has and that come near.
  case noMember(String, of: String, similar: [String])

  /// The heap does not say how many references its objects count, or is only a part of one.
  case noReferenceCounts

  /// Whether the question was right and the heap has nothing that answers it.
  public var isNotFound: Bool {
    switch self {
    case .cancelled, .invalidSelector, .noReferenceCounts: false
    case .noType, .noInstances, .noObject, .indexOutOfRange, .noVariable, .noMember: true
    }
  }
}

extension HeapAnalysisError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .cancelled:
      "The analysis was stopped before it was complete; start it again for a result."
    case .noReferenceCounts:
      "Leaked cycles are found by the objects' reference counts, and this heap has none, or is only a part of one."
    case .invalidSelector(let text, let column, let reason):
      "'\(text)' names no object, see character \(column): \(reason). "
        + "Write type:NAME, @0xADDRESS, #INDEX, or a variable such as t.child or cache['k']."
    case .noType(let name, let similar):
      "The heap has no type named '\(name)'. " + Self.advice(similar, otherwise: "List its types.")
    case .noInstances(let type):
      "The heap knows the type '\(type)' and has no object of it."
    case .noObject(let address):
      "No object lies at \(address). Addresses are those of one run of the program; take one from this heap."
    case .indexOutOfRange(let index, let objectCount):
      objectCount == 0
        ? "There is no object #\(index): the heap is empty."
        : "There is no object #\(index): the heap's objects are #0 to #\(objectCount - 1)."
    case .noVariable(let name, let module, let similar):
      "Neither a root nor a global variable of '\(module)' is named '\(name)'. "
        + Self.advice(similar, otherwise: "Name an object by type:NAME, @0xADDRESS or #INDEX.")
    case .noMember(let member, let holder, let similar):
      "'\(holder)' refers to nothing by \(member). "
        + Self.advice(similar, otherwise: "Draw its references to see what it holds.")
    }
  }

  private static func advice(_ similar: [String], otherwise: String) -> String {
    guard !similar.isEmpty else { return otherwise }
    return "Did you mean " + similar.map { "'\($0)'" }.joined(separator: " or ") + "?"
  }
}
