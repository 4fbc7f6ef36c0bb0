extension ObjectSpace {
  private func initializeWeakKeys(_ container: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    let modules = try weakModules()
    try put(.data, of: container, makeDict())
    try makeRemover(.remove, of: container, modules.keyRemover, modules.globals)
    try put(.pendingRemovals, of: container, makeList([]))
    try put(.iterating, of: container, makeSet(type(.set)))
    try put(.dirtyLength, of: container, falseObject)
    if other != none { try updateWeakKeys(container, from: other) }
  }

  private func setWeakKey(
    _ container: ObjectPointer, key: ObjectPointer, value: ObjectPointer
  ) throws(ObjectError) {
    let remover = try get(.remove, of: container)
    defer { release(remover) }
    let reference = try makeWeakReference(to: key, callback: remover)
    defer { release(reference) }
    try with(.data, of: container, .dict) { (data) throws(ObjectError) in
      try setValue(value, for: reference, in: data)
    }
  }

  private func updateWeakKeys(_ container: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    guard other != none else { return }
    try forEachMapping(other) { (key, value) throws(ObjectError) in
      try setWeakKey(container, key: key, value: value)
    }
  }

  /// Calls a closure with the dict of a weak key dictionary and a reference to a key.
  private func withReference<Result>(
    _ container: ObjectPointer, _ key: ObjectPointer,
    _ body: (_ data: ObjectPointer, _ reference: ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let reference = try makeWeakReference(to: key)
    defer { release(reference) }
    return try with(.data, of: container, .dict) { (data) throws(ObjectError) in try body(data, reference) }
  }

  /// How many keys live; removals that wait do not count, but those that a program made itself meanwhile do.
  private func weakKeyCount(_ container: ObjectPointer) throws(ObjectError) -> Int {
    let dirty = try get(.dirtyLength, of: container)
    defer { release(dirty) }
    return try with(.data, of: container, .dict) { (data) throws(ObjectError) in
      let waiting = try with(.pendingRemovals, of: container, .list) { $0.itemCount }
      if waiting > 0, try isTrue(dirty) {
        let old = try get(.pendingRemovals, of: container)
        defer { release(old) }
        let pending = items(of: old).map { $0.retained() }
        defer { for item in pending { release(item) } }
        let kept = try makeList([])
        try fillNew(kept) { () throws(ObjectError) in
          for item in pending where try value(of: item, in: data) != nil { try append(item, to: kept) }
        }
        try put(.pendingRemovals, of: container, kept)
        try put(.dirtyLength, of: container, falseObject)
      }
      return try dictCount(data) - with(.pendingRemovals, of: container, .list) { $0.itemCount }
    }
  }

  private func popWeakKey(_ container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try put(.dirtyLength, of: container, trueObject)
    return try with(.data, of: container, .dict) { (data) throws(ObjectError) in
      while let (reference, value) = try popItem(data) {
        defer {
          release(reference)
          release(value)
        }
        guard let key = liveReferent(reference) else { continue }
        defer { release(key) }
        return try makeTuple([key, value])
      }
      throw ObjectError(.keyError, "'popitem(): dictionary is empty'")
    }
  }

  func weakKeyMethods() -> [NativeMethod] {
    [
      NativeMethod("__init__", ["self", "dict"], defaults: [none]) { space, arguments throws(ObjectError) in
        try space.initializeWeakKeys(arguments[0], from: arguments[1])
        return space.none
      },
      NativeMethod("_commit_removals") { space, arguments throws(ObjectError) in
        try space.forEachPending(arguments[0], .dict) { (reference, data) throws(ObjectError) in
          _ = try space.removeValue(of: reference, from: data)
        }
        return space.none
      },
      NativeMethod("__delitem__", ["self", "key"]) { space, arguments throws(ObjectError) in
        try space.put(.dirtyLength, of: arguments[0], space.trueObject)
        try space.withReference(arguments[0], arguments[1]) { (data, reference) throws(ObjectError) in
          guard try space.removeValue(of: reference, from: data) else {
            throw space.missingKey(reference)
          }
        }
        return space.none
      },
      NativeMethod("__getitem__", ["self", "key"]) { space, arguments throws(ObjectError) in
        try space.withReference(arguments[0], arguments[1]) { (data, reference) throws(ObjectError) in
          guard let value = try space.value(of: reference, in: data) else {
            throw space.missingKey(reference)
          }
          return value.retained()
        }
      },
      NativeMethod("__len__") { space, arguments throws(ObjectError) in
        try space.makeInteger(space.weakKeyCount(arguments[0]))
      },
      NativeMethod("__setitem__", ["self", "key", "value"]) { space, arguments throws(ObjectError) in
        try space.setWeakKey(arguments[0], key: arguments[1], value: arguments[2])
        return space.none
      },
      NativeMethod("copy") { space, arguments throws(ObjectError) in
        let copy = try space.instantiate(space.weakClass(.weakKeyDictionary))
        try space.fillNew(copy) { () throws(ObjectError) in
          try space.updateWeakKeys(copy, from: arguments[0])
        }
        return copy
      },
      NativeMethod("get", ["self", "key", "default"], defaults: [none]) {
        space, arguments throws(ObjectError) in
        try space.withReference(arguments[0], arguments[1]) { (data, reference) throws(ObjectError) in
          (try space.value(of: reference, in: data) ?? arguments[2]).retained()
        }
      },
      NativeMethod("__contains__", ["self", "key"]) { space, arguments throws(ObjectError) in
        guard arguments[1].plan.weakListOffset != 0 else { return space.falseObject }
        return try space.withReference(arguments[0], arguments[1]) { (data, reference) throws(ObjectError) in
          space.bool(try space.value(of: reference, in: data) != nil)
        }
      },
      NativeMethod("keyrefs") { space, arguments throws(ObjectError) in
        try space.with(.data, of: arguments[0], .dict) { (data) throws(ObjectError) in
          try space.makeList(space.entries(of: data).map(\.key))
        }
      },
      NativeMethod("popitem") { space, arguments throws(ObjectError) in try space.popWeakKey(arguments[0]) },
      NativeMethod("pop", []) { space, arguments throws(ObjectError) in
        guard (2...3).contains(arguments.count) else { throw ObjectError(.typeError, "pop() takes a key") }
        try space.put(.dirtyLength, of: arguments[0], space.trueObject)
        return try space.withReference(arguments[0], arguments[1]) { (data, reference) throws(ObjectError) in
          if let value = try space.takeValue(of: reference, from: data) { return value }
          guard arguments.count > 2 else { throw space.missingKey(reference) }
          return arguments[2].retained()
        }
      },
      NativeMethod("setdefault", ["self", "key", "default"], defaults: [none]) {
        space, arguments throws(ObjectError) in
        let known = try space.withReference(arguments[0], arguments[1]) {
          (data, reference) throws(ObjectError) in
          try space.value(of: reference, in: data)?.retained()
        }
        if let known { return known }
        try space.setWeakKey(arguments[0], key: arguments[1], value: arguments[2])
        return arguments[2].retained()
      },
      NativeMethod("update", ["self", "dict"], defaults: [none]) { space, arguments throws(ObjectError) in
        try space.updateWeakKeys(arguments[0], from: arguments[1])
        return space.none
      },
    ]
  }
}
