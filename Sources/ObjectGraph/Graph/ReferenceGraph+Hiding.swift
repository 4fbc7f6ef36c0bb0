public import HeapModel

/// What is not drawn though it was found.
struct HiddenObjects: Sendable {
  var objects: Set<ObjectIndex> = []
  // Short or qualified names.
  var typeNames: Set<String> = []
  // What hung on each object that was collapsed.
  var contents: [ObjectIndex: Set<ObjectIndex>] = [:]

  var isEmpty: Bool { objects.isEmpty && typeNames.isEmpty && contents.isEmpty }

  /// The hidden ones among some nodes.
  ///
  /// - Complexity: O(*n*) in the nodes and in what is collapsed.
  func among(_ nodes: [ReferenceNode], in heap: HeapSnapshot) -> Set<ObjectIndex> {
    var hidden = objects
    for collapsed in contents.values { hidden.formUnion(collapsed) }
    if !typeNames.isEmpty {
      for node in nodes {
        let type = heap.type(of: node.object)
        if typeNames.contains(type.name) || typeNames.contains(type.qualifiedName) {
          hidden.insert(node.object)
        }
      }
    }
    return hidden
  }

  mutating func formUnion(_ other: HiddenObjects) {
    objects.formUnion(other.objects)
    typeNames.formUnion(other.typeNames)
    contents.merge(other.contents) { $0.union($1) }
  }
}

extension ReferenceGraph {
  /// The graph without an object, and without what only that led to.
  ///
  /// - Parameter object: the object; one that is not in the graph stays out of it however it grows.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*).
  public func hiding(_ object: ObjectIndex) -> ReferenceGraph {
    changing { $0.objects.insert(object) }
  }

  /// The graph without some objects, and without what only those led to.
  ///
  /// - Parameter objects: the objects.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*), and the number of objects.
  public func hiding(_ objects: some Sequence<ObjectIndex>) -> ReferenceGraph {
    changing { $0.objects.formUnion(objects) }
  }

  /// The graph without the objects of a type, and without what only those led to.
  ///
  /// - Parameter name: the type's short or qualified name. Objects of it stay hidden however the graph grows.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*).
  public func hiding(type name: String) -> ReferenceGraph {
    changing { $0.typeNames.insert(name) }
  }

  /// The graph with an object but without what was found through it alone.
  ///
  /// - Parameter object: the object.
  /// - Returns: the graph that is left.
  /// - Complexity: O(*n* + *m*).
  public func collapsing(_ object: ObjectIndex) -> ReferenceGraph {
    guard self[object] != nil else { return self }
    let kept = reachable { $0.object != object }
    // Of what is hidden for another reason nothing hangs on this object.
    let contents = Set(nodes.lazy.map(\.object)).subtracting(kept).subtracting([object])
    guard !contents.isEmpty else { return self }
    return changing { $0.contents[object, default: []].formUnion(contents) }
  }

  /// The graph with an object that was hidden or collapsed as it was before.
  ///
  /// - Parameter object: the object.
  /// - Returns: the graph that shows it; where its type is hidden, it stays so.
  /// - Complexity: O(*n* + *m*).
  public func showing(_ object: ObjectIndex) -> ReferenceGraph {
    changing {
      $0.objects.remove(object)
      $0.contents[object] = nil
    }
  }

  /// The graph with the objects of a type that was hidden.
  ///
  /// - Parameter name: the name that it was hidden under.
  /// - Returns: the graph that shows them.
  /// - Complexity: O(*n* + *m*).
  public func showing(type name: String) -> ReferenceGraph {
    changing { $0.typeNames.remove(name) }
  }

  /// The graph with everything that was found.
  ///
  /// - Returns: the graph in which nothing is hidden.
  /// - Complexity: O(*n* + *m*).
  public func showingAll() -> ReferenceGraph {
    changing { $0 = HiddenObjects() }
  }

  private func changing(_ change: (inout HiddenObjects) -> Void) -> ReferenceGraph {
    var graph = self
    change(&graph.hidden)
    graph.settle()
    return graph
  }
}
