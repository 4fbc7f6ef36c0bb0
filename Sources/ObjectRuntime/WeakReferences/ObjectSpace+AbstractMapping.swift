extension ObjectSpace {
  /// Makes the base of the weak dictionaries, `MutableMapping`, with its own bases in their order.
  ///
  /// Their metaclass and abstract methods are left out.
  ///
  /// - Returns: the class, owned by the caller.
  func makeAbstractMapping() throws(ObjectError) -> ObjectPointer {
    let module = try makeModule("collections.abc")
    defer { release(module) }
    guard let globals = module[object: ModuleOffset.attributes] else { return type(.object) }
    func make(_ name: String, _ bases: [ObjectPointer], _ methods: [NativeMethod] = []) throws(ObjectError)
      -> ObjectPointer
    {
      try makeNativeClass(
        name, bases: bases, slots: [], module: "collections.abc", globals: globals, methods: methods)
    }
    let sized = try make("Sized", [])
    defer { release(sized) }
    let iterable = try make("Iterable", [])
    defer { release(iterable) }
    let container = try make("Container", [])
    defer { release(container) }
    let collection = try make("Collection", [sized, iterable, container])
    defer { release(collection) }
    let mapping = try make(
      "Mapping", [collection],
      [
        NativeMethod("__eq__", ["self", "other"]) { space, arguments throws(ObjectError) in
          try space.mappingsAreEqual(arguments[0], arguments[1])
        }
      ])
    defer { release(mapping) }
    return try make(
      "MutableMapping", [mapping],
      [
        NativeMethod("clear") { space, arguments throws(ObjectError) in
          try space.clearMapping(arguments[0])
          return space.none
        }
      ])
  }

  /// The methods by which weak dictionaries are united with other mappings: `|`, its reflection, and `|=`.
  func unionMethods(_ name: WeakName) -> [NativeMethod] {
    func union(
      _ space: ObjectSpace, _ start: ObjectPointer?, _ parts: [ObjectPointer], _ other: ObjectPointer
    ) throws(ObjectError) -> ObjectPointer {
      let isWeak = try space.isWeakDictionary(other)
      guard other.plan.body == .dict || isWeak else { return space.notImplemented }
      let own = try space.weakClass(name)
      let made = try space.instantiate(start ?? own)
      do throws(ObjectError) {
        for part in parts { try space.updateMapping(made, from: part) }
      } catch {
        space.release(made)
        throw error
      }
      return made
    }
    return [
      NativeMethod("__or__", ["self", "other"]) { space, arguments throws(ObjectError) in
        try union(space, nil, arguments, arguments[1])
      },
      NativeMethod("__ror__", ["self", "other"]) { space, arguments throws(ObjectError) in
        try union(space, arguments[0].type, arguments.reversed(), arguments[1])
      },
      NativeMethod("__ior__", ["self", "other"]) { space, arguments throws(ObjectError) in
        try space.updateMapping(arguments[0], from: arguments[1])
        return arguments[0].retained()
      },
    ]
  }

  private func updateMapping(_ mapping: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    let name = try makeName("update")
    defer { release(name) }
    guard let method = lookUpInClasses(name, of: mapping.type) else { throw noAttribute(name, of: mapping) }
    release(try callMethod(method, on: mapping, [other]))
  }

  /// Takes entries out until there are none.
  private func clearMapping(_ mapping: ObjectPointer) throws(ObjectError) {
    let name = try makeName("popitem")
    defer { release(name) }
    guard let method = lookUpInClasses(name, of: mapping.type) else { return }
    while true {
      do throws(ObjectError) {
        release(try callMethod(method, on: mapping, []))
      } catch  where error.kind == .keyError {
        return
      }
    }
  }

  /// Whether two mappings have equal entries, as dicts of what is in them.
  private func mappingsAreEqual(
    _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard let first = try entriesDict(of: left) else { return notImplemented }
    defer { release(first) }
    guard let second = try entriesDict(of: right) else { return notImplemented }
    defer { release(second) }
    return bool(try areEqual(first, second))
  }

  /// The live entries of a weak dictionary or a dict as a new dict, owned by the caller; `nil` for another object.
  func entriesDict(of mapping: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let isWeak = try isWeakDictionary(mapping)
    guard mapping.plan.body == .dict || isWeak else { return nil }
    let copy = try makeDict()
    do throws(ObjectError) {
      try forEachMapping(mapping) { (key, value) throws(ObjectError) in
        try setValue(value, for: key, in: copy)
      }
    } catch {
      release(copy)
      throw error
    }
    return copy
  }
}
