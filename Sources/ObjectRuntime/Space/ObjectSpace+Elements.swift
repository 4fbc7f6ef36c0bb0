extension ObjectSpace {
  /// How many elements a container has, or characters a string.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object without a length.
  public func count(of object: ObjectHandle) throws(ObjectError) -> Int {
    let object = try subject(object)
    if let method = specialMethod(names.length, of: object) {
      return try step { () throws(ObjectError) in
        let result = handle(try callMethod(method, on: object, []))
        return try length(told: pointer(result))
      }
    }
    switch object.plan.body {
    case .list, .tuple: return object.itemCount
    case .dict: return dictCount(object)
    case .set: return setCount(object)
    default: break
    }
    if object.type == type(.string) { return object.stringLength }
    if object.type == type(.bytes) { return object.itemCount }
    throw ObjectError(.typeError, "object of type '\(nameInErrors(object.type))' has no len()")
  }

  /// An element of a list or tuple by its index, or the value of a dict's key, as `container[key]`.
  ///
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`.
  public func element(
    _ key: any ObjectRepresentable, of container: ObjectHandle
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let keyHandle = try key.makeObject(in: self)
      defer { withExtendedLifetime(keyHandle) {} }
      let container = try subject(container)
      let key = try pointer(keyHandle)
      if let method = specialMethod(names.getItem, of: container) {
        return handle(try callMethod(method, on: container, [key]))
      }
      return handle(try item(at: key, of: container))
    }
  }

  /// Sets an element of a list by its index, or the value of a dict's key.
  ///
  /// - Throws: ``ObjectError`` of kind `indexError`, or `typeError` for a key without a hash or another object.
  public func setElement(
    _ key: any ObjectRepresentable, of container: ObjectHandle, to value: any ObjectRepresentable
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let keyHandle = try key.makeObject(in: self)
      let valueHandle = try value.makeObject(in: self)
      defer { withExtendedLifetime((keyHandle, valueHandle)) {} }
      let container = try subject(container)
      let key = try pointer(keyHandle)
      if let method = specialMethod(names.setItem, of: container) {
        return release(try callMethod(method, on: container, [key, pointer(valueHandle)]))
      }
      switch container.plan.body {
      case .list:
        let index = try index(
          key, of: container, noun: "list", count: container.itemCount, range: "list assignment ")
        setItem(index, of: container, to: try pointer(valueHandle))
      case .dict: try setValue(pointer(valueHandle), for: key, in: container)
      default:
        throw ObjectError(
          .typeError, "'\(nameInErrors(container.type))' object does not support item assignment")
      }
    }
  }

  /// Deletes an element of a list by its index, or a dict's key.
  ///
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`.
  public func removeElement(_ key: any ObjectRepresentable, of container: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let keyHandle = try key.makeObject(in: self)
      defer { withExtendedLifetime(keyHandle) {} }
      let container = try subject(container)
      let key = try pointer(keyHandle)
      if let method = specialMethod(names.deleteItem, of: container) {
        return release(try callMethod(method, on: container, [key]))
      }
      switch container.plan.body {
      case .list:
        let index = try index(
          key, of: container, noun: "list", count: container.itemCount, range: "list assignment ")
        try removeItems(index..<index + 1, of: container)
      case .dict:
        guard try removeValue(of: key, from: container) else { throw ObjectError(.keyError, describe(key)) }
      default:
        throw ObjectError(
          .typeError, "'\(nameInErrors(container.type))' object doesn't support item deletion")
      }
    }
  }

  /// Adds an element at the end of a list, or to a set.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another object or an element without a hash.
  public func append(_ element: any ObjectRepresentable, to container: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let elementHandle = try element.makeObject(in: self)
      defer { withExtendedLifetime(elementHandle) {} }
      try append(pointer(elementHandle), toContainer: subject(container))
    }
  }

  /// Adds all elements of a list or tuple at the end of a list.
  public func extend(_ list: ObjectHandle, with other: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try extendByAnything(container(list, .list), with: pointer(other))
    }
  }

  /// Adds an element before a position of a list.
  public func insert(
    _ element: any ObjectRepresentable, at index: Int, of list: ObjectHandle
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let elementHandle = try element.makeObject(in: self)
      defer { withExtendedLifetime(elementHandle) {} }
      let list = try container(list, .list)
      let count = list.itemCount
      let place = min(max(index < 0 ? index + count : index, 0), count)
      try insert(pointer(elementHandle), at: place, of: list)
    }
  }

  /// Takes an element out of a list by its index (the last one where left out), the newest entry's value out of a dict
  /// by its key, or an arbitrary one out of a set.
  ///
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`.
  public func pop(
    from object: ObjectHandle, _ key: (any ObjectRepresentable)? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let target = try subject(object)
      switch target.plan.body {
      case .list:
        guard target.itemCount > 0 else { throw ObjectError(.indexError, "pop from empty list") }
        let keyHandle = try (key ?? -1).makeObject(in: self)
        defer { withExtendedLifetime(keyHandle) {} }
        guard let value = try pointer(keyHandle).integerValue else {
          throw ObjectError(
            .typeError,
            "'\(nameInErrors(try pointer(keyHandle).type))' object cannot be interpreted as an integer")
        }
        let index = value < 0 ? value + target.itemCount : value
        guard index >= 0, index < target.itemCount else {
          throw ObjectError(.indexError, "pop index out of range")
        }
        return handle(try takeItem(index, of: target) ?? none)
      case .dict:
        guard let key else { throw ObjectError(.typeError, "pop expected at least 1 argument, got 0") }
        let keyHandle = try key.makeObject(in: self)
        defer { withExtendedLifetime(keyHandle) {} }
        guard let value = try takeValue(of: pointer(keyHandle), from: target) else {
          throw ObjectError(.keyError, describe(try pointer(keyHandle)))
        }
        return handle(value)
      case .set:
        guard let element = popElement(target) else {
          throw ObjectError(.keyError, "'pop from an empty set'")
        }
        return handle(element)
      default:
        throw ObjectError(.attributeError, "'\(nameInErrors(target.type))' object has no attribute 'pop'")
      }
    }
  }

  /// Takes the newest entry out of a dict.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where it is empty.
  public func popEntry(from dict: ObjectHandle) throws(ObjectError) -> (
    key: ObjectHandle, value: ObjectHandle
  ) {
    try step { () throws(ObjectError) in
      guard let (key, value) = try popItem(container(dict, .dict)) else {
        throw ObjectError(.keyError, "'popitem(): dictionary is empty'")
      }
      return (handle(key), handle(value))
    }
  }

  /// Takes all elements out of a list, dict or set.
  public func removeAll(from object: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let target = try subject(object)
      switch target.plan.body {
      case .list: clearList(target)
      case .dict: clearDict(target)
      case .set where !isSubtype(target.type, type(.frozenSet)): clearSet(target)
      default:
        throw ObjectError(.attributeError, "'\(nameInErrors(target.type))' object has no attribute 'clear'")
      }
    }
  }

  /// Removes an element from a set.
  ///
  /// - Returns: whether it was there.
  @discardableResult
  public func discard(_ element: any ObjectRepresentable, from set: ObjectHandle) throws(ObjectError) -> Bool
  {
    try step { () throws(ObjectError) in
      let elementHandle = try element.makeObject(in: self)
      defer { withExtendedLifetime(elementHandle) {} }
      return try remove(pointer(elementHandle), from: container(set, .set))
    }
  }

  /// Whether a container has an element, or a dict a key.
  public func contains(_ element: any ObjectRepresentable, in object: ObjectHandle) throws(ObjectError)
    -> Bool
  {
    try step { () throws(ObjectError) in
      let elementHandle = try element.makeObject(in: self)
      defer { withExtendedLifetime(elementHandle) {} }
      let key = try pointer(elementHandle)
      let target = try subject(object)
      if let method = specialMethod(names.contains, of: target) {
        let result = handle(try callMethod(method, on: target, [key]))
        return try isTrue(pointer(result))
      }
      switch target.plan.body {
      case .dict: return try value(of: key, in: target) != nil
      case .set: return try contains(key, in: target)
      case .list, .tuple:
        for index in 0..<target.itemCount {
          guard index < target.itemCount, let element = item(index, of: target) else { break }
          if try areEqual(element, key) { return true }
        }
        return false
      default:
        throw ObjectError(.typeError, "argument of type '\(nameInErrors(target.type))' is not iterable")
      }
    }
  }

  /// The elements of a container in its order: of a dict, its keys.
  public func elements(of object: ObjectHandle) throws(ObjectError) -> [ObjectHandle] {
    try step { () throws(ObjectError) in try iterate(pointer(object)).map { handle($0) } }
  }

  /// The entries of a dict in its order.
  public func entries(
    of dict: ObjectHandle
  ) throws(ObjectError) -> [(key: ObjectHandle, value: ObjectHandle)] {
    try step { () throws(ObjectError) in
      let target = try container(dict, .dict)
      return entries(of: target).map { (handle($0.key.retained()), handle($0.value.retained())) }
    }
  }

  /// A copy of a dict, list or set, as its `copy()`.
  public func copy(_ object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let target = try subject(object)
      switch target.plan.body {
      case .dict: return handle(try copyDict(target))
      case .list: return handle(try makeList(items(of: target)))
      case .set:
        let copy = handle(try makeSet(target.type))
        try formUnion(pointer(copy), with: target)
        return copy
      default:
        throw ObjectError(.attributeError, "'\(nameInErrors(target.type))' object has no attribute 'copy'")
      }
    }
  }

  /// Sets all entries of another dict, or adds all elements of another container to a set.
  public func update(_ object: ObjectHandle, from other: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let target = try subject(object)
      let source = try pointer(other)
      switch target.plan.body {
      case .dict: try fillDict(target, from: source)
      case .set where !isSubtype(target.type, type(.frozenSet)): try fillSet(target, from: source)
      default: throw ObjectError(.typeError, "'\(nameInErrors(source.type))' object is not iterable")
      }
    }
  }

  /// The object of a handle, which must be a container of a kind.
  func container(_ handle: ObjectHandle, _ body: ObjectBody) throws(ObjectError) -> ObjectPointer {
    let object = try subject(handle)
    guard object.plan.body == body else {
      throw ObjectError(
        .typeError, "descriptor requires a '\(body)' object but received '\(nameInErrors(object.type))'")
    }
    return object
  }
}
