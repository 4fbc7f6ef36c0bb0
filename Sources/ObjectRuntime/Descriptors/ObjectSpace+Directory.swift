extension ObjectSpace {
  /// The names of an object's attributes, as `dir(object)`: a sorted list, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where `__dir__` returns nothing that can be gone through, and what it
  ///   raises.
  /// - Complexity: O(*n* log *n*) in the names.
  package func directory(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard object.plan.body != .type,
      let method = specialMethod(state.specialNames[.directory], of: object)
    else { return try ownDirectory(of: object) }
    let names = try callMethod(method, on: object, [])
    defer { release(names) }
    let list = try makeList(iterating: names)
    try fillNew(list) { () throws(ObjectError) in
      release(try callBuiltinMethod("sort", of: list))
    }
    return list
  }

  /// The names of an object's attributes, whatever a program's class has as `__dir__`.
  func ownDirectory(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    var names: Set<String> = []
    if object.plan.body == .type {
      collectNames(ofClass: object, into: &names)
    } else if object.type == type(.module) {
      if let dict = object[object: ModuleOffset.attributes] { collectNames(ofDict: dict, into: &names) }
    } else {
      collectNames(ofClass: object.type, into: &names)
      names.insert("__class__")
      if let dict = try instanceDict(of: object) { collectNames(ofDict: dict, into: &names) }
    }
    let list = try makeList([])
    try fillNew(list) { () throws(ObjectError) in
      for name in names.sorted(by: { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }) {
        let string = try makeString(name)
        defer { release(string) }
        try append(string, to: list)
      }
    }
    return list
  }

  private func instanceDict(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard object.plan.traits.contains(.hasManagedDict) || object.plan.dictOffset > 0 else { return nil }
    // It is made where there was none: asking for the names asks for `__dict__`.
    return try ensureAttributeDict(of: object)
  }

  private func collectNames(ofClass type: ObjectPointer, into names: inout Set<String>) {
    guard let order = type[object: TypeOffset.methodResolutionOrder] else { return }
    for base in items(of: order) {
      if isHeap(base) {
        if let dict = base[object: TypeOffset.dict] { collectNames(ofDict: dict, into: &names) }
        // A class shows its dict and weak references only where it is the one to add them.
        continue
      }
      let number = base.instancePlan.number
      for name in BuiltinAttributes.all[number].names { names.insert(String(name)) }
      if number < BuiltinType.allCases.count {
        for name in BuiltinDescriptor.places[number].keys { names.insert(name) }
      }
    }
  }

  private func collectNames(ofDict dict: ObjectPointer, into names: inout Set<String>) {
    for (key, _) in entries(of: dict) where key.type == type(.string) { names.insert(key.text) }
  }
}
