// What is done most often, for the values that are used most: an object of the space's own and an integer. Each does
// what the function for any value does, without a handle for the value on the way.

extension ObjectSpace {
  /// Sets an attribute of an object to another object; see ``setAttribute(_:of:to:)-(_,_,ObjectRepresentable)``.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where it cannot have it, and what a property raises.
  /// - Complexity: O(1) on average.
  public func setAttribute(
    _ name: String, of object: ObjectHandle, to value: ObjectHandle
  ) throws(ObjectError) {
    let object = try pointer(object)
    try setAttribute(name, of: object, toTaken: pointer(value).retained())
  }

  /// Sets an attribute of an object to an `int`; see ``setAttribute(_:of:to:)-(_,_,ObjectRepresentable)``.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where it cannot have it, and what a property raises.
  /// - Complexity: O(1) on average.
  public func setAttribute(_ name: String, of object: ObjectHandle, to value: Int) throws(ObjectError) {
    let object = try pointer(object)
    try setAttribute(name, of: object, toTaken: makeInteger(value))
  }

  /// Sets an attribute to a value whose reference is given back.
  @inline(__always)
  private func setAttribute(
    _ name: String, of object: ObjectPointer, toTaken value: ObjectPointer
  ) throws(ObjectError) {
    beginOperation()
    defer { endOperation() }
    object.retain()
    defer {
      release(value)
      release(object)
    }
    let key = try makeName(name)
    defer { release(key) }
    try setAttribute(key, of: object, to: value)
    collectIfDue()
  }

  /// Adds an object at the end of a list, or to a set; see ``append(_:to:)-(ObjectRepresentable,_)``.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another container or an element without a hash.
  /// - Complexity: O(1) amortized.
  public func append(_ element: ObjectHandle, to container: ObjectHandle) throws(ObjectError) {
    try append(taken: pointer(element).retained(), to: container)
  }

  /// Adds an `int` at the end of a list, or to a set; see ``append(_:to:)-(ObjectRepresentable,_)``.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another container.
  /// - Complexity: O(1) amortized.
  public func append(_ element: Int, to container: ObjectHandle) throws(ObjectError) {
    try checkOpen()
    try append(taken: makeInteger(element), to: container)
  }

  @inline(__always)
  private func append(taken element: ObjectPointer, to container: ObjectHandle) throws(ObjectError) {
    beginOperation()
    defer { endOperation() }
    defer { release(element) }
    try withSubject(of: container) { (container) throws(ObjectError) in
      try append(element, toContainer: container)
    }
    collectIfDue()
  }

  /// Adds an element at the end of a list, or to a set.
  @inline(__always)
  func append(_ element: ObjectPointer, toContainer container: ObjectPointer) throws(ObjectError) {
    switch container.plan.body {
    case .list: try append(element, to: container)
    case .set:
      guard !isSubtype(container.type, type(.frozenSet)) else {
        throw ObjectError(.attributeError, "'frozenset' object has no attribute 'add'")
      }
      try insert(element, into: container)
    default:
      throw ObjectError(
        .attributeError, "'\(nameInErrors(container.type))' object has no attribute 'append'")
    }
  }
}

extension ObjectHandle {
  /// Sets an attribute of this object to another object.
  ///
  /// - Throws: as ``ObjectSpace/setAttribute(_:of:to:)-(_,_,ObjectHandle)``.
  /// - Complexity: O(1) on average.
  public func set(_ name: String, to value: ObjectHandle) throws(ObjectError) {
    try space.setAttribute(name, of: self, to: value)
  }

  /// Sets an attribute of this object to an `int`.
  ///
  /// - Throws: as ``ObjectSpace/setAttribute(_:of:to:)-(_,_,Int)``.
  /// - Complexity: O(1) on average.
  public func set(_ name: String, to value: Int) throws(ObjectError) {
    try space.setAttribute(name, of: self, to: value)
  }
}
