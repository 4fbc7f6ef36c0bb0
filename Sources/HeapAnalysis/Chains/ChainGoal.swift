public import HeapModel

/// What a chain is to lead to, or to come from.
public enum ChainGoal {
  /// One object.
  case object(ObjectIndex)
  /// Any of some objects.
  case anyOf(Set<ObjectIndex>)
  /// An object that something outside the heap holds.
  case root
  /// An object that a root of one of some kinds holds.
  case rootOfKind(Set<RootKind>)
  /// A module that the runtime's table of modules lists: objgraph's `is_proper_module`.
  case importedModule
  /// An object that a closure says yes to; it is asked once an object, in the order of the search.
  case matching((ObjectIndex) -> Bool)

  /// The goal as a question to one object.
  func predicate(in snapshot: HeapSnapshot) -> (UInt32) -> Bool {
    switch self {
    case .object(let object):
      return { $0 == object.rawValue }
    case .anyOf(let objects):
      return { objects.contains(ObjectIndex(rawValue: $0)) }
    case .root:
      return Self.rootPredicate(kinds: nil, in: snapshot)
    case .rootOfKind(let kinds):
      return Self.rootPredicate(kinds: kinds, in: snapshot)
    case .importedModule:
      guard let flags = snapshot.columns.flags else { return { _ in false } }
      return { flags[Int($0)] & ObjectFlags.importedModule.rawValue != 0 }
    case .matching(let isWanted):
      return { isWanted(ObjectIndex(rawValue: $0)) }
    }
  }

  private static func rootPredicate(kinds: Set<RootKind>?, in snapshot: HeapSnapshot) -> (UInt32) -> Bool {
    let roots = snapshot.columns.roots
    var held = VisitedObjects(objectCount: snapshot.objectCount)
    for position in 0..<roots.count {
      let root = roots[position]
      if let kinds, !kinds.contains(RootKind(rawValue: root.kind) ?? .other) { continue }
      held.insert(root.object)
    }
    return { held.contains($0) }
  }
}
