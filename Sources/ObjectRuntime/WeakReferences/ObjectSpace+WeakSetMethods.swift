extension ObjectSpace {
  private func initializeWeakSet(_ container: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    let modules = try weakModules()
    try put(.data, of: container, makeSet(type(.set)))
    try makeRemover(.remove, of: container, modules.elementRemover, modules.setGlobals)
    try put(.pendingRemovals, of: container, makeList([]))
    try put(.iterating, of: container, makeSet(type(.set)))
    if other != none { try updateWeakSet(container, from: other) }
  }

  private func addWeakElement(_ container: ObjectPointer, _ element: ObjectPointer) throws(ObjectError) {
    try commitRemovals(container)
    let remover = try get(.remove, of: container)
    defer { release(remover) }
    let reference = try makeWeakReference(to: element, callback: remover)
    defer { release(reference) }
    try with(.data, of: container, .set) { (data) throws(ObjectError) in _ = try insert(reference, into: data)
    }
  }

  private func updateWeakSet(_ container: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    try commitRemovals(container)
    let elements = try liveElements(of: other)
    defer { for element in elements { release(element) } }
    for element in elements { try addWeakElement(container, element) }
  }

  /// The elements of a weak set that live, or those of a built-in container, owned by the caller.
  func liveElements(of container: ObjectPointer) throws(ObjectError) -> [ObjectPointer] {
    guard isHeap(container.type), try isSubtype(container.type, weakClass(.weakSet)) else {
      return try iterate(container)
    }
    return try whileIterating(container) { () throws(ObjectError) in
      try with(.data, of: container, .set) { elements(of: $0).compactMap { liveReferent($0) } }
    }
  }

  private func discard(
    _ element: ObjectPointer, from container: ObjectPointer
  ) throws(ObjectError) -> Bool {
    try commitRemovals(container)
    let reference = try makeWeakReference(to: element)
    defer { release(reference) }
    return try with(.data, of: container, .set) { (data) throws(ObjectError) in
      try remove(reference, from: data)
    }
  }

  private func popWeakElement(_ container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try commitRemovals(container)
    return try with(.data, of: container, .set) { (data) throws(ObjectError) in
      while let reference = popElement(data) {
        defer { release(reference) }
        if let element = liveReferent(reference) { return element }
      }
      throw ObjectError(.keyError, "'pop from empty WeakSet'")
    }
  }

  func weakSetMethods() -> [NativeMethod] {
    [
      NativeMethod("__init__", ["self", "data"], defaults: [none]) { space, arguments throws(ObjectError) in
        try space.initializeWeakSet(arguments[0], from: arguments[1])
        return space.none
      },
      NativeMethod("_commit_removals") { space, arguments throws(ObjectError) in
        try space.forEachPending(arguments[0], .set) { (reference, data) throws(ObjectError) in
          _ = try space.remove(reference, from: data)
        }
        return space.none
      },
      NativeMethod("__len__") { space, arguments throws(ObjectError) in
        let waiting = try space.with(.pendingRemovals, of: arguments[0], .list) { $0.itemCount }
        return try space.makeInteger(
          space.with(.data, of: arguments[0], .set) { space.setCount($0) } - waiting)
      },
      NativeMethod("__contains__", ["self", "item"]) { space, arguments throws(ObjectError) in
        guard arguments[1].plan.weakListOffset != 0 else { return space.falseObject }
        let reference = try space.makeWeakReference(to: arguments[1])
        defer { space.release(reference) }
        return try space.with(.data, of: arguments[0], .set) { (data) throws(ObjectError) in
          space.bool(try space.contains(reference, in: data))
        }
      },
      NativeMethod("add", ["self", "item"]) { space, arguments throws(ObjectError) in
        try space.addWeakElement(arguments[0], arguments[1])
        return space.none
      },
      NativeMethod("clear") { space, arguments throws(ObjectError) in
        try space.commitRemovals(arguments[0])
        try space.with(.data, of: arguments[0], .set) { space.clearSet($0) }
        return space.none
      },
      NativeMethod("copy") { space, arguments throws(ObjectError) in
        try space.instantiate(arguments[0].type, [arguments[0]])
      },
      NativeMethod("pop") { space, arguments throws(ObjectError) in try space.popWeakElement(arguments[0]) },
      NativeMethod("remove", ["self", "item"]) { space, arguments throws(ObjectError) in
        guard try space.discard(arguments[1], from: arguments[0]) else {
          throw space.missingKey(arguments[1])
        }
        return space.none
      },
      NativeMethod("discard", ["self", "item"]) { space, arguments throws(ObjectError) in
        _ = try space.discard(arguments[1], from: arguments[0])
        return space.none
      },
      NativeMethod("update", ["self", "other"]) { space, arguments throws(ObjectError) in
        try space.updateWeakSet(arguments[0], from: arguments[1])
        return space.none
      },
      NativeMethod("__eq__", ["self", "other"]) { space, arguments throws(ObjectError) in
        guard space.isSubtype(arguments[1].type, arguments[0].type) else { return space.notImplemented }
        let other = try space.liveElements(of: arguments[1])
        defer { for element in other { space.release(element) } }
        return try space.with(.data, of: arguments[0], .set) { (data) throws(ObjectError) in
          guard space.setCount(data) == other.count else { return space.falseObject }
          for element in other {
            let reference = try space.makeWeakReference(to: element)
            defer { space.release(reference) }
            if try !space.contains(reference, in: data) { return space.falseObject }
          }
          return space.trueObject
        }
      },
    ]
  }
}
