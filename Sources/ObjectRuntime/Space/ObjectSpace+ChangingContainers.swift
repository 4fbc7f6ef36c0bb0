extension ObjectSpace {
  /// Adds an element at the end of a list, or to a set.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` for another object, `typeError` for an element without a hash.
  /// - Complexity: O(1) amortized.
  public func append(_ element: any ObjectRepresentable, to container: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withObject(for: element) { (element) throws(ObjectError) in
        try withSubject(of: container) { (container) throws(ObjectError) in
          try append(element, toContainer: container)
        }
      }
    }
  }

  /// Adds all elements of a container at the end of a list.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where the first is no list or the other cannot be gone through.
  /// - Complexity: O(*n*) in the elements added.
  public func extend(_ list: ObjectHandle, with other: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withContainer(list, .list) { (list) throws(ObjectError) in
        try withObject(of: other) { (other) throws(ObjectError) in try extend(list, iterating: other) }
      }
    }
  }

  /// Adds an element before a position of a list.
  ///
  /// - Parameters:
  ///   - element: what is added.
  ///   - index: the position, counted from the end where it is negative; beyond an end it is that end.
  ///   - list: the list.
  /// - Throws: ``ObjectError`` of kind `typeError` for another object.
  /// - Complexity: O(*n*) in the elements after it.
  public func insert(
    _ element: any ObjectRepresentable, at index: Int, of list: ObjectHandle
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withObject(for: element) { (element) throws(ObjectError) in
        try withContainer(list, .list) { (list) throws(ObjectError) in
          try insert(element, at: index, of: list)
        }
      }
    }
  }

  /// Takes an element out of a list by its index (the last one where left out), an entry's value out of a dict by its
  /// key, or an arbitrary one out of a set.
  ///
  /// - Parameters:
  ///   - object: a list, dict or set.
  ///   - key: an index or a dict's key.
  /// - Returns: a handle to what was taken out.
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, `typeError`, or `attributeError` for another object.
  /// - Complexity: O(*n*) in a list's elements after it; else O(1) on average.
  public func pop(
    from object: ObjectHandle, _ key: (any ObjectRepresentable)? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (target) throws(ObjectError) in
        guard let key else { return handle(try callBuiltinMethod("pop", of: target)) }
        return try withObject(for: key) { (key) throws(ObjectError) in
          handle(try callBuiltinMethod("pop", of: target, [key]))
        }
      }
    }
  }

  /// Takes the newest entry out of a dict.
  ///
  /// - Throws: ``ObjectError`` of kind `keyError` where it is empty, `typeError` for another object.
  /// - Complexity: O(1) amortized.
  public func popEntry(from dict: ObjectHandle) throws(ObjectError) -> (
    key: ObjectHandle, value: ObjectHandle
  ) {
    try step { () throws(ObjectError) in
      try withContainer(dict, .dict) { (dict) throws(ObjectError) in
        guard let (key, value) = try popItem(dict) else {
          throw ObjectError(.keyError, "'popitem(): dictionary is empty'")
        }
        return (handle(key), handle(value))
      }
    }
  }

  /// Takes all elements out of a list, dict or set.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` for another object.
  /// - Complexity: O(*n*).
  public func removeAll(from object: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (target) throws(ObjectError) in
        release(try callBuiltinMethod("clear", of: target))
      }
    }
  }

  /// Removes an element from a set.
  ///
  /// - Returns: whether it was there.
  /// - Throws: ``ObjectError`` of kind `typeError` for another object or an element without a hash, `attributeError` for
  ///   a frozenset.
  /// - Complexity: O(1) on average.
  @discardableResult
  public func discard(
    _ element: any ObjectRepresentable, from set: ObjectHandle
  ) throws(ObjectError) -> Bool {
    try step { () throws(ObjectError) in
      try withObject(for: element) { (element) throws(ObjectError) in
        try withContainer(set, .set) { (set) throws(ObjectError) in
          guard !isSubtype(set.type, type(.frozenSet)) else {
            throw ObjectError(
              .attributeError, "'\(nameInErrors(set.type))' object has no attribute 'discard'")
          }
          return try remove(element, from: set)
        }
      }
    }
  }

  /// A copy of a dict, list or set, as its `copy()`; of a frozenset, that one.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` for another object.
  /// - Complexity: O(*n*).
  public func copy(_ object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (target) throws(ObjectError) in
        handle(try callBuiltinMethod("copy", of: target))
      }
    }
  }

  /// Sets all entries of another dict, or adds all elements of another container to a set.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` for another object, `typeError` where the other cannot be gone
  ///   through or an element has no hash.
  /// - Complexity: O(*n*) in the other's elements.
  public func update(_ object: ObjectHandle, from other: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (target) throws(ObjectError) in
        try withObject(of: other) { (source) throws(ObjectError) in
          release(try callBuiltinMethod("update", of: target, [source]))
        }
      }
    }
  }
}
