// Tuples whose items have names too, as `sys.version_info`.
extension ObjectSpace {
  /// The names of the items of a built-in type's tuples; `nil` where they have none.
  static func structFields(of type: BuiltinType) -> [String]? {
    switch type {
    case .versionInfo: ["major", "minor", "micro", "releaselevel", "serial"]
    case .floatInfo:
      [
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix",
        "rounds",
      ]
    default: nil
    }
  }

  /// Makes a tuple whose items have names; owned by the caller, unknown to the collector as CPython's are.
  ///
  /// - Parameter elements: as many as the type has names; their references are taken over.
  package func makeStruct(_ type: BuiltinType, taking elements: [ObjectPointer]) throws(ObjectError)
    -> ObjectPointer
  {
    precondition(elements.count == Self.structFields(of: type)?.count, "Each name has its item.")
    let tuple = try allocateCollected(self.type(type), size: TupleOffset.items + 8 * elements.count)
    tuple.itemCount = elements.count
    for (index, element) in elements.enumerated() { tuple[object: TupleOffset.items + 8 * index] = element }
    return tuple
  }

  /// An item by its name, borrowed; `nil` where the object is no such tuple or has none of that name.
  func structField(_ name: String, of object: ObjectPointer) -> ObjectPointer? {
    guard object.plan.body == .tuple, let kind = builtinType(object.type),
      let place = Self.structFields(of: kind)?.firstIndex(of: name)
    else { return nil }
    return item(place, of: object)
  }

  /// What the text of such a tuple has before each item; `nil` for other objects.
  func structPrefixes(of object: ObjectPointer) -> [String]? {
    builtinType(object.type).flatMap { Self.structFields(of: $0) }?.map { $0 + "=" }
  }
}
