public import HeapModel

/// What is not drawn though it was found.
enum HidingRule: Hashable, Sendable {
  case object(ObjectIndex)
  case typeName(String)
  // What hangs on an object, but not the object itself.
  case contents(of: ObjectIndex, Set<ObjectIndex>)

  func hides(_ object: ObjectIndex, in heap: HeapSnapshot) -> Bool {
    switch self {
    case .object(let hidden): return object == hidden
    case .typeName(let name):
      let type = heap.type(of: object)
      return type.name == name || type.qualifiedName == name
    case .contents(_, let objects): return objects.contains(object)
    }
  }
}

extension ReferenceGraph {
  /// The graph without an object, and without what only that led to.
  ///
  /// - Parameter object: the object; one that is not in the graph stays out of it however it grows.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*).
  public func hiding(_ object: ObjectIndex) -> ReferenceGraph {
    hiding(.object(object))
  }

  /// The graph without the objects of a type, and without what only those led to.
  ///
  /// - Parameter name: the type's short or qualified name. Objects of it stay hidden however the graph grows.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*).
  public func hiding(type name: String) -> ReferenceGraph {
    hiding(.typeName(name))
  }

  /// The graph with an object but without what was found through it alone.
  ///
  /// - Parameter object: the object.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*).
  public func collapsing(_ object: ObjectIndex) -> ReferenceGraph {
    guard let place = places[object] else { return self }
    let kept = reachable { $0.object != foundNodes[place].object }
    var contents = Set(foundNodes.lazy.map(\.object).filter { !kept.contains($0) })
    contents.remove(object)
    // What is hidden for another reason hangs on nothing here, and must not be bound to this object.
    contents.formIntersection(nodes.lazy.map(\.object))
    return contents.isEmpty ? self : hiding(.contents(of: object, contents))
  }

  /// The graph with an object that was hidden or collapsed as it was before.
  ///
  /// - Parameter object: the object.
  /// - Returns: the graph that shows it; where its type is hidden, it stays so.
  /// - Complexity: O(*n* + *m*).
  public func showing(_ object: ObjectIndex) -> ReferenceGraph {
    showing { rule in
      switch rule {
      case .object(let hidden), .contents(of: let hidden, _): hidden == object
      case .typeName: false
      }
    }
  }

  /// The graph with the objects of a type that was hidden.
  ///
  /// - Parameter name: the name that it was hidden under.
  /// - Returns: the graph that shows them.
  /// - Complexity: O(*n* + *m*).
  public func showing(type name: String) -> ReferenceGraph {
    showing { $0 == .typeName(name) }
  }

  /// The graph with everything that was found.
  ///
  /// - Returns: the graph in which nothing is hidden.
  /// - Complexity: O(*n* + *m*).
  public func showingAll() -> ReferenceGraph {
    showing { _ in true }
  }

  private func hiding(_ rule: HidingRule) -> ReferenceGraph {
    guard !rules.contains(rule) else { return self }
    var graph = self
    graph.rules.append(rule)
    graph.settle()
    return graph
  }

  private func showing(_ isLifted: (HidingRule) -> Bool) -> ReferenceGraph {
    var graph = self
    graph.rules.removeAll(where: isLifted)
    graph.settle()
    return graph
  }
}
