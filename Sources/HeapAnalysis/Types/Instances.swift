public import HeapModel

extension HeapSnapshot {
  /// The types that have a name, short or qualified: several where modules share it.
  ///
  /// - Parameter name: the short or the qualified name.
  /// - Complexity: O(*t*) in the number of types.
  public func types(named name: String) -> [HeapType] {
    types.filter { $0.name == name || $0.qualifiedName == name }
  }

  /// The objects whose type has a name: objgraph's `by_type`.
  ///
  /// - Parameters:
  ///   - name: the type's short or qualified name.
  ///   - scope: which objects to look at; objgraph's are the tracked ones.
  /// - Returns: the objects in the order of the snapshot.
  /// - Complexity: O(*n* + *t*) in the numbers of objects and types.
  public func instances(ofType name: String, scope: ObjectScope = .all) -> [ObjectIndex] {
    var instances: [ObjectIndex] = []
    forEachInstance(ofType: name, scope: scope) { instances.append(ObjectIndex(rawValue: $0)) }
    return instances
  }

  /// How many objects have a type of a name: objgraph's `count`.
  ///
  /// - Parameters:
  ///   - name: the type's short or qualified name.
  ///   - scope: which objects to look at; objgraph's are the tracked ones.
  /// - Complexity: O(*n* + *t*) in the numbers of objects and types.
  public func count(ofType name: String, scope: ObjectScope = .all) -> Int {
    var count = 0
    forEachInstance(ofType: name, scope: scope) { _ in count += 1 }
    return count
  }

  private func forEachInstance(ofType name: String, scope: ObjectScope, _ body: (UInt32) -> Void) {
    let wanted = Set(types(named: name).map(\.index.rawValue))
    guard !wanted.isEmpty else { return }
    let isWanted = (0..<columns.shapes.count).map { wanted.contains(columns.shapes[$0].type) }
    let flags = scope.flags(in: self)
    let shapes = columns.objectShapes.span
    for position in shapes.indices where isWanted[Int(shapes[position])] {
      if let flags, flags[position] & ObjectFlags.tracked.rawValue == 0 { continue }
      body(UInt32(position))
    }
  }
}
