extension ObjectSpace {
  /// A name of the weak collections, interned and immortal.
  func weakName(_ name: WeakName) throws(ObjectError) -> ObjectPointer {
    try weakModules().names[name.rawValue]
  }

  /// A class of the weak collections, as its module has it now; borrowed.
  ///
  /// - Throws: ``ObjectError`` of kind `nameError` where a program took it out.
  func weakClass(_ name: WeakName) throws(ObjectError) -> ObjectPointer {
    let modules = try weakModules()
    let isOfSets = name == .weakSet || name == .iterationGuard
    guard
      let found = value(
        ofString: modules.names[name.rawValue], in: isOfSets ? modules.setGlobals : modules.globals),
      found.plan.body == .type
    else { throw ObjectError(.nameError, "name '\(name.text)' is not defined") }
    return found
  }

  /// The attribute of an object, owned by the caller.
  func get(_ name: WeakName, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try attribute(weakName(name), of: object)
  }

  /// Sets an attribute of an object and gives the value's reference back.
  func put(_ name: WeakName, of object: ObjectPointer, _ value: ObjectPointer) throws(ObjectError) {
    defer { release(value) }
    try setAttribute(weakName(name), of: object, to: value)
  }

  /// Calls a closure with an attribute that must be of a kind.
  func with<Result>(
    _ name: WeakName, of object: ObjectPointer, _ body: ObjectBody,
    _ use: (ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let value = try get(name, of: object)
    defer { release(value) }
    guard value.plan.body == body else {
      throw ObjectError(.typeError, "'\(name.text)' is a '\(nameInErrors(value.type))' object")
    }
    return try use(value)
  }

  /// What a weak reference refers to, owned by the caller; `nil` where it is gone.
  func liveReferent(_ reference: ObjectPointer) -> ObjectPointer? {
    guard reference.plan.body == .weakReference else { return nil }
    return weakReferent(reference)?.retained()
  }

  /// Whether removals wait for an iteration's end.
  func isIterated(_ container: ObjectPointer) throws(ObjectError) -> Bool {
    try with(.iterating, of: container, .set) { setCount($0) > 0 }
  }

  /// Makes up for the removals that waited, where there are any.
  func commitRemovals(_ container: ObjectPointer) throws(ObjectError) {
    guard try with(.pendingRemovals, of: container, .list, { $0.itemCount > 0 }) else { return }
    try callCommit(container)
  }

  private func callCommit(_ container: ObjectPointer) throws(ObjectError) {
    let name = try makeName("_commit_removals")
    defer { release(name) }
    guard let method = lookUpInClasses(name, of: container.type) else {
      throw noAttribute(name, of: container)
    }
    release(try callMethod(method, on: container, []))
  }

  /// Takes each removal that waited, the last first, and calls a closure with it and with the container's data.
  func forEachPending(
    _ container: ObjectPointer, _ body: ObjectBody,
    _ remove: (_ item: ObjectPointer, _ data: ObjectPointer) throws(ObjectError) -> Void
  ) throws(ObjectError) {
    try with(.pendingRemovals, of: container, .list) { (pending) throws(ObjectError) in
      try with(.data, of: container, body) { (data) throws(ObjectError) in
        while pending.itemCount > 0, let item = try takeItem(pending.itemCount - 1, of: pending) {
          defer { release(item) }
          try remove(item, data)
        }
      }
    }
  }

  // MARK: Iterations

  /// Begins an iteration of a weak container: its removals wait from now on.
  ///
  /// - Returns: the guard, owned by the caller.
  func enterIteration(_ container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let mark = try instantiate(weakClass(.iterationGuard), [container])
    do throws(ObjectError) {
      try with(.iterating, of: container, .set) { (marks) throws(ObjectError) in
        _ = try insert(mark, into: marks)
      }
    } catch {
      release(mark)
      throw error
    }
    return mark
  }

  /// Ends an iteration; where it was the last one, the removals that waited are made up for.
  ///
  /// - Parameter mark: the guard; its reference is taken over.
  func exitIteration(_ mark: ObjectPointer) throws(ObjectError) {
    defer { release(mark) }
    let reference = try get(.weakContainer, of: mark)
    defer { release(reference) }
    guard let container = liveReferent(reference) else { return }
    defer { release(container) }
    let isLast = try with(.iterating, of: container, .set) { (marks) throws(ObjectError) in
      guard try remove(mark, from: marks) else { throw ObjectError(.keyError, describe(mark)) }
      return setCount(marks) == 0
    }
    if isLast { try callCommit(container) }
  }

  /// Runs a closure while a container's removals wait.
  func whileIterating<Result>(
    _ container: ObjectPointer, _ body: () throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let mark = try enterIteration(container)
    let result: Result
    do throws(ObjectError) {
      result = try body()
    } catch {
      try exitIteration(mark)
      throw error
    }
    try exitIteration(mark)
    return result
  }

  func iterationGuardMethods() -> [NativeMethod] {
    [
      NativeMethod("__init__", ["self", "weakcontainer"]) { space, arguments throws(ObjectError) in
        try space.put(.weakContainer, of: arguments[0], space.makeWeakReference(to: arguments[1]))
        return space.none
      },
      NativeMethod("__enter__") { space, arguments throws(ObjectError) in
        let reference = try space.get(.weakContainer, of: arguments[0])
        defer { space.release(reference) }
        if let container = space.liveReferent(reference) {
          defer { space.release(container) }
          try space.with(.iterating, of: container, .set) { (marks) throws(ObjectError) in
            _ = try space.insert(arguments[0], into: marks)
          }
        }
        return arguments[0].retained()
      },
      NativeMethod("__exit__", ["self", "e", "t", "b"]) { space, arguments throws(ObjectError) in
        try space.exitIteration(arguments[0].retained())
        return space.none
      },
    ]
  }

  // MARK: Dictionaries

  /// Whether an object is one of the weak dictionaries.
  func isWeakDictionary(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    guard weakModulesMade != nil, isHeap(object.type), object.plan.body == .plain else { return false }
    let classes = [try weakClass(.weakValueDictionary), try weakClass(.weakKeyDictionary)]
    return classes.contains { isSubtype(object.type, $0) }
  }

  /// Calls a closure with each live entry of a dict or weak dictionary.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another object, and what the closure throws.
  func forEachMapping(
    _ mapping: ObjectPointer,
    _ body: (_ key: ObjectPointer, _ value: ObjectPointer) throws(ObjectError) -> Void
  ) throws(ObjectError) {
    if mapping.plan.body == .dict { return try forEachHeldEntry(of: mapping, body) }
    guard try isWeakDictionary(mapping) else {
      throw ObjectError(.typeError, "'\(nameInErrors(mapping.type))' object is not a mapping")
    }
    let hasWeakKeys = try isSubtype(mapping.type, weakClass(.weakKeyDictionary))
    if !hasWeakKeys { try commitRemovals(mapping) }
    try whileIterating(mapping) { () throws(ObjectError) in
      try with(.data, of: mapping, .dict) { (data) throws(ObjectError) in
        try forEachHeldEntry(of: data) { (key, value) throws(ObjectError) in
          guard let live = liveReferent(hasWeakKeys ? key : value) else { return }
          defer { release(live) }
          try hasWeakKeys ? body(live, value) : body(key, live)
        }
      }
    }
  }

  /// What a weak key dictionary or weak set does when a key or element is gone: it removes the reference, or notes to do
  /// so where it is being iterated.
  func weakKeyWentAway(
    _ reference: ObjectPointer, _ ownReference: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard let container = liveReferent(ownReference) else { return none }
    defer { release(container) }
    if try isIterated(container) {
      try with(.pendingRemovals, of: container, .list) { (list) throws(ObjectError) in
        try append(reference, to: list)
      }
    } else if try isWeakDictionary(container) {
      try with(.data, of: container, .dict) { (data) throws(ObjectError) in
        _ = try removeValue(of: reference, from: data)
      }
    } else {
      try with(.data, of: container, .set) { (data) throws(ObjectError) in
        _ = try remove(reference, from: data)
      }
    }
    return none
  }
}
