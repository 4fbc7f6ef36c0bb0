/// A Swift value that has an object of its own kind in a space: numbers, strings, arrays, dictionaries, handles.
public protocol ObjectRepresentable {
  /// Makes the object, or finds the one that there is.
  ///
  /// - Parameter space: where the object lives.
  /// - Returns: a handle to it.
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle
}

extension ObjectHandle: ObjectRepresentable {
  /// The handle itself.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for a handle of another space.
  /// - Complexity: O(1).
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    guard self.space === space else { throw ObjectError(.valueError, "the object lives in another space") }
    return self
  }
}

extension Int: ObjectRepresentable {
  /// An `int`.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` where the space is closed.
  /// - Complexity: O(1).
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.checkOpen()
    return ObjectHandle(space, taking: try space.makeInteger(self))
  }
}

extension Double: ObjectRepresentable {
  /// A `float`.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` where the space is closed.
  /// - Complexity: O(1).
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.checkOpen()
    return ObjectHandle(space, taking: try space.makeFloat(self))
  }
}

extension Bool: ObjectRepresentable {
  /// `True` or `False`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where the space is closed.
  /// - Complexity: O(1).
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.checkOpen()
    return ObjectHandle(space, taking: space.bool(self))
  }
}

extension String: ObjectRepresentable {
  /// A `str`; it is interned where it looks like a name, as a constant of a program is.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` where the space is closed.
  /// - Complexity: O(*n*) in its characters.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.checkOpen()
    let string = try space.makeString(self)
    return ObjectHandle(space, taking: space.isNameLike(string) ? space.intern(string) : string)
  }
}

extension Optional: ObjectRepresentable where Wrapped: ObjectRepresentable {
  /// The object of the value, `None` where there is none.
  ///
  /// - Throws: as the value's own.
  /// - Complexity: that of the value's own.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.checkOpen()
    guard let self else { return ObjectHandle(space, taking: space.none) }
    return try self.makeObject(in: space)
  }
}

extension Array: ObjectRepresentable where Element: ObjectRepresentable {
  /// A `list` of the elements' objects.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in the elements.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.list(self)
  }
}

extension Dictionary: ObjectRepresentable
where Key: ObjectRepresentable & Comparable, Value: ObjectRepresentable {
  /// A `dict` of the keys' and values' objects, in the order of the keys.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(*n* log *n*) in the entries.
  public func makeObject(in space: ObjectSpace) throws(ObjectError) -> ObjectHandle {
    try space.checkOpen()
    let dict = ObjectHandle(space, taking: try space.makeDict())
    for (key, value) in sorted(by: { $0.key < $1.key }) { try space.setElement(key, of: dict, to: value) }
    return dict
  }
}
