extension ObjectSpace {
  /// Takes an entry out of the dict of a weak value dictionary where its reference is dead.
  func removeDeadEntry(of key: ObjectPointer, from dict: ObjectPointer) throws(ObjectError) {
    guard let reference = try value(of: key, in: dict) else { return }
    guard reference.plan.body == .weakReference else { throw ObjectError(.typeError, "not a weakref") }
    if weakReferent(reference) == nil { _ = try removeValue(of: key, from: dict) }
  }

  /// What a weak value dictionary does when one of its values is gone.
  func weakValueWentAway(
    _ reference: ObjectPointer, _ ownReference: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard let container = liveReferent(ownReference) else { return none }
    defer { release(container) }
    let key = try get(.key, of: reference)
    defer { release(key) }
    if try isIterated(container) {
      try with(.pendingRemovals, of: container, .list) { (list) throws(ObjectError) in
        try append(key, to: list)
      }
    } else {
      try with(.data, of: container, .dict) { (data) throws(ObjectError) in
        try removeDeadEntry(of: key, from: data)
      }
    }
    return none
  }

  private func initializeWeakValues(_ container: ObjectPointer, from other: ObjectPointer) throws(ObjectError)
  {
    let modules = try weakModules()
    try makeRemover(.remove, of: container, modules.valueRemover, modules.globals, [modules.deadEntryRemover])
    try put(.pendingRemovals, of: container, makeList([]))
    try put(.iterating, of: container, makeSet(type(.set)))
    try put(.data, of: container, makeDict())
    try updateWeakValues(container, from: other)
  }

  /// Gives a weak container the function that takes dead entries out.
  func makeRemover(
    _ name: WeakName, of container: ObjectPointer, _ code: ObjectPointer?, _ globals: ObjectPointer,
    _ more: [ObjectPointer] = []
  ) throws(ObjectError) {
    guard let code else { return }
    let reference = try makeWeakReference(to: container)
    defer { release(reference) }
    try put(name, of: container, makeFunction(code: code, globals: globals, defaults: [reference] + more))
  }

  /// Makes the reference by which a weak value dictionary holds a value, owned by the caller.
  private func makeKeyedReference(
    _ container: ObjectPointer, key: ObjectPointer, value: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let remover = try get(.remove, of: container)
    defer { release(remover) }
    let reference = try makeWeakReference(
      to: value, callback: remover, type: weakClass(.keyedReference))
    do throws(ObjectError) {
      try setAttribute(weakName(.key), of: reference, to: key)
    } catch {
      release(reference)
      throw error
    }
    return reference
  }

  private func setWeakValue(
    _ container: ObjectPointer, key: ObjectPointer, value: ObjectPointer
  ) throws(ObjectError) {
    let reference = try makeKeyedReference(container, key: key, value: value)
    defer { release(reference) }
    try with(.data, of: container, .dict) { (data) throws(ObjectError) in
      try setValue(reference, for: key, in: data)
    }
  }

  private func updateWeakValues(_ container: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    try commitRemovals(container)
    if other == none || other == emptyTuple { return }
    try forEachMapping(other) { (key, value) throws(ObjectError) in
      try setWeakValue(container, key: key, value: value)
    }
  }

  /// The live value of a key, owned by the caller.
  private func weakValue(_ container: ObjectPointer, _ key: ObjectPointer) throws(ObjectError)
    -> ObjectPointer?
  {
    try with(.data, of: container, .dict) { (data) throws(ObjectError) in
      guard let reference = try value(of: key, in: data) else { return nil }
      return liveReferent(reference)
    }
  }

  private func popWeakValue(_ container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try commitRemovals(container)
    return try with(.data, of: container, .dict) { (data) throws(ObjectError) in
      while let (key, reference) = try popItem(data) {
        defer {
          release(key)
          release(reference)
        }
        guard let value = liveReferent(reference) else { continue }
        defer { release(value) }
        return try makeTuple([key, value])
      }
      throw ObjectError(.keyError, "'popitem(): dictionary is empty'")
    }
  }

  func keyedReferenceMethods() -> [NativeMethod] {
    [
      NativeMethod("__new__", ["type", "ob", "callback", "key"]) { space, arguments throws(ObjectError) in
        let reference = try space.makeWeakReference(
          to: arguments[1], callback: arguments[2], type: arguments[0])
        do throws(ObjectError) {
          try space.setAttribute(space.weakName(.key), of: reference, to: arguments[3])
        } catch {
          space.release(reference)
          throw error
        }
        return reference
      },
      NativeMethod("__init__", ["self", "ob", "callback", "key"]) { space, _ throws(ObjectError) in space.none
      },
    ]
  }

  func weakValueMethods() -> [NativeMethod] {
    [
      NativeMethod("__init__", ["self", "other"], defaults: [emptyTuple]) {
        space, arguments throws(ObjectError) in
        try space.initializeWeakValues(arguments[0], from: arguments[1])
        return space.none
      },
      NativeMethod("_commit_removals") { space, arguments throws(ObjectError) in
        try space.forEachPending(arguments[0], .dict) { (key, data) throws(ObjectError) in
          try space.removeDeadEntry(of: key, from: data)
        }
        return space.none
      },
      NativeMethod("__getitem__", ["self", "key"]) { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        guard let value = try space.weakValue(arguments[0], arguments[1]) else {
          throw space.missingKey(arguments[1])
        }
        return value
      },
      NativeMethod("__delitem__", ["self", "key"]) { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        try space.with(.data, of: arguments[0], .dict) { (data) throws(ObjectError) in
          guard try space.removeValue(of: arguments[1], from: data) else {
            throw space.missingKey(arguments[1])
          }
        }
        return space.none
      },
      NativeMethod("__len__") { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        return try space.makeInteger(space.with(.data, of: arguments[0], .dict) { space.dictCount($0) })
      },
      NativeMethod("__contains__", ["self", "key"]) { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        let value = try space.weakValue(arguments[0], arguments[1])
        if let value { space.release(value) }
        return space.bool(value != nil)
      },
      NativeMethod("__setitem__", ["self", "key", "value"]) { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        try space.setWeakValue(arguments[0], key: arguments[1], value: arguments[2])
        return space.none
      },
      NativeMethod("copy") { space, arguments throws(ObjectError) in
        let copy = try space.instantiate(space.weakClass(.weakValueDictionary))
        try space.fillNew(copy) { () throws(ObjectError) in
          try space.updateWeakValues(copy, from: arguments[0])
        }
        return copy
      },
      NativeMethod("get", ["self", "key", "default"], defaults: [none]) {
        space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        return try space.weakValue(arguments[0], arguments[1]) ?? arguments[2].retained()
      },
      NativeMethod("popitem") { space, arguments throws(ObjectError) in try space.popWeakValue(arguments[0])
      },
      NativeMethod("pop", []) { space, arguments throws(ObjectError) in
        guard (2...3).contains(arguments.count) else { throw ObjectError(.typeError, "pop() takes a key") }
        try space.commitRemovals(arguments[0])
        let taken = try space.with(.data, of: arguments[0], .dict) { (data) throws(ObjectError) in
          try space.takeValue(of: arguments[1], from: data)
        }
        if let taken {
          defer { space.release(taken) }
          if let value = space.liveReferent(taken) { return value }
        }
        guard arguments.count > 2 else { throw space.missingKey(arguments[1]) }
        return arguments[2].retained()
      },
      NativeMethod("setdefault", ["self", "key", "default"], defaults: [none]) {
        space, arguments throws(ObjectError) in
        if let value = try space.weakValue(arguments[0], arguments[1]) { return value }
        try space.commitRemovals(arguments[0])
        try space.setWeakValue(arguments[0], key: arguments[1], value: arguments[2])
        return arguments[2].retained()
      },
      NativeMethod("update", ["self", "other"], defaults: [none]) { space, arguments throws(ObjectError) in
        try space.updateWeakValues(arguments[0], from: arguments[1])
        return space.none
      },
      NativeMethod("valuerefs") { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        return try space.with(.data, of: arguments[0], .dict) { (data) throws(ObjectError) in
          try space.makeList(space.entries(of: data).map(\.value))
        }
      },
    ]
  }
}
