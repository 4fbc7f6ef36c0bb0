extension ObjectSpace {
  /// Makes an iterator, as `iter`: what gives the elements of a container one by one.
  ///
  /// - Parameter object: a container, string, range, view or iterator, or an instance with an `__iter__`.
  /// - Returns: a handle to the iterator, which holds the container; to the object itself where that is an iterator.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that cannot be gone through, and what `__iter__` raises.
  /// - Complexity: O(1).
  public func iterator(over object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (object) throws(ObjectError) in handle(try iteration(over: object)) }
    }
  }

  /// Makes an iterator that begins at the end, as `reversed`.
  ///
  /// - Parameter object: a sequence, range or dict, or an instance with a `__reversed__`.
  /// - Returns: a handle to the iterator.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object without an order, and what `__reversed__` raises.
  /// - Complexity: O(1).
  public func reverseIterator(over object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (object) throws(ObjectError) in
        handle(try reverseIteration(over: object))
      }
    }
  }

  /// The next element of an iterator, as `next`.
  ///
  /// - Parameter iterator: an iterator, or an instance with a `__next__`.
  /// - Returns: a handle to the element; `nil` at the end.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no iterator, `runtimeError` where a set or dict has
  ///   changed its size since the iterator was made, and what `__next__` raises but `StopIteration`.
  /// - Complexity: O(1) on average.
  public func next(_ iterator: ObjectHandle) throws(ObjectError) -> ObjectHandle? {
    try step { () throws(ObjectError) in
      try withSubject(of: iterator) { (iterator) throws(ObjectError) in
        try nextElement(of: iterator).map { handle($0) }
      }
    }
  }
}
