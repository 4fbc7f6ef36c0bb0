import HeapModel

/// The words of a union of types.
enum UnionOffset {
  static let arguments = 16
  /// What CPython computes when it is asked for; no type has any here.
  static let parameters = 24
  static let size = 32
}

// Unions of types, as `int | str` makes them.
extension ObjectSpace {
  /// The union of two types, `None` among them, or of unions; owned by the caller, `nil` for other objects.
  ///
  /// - Complexity: O(*n*²) in the types, as each is looked for among those before.
  func union(ofTypes left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard canBeInUnion(left), canBeInUnion(right), left != none || right != none else { return nil }
    var members: [ObjectPointer] = []
    for member in unionMembers(of: left) + unionMembers(of: right) where !members.contains(member) {
      members.append(member)
    }
    if members.count == 1 { return members[0].retained() }
    let arguments = try makeTuple(members)
    defer { release(arguments) }
    return try makeRecord(.union, size: UnionOffset.size, [arguments])
  }

  private func canBeInUnion(_ object: ObjectPointer) -> Bool {
    object == none || isType(object) || object.type == type(.union)
  }

  /// The types of a union; of another object the type that it stands for, itself or that of `None`.
  package func unionMembers(of object: ObjectPointer) -> [ObjectPointer] {
    guard object.type == type(.union) else { return [object == none ? type(.none) : object] }
    return object[object: UnionOffset.arguments].map { items(of: $0) } ?? []
  }

  /// The text of a union, as `repr` gives it.
  func unionText(_ union: ObjectPointer) -> String {
    unionMembers(of: union).map { $0 == type(.none) ? "None" : qualifiedName(of: $0) }
      .joined(separator: " | ")
  }

  /// Whether two unions have the same types in any order.
  func unionsAreEqual(_ left: ObjectPointer, _ right: ObjectPointer) -> Bool {
    Set(unionMembers(of: left)) == Set(unionMembers(of: right))
  }

  /// The hash of a union: that of the frozen set of its types.
  func unionHash(_ union: ObjectPointer) throws(ObjectError) -> Int {
    let set = try makeSet(type(.frozenSet))
    defer { release(set) }
    for member in unionMembers(of: union) { try insert(member, into: set) }
    return try hash(of: set)
  }
}
