extension ObjectSpace {
  /// How many elements a container, range or view has, or characters a string.
  ///
  /// - Parameter object: a container, range, view or string, or an instance with a `__len__`.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object without a length, `overflowError` for one that is too
  ///   large, and what `__len__` raises.
  /// - Complexity: O(1) beside what `__len__` does.
  public func count(of object: ObjectHandle) throws(ObjectError) -> Int {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (object) throws(ObjectError) in
        try length(of: object)
      }
    }
  }

  /// How many elements an object has, whatever a program's class has as `__len__`.
  func builtinCount(_ object: ObjectPointer) throws(ObjectError) -> Int {
    switch object.plan.body {
    case .list, .tuple: return object.itemCount
    case .dict: return dictCount(object)
    case .set: return setCount(object)
    case .deque: return dequeCount(object)
    default: break
    }
    if isSubtype(object.type, type(.string)) { return object.stringLength }
    if object.isBytes { return object.itemCount }
    switch object.type {
    case type(.range):
      guard let count = object[object: 40]?.integerValue else {
        throw ObjectError(.overflowError, "Python int too large to convert to C ssize_t")
      }
      return count
    case type(.dictKeys), type(.dictValues), type(.dictItems):
      return object[object: IteratorOffset.container].map { dictCount($0) } ?? 0
    case type(.mappingProxy):
      if let mapping = object[object: IteratorOffset.container] { return try length(of: mapping) }
    default: break
    }
    throw ObjectError(.typeError, "object of type '\(nameInErrors(object.type))' has no len()")
  }

  /// An element of a sequence by its index, or the value of a dict's key, as `container[key]`.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, a slice, or a dict's key.
  ///   - container: a list, tuple, string, bytes, range or dict, or an instance with a `__getitem__`.
  /// - Returns: a handle to the element.
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`, and what `__getitem__` raises.
  /// - Complexity: O(1), of a dict on average; of a slice O(*n*) in what it names.
  public func element(
    _ key: any ObjectRepresentable, of container: ObjectHandle
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withObject(for: key) { (key) throws(ObjectError) in
        try withSubject(of: container) { (container) throws(ObjectError) in
          handle(try item(at: key, of: container))
        }
      }
    }
  }

  /// Sets an element of a list by its index, or the value of a dict's key.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, a slice, or a dict's key.
  ///   - container: a list or dict, or an instance with a `__setitem__`.
  ///   - value: what it is set to.
  /// - Throws: ``ObjectError`` of kind `indexError`, `typeError` for a key without a hash or another object, or `valueError`
  ///   for another number of elements than a slice with a step names.
  /// - Complexity: O(1), of a dict on average.
  public func setElement(
    _ key: any ObjectRepresentable, of container: ObjectHandle, to value: any ObjectRepresentable
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withObject(for: key) { (key) throws(ObjectError) in
        try withObject(for: value) { (value) throws(ObjectError) in
          try withSubject(of: container) { (container) throws(ObjectError) in
            try setItem(at: key, of: container, to: value)
          }
        }
      }
    }
  }

  /// Deletes an element of a list by its index, or a dict's key.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, a slice, or a dict's key.
  ///   - container: a list or dict, or an instance with a `__delitem__`.
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`.
  /// - Complexity: O(*n*) in the elements after it; of a dict O(1) on average.
  public func removeElement(_ key: any ObjectRepresentable, of container: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withObject(for: key) { (key) throws(ObjectError) in
        try withSubject(of: container) { (container) throws(ObjectError) in
          try deleteItem(at: key, of: container)
        }
      }
    }
  }

  /// Whether a container has an element, or a dict a key, as `element in container`.
  ///
  /// - Parameters:
  ///   - element: what is looked for.
  ///   - object: a container, string, range, view or iterator, or an instance with a `__contains__` or `__iter__`.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that holds nothing or not such elements, `valueError` for
  ///   a number that is no byte, and what `__eq__` raises.
  /// - Complexity: O(*n*) in the elements of a list or tuple; of a dict or set O(1) on average.
  public func contains(
    _ element: any ObjectRepresentable, in object: ObjectHandle
  ) throws(ObjectError) -> Bool {
    try step { () throws(ObjectError) in
      try withObject(for: element) { (key) throws(ObjectError) in
        try withSubject(of: object) { (target) throws(ObjectError) in try hasElement(key, in: target) }
      }
    }
  }

  /// The elements of a container in its order: of a dict, its keys.
  ///
  /// - Parameter object: a container, string, range, view or iterator.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that cannot be gone through.
  /// - Complexity: O(*n*).
  public func elements(of object: ObjectHandle) throws(ObjectError) -> [ObjectHandle] {
    try step { () throws(ObjectError) in
      try withObject(of: object) { (object) throws(ObjectError) in try iterate(object).map { handle($0) } }
    }
  }

  /// The entries of a dict in its order.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another object.
  /// - Complexity: O(*n*).
  public func entries(
    of dict: ObjectHandle
  ) throws(ObjectError) -> [(key: ObjectHandle, value: ObjectHandle)] {
    try step { () throws(ObjectError) in
      let target = try container(dict, .dict)
      return entries(of: target).map { (handle($0.key.retained()), handle($0.value.retained())) }
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
