// Whatever a program's code does meanwhile, what an operation works on lives until the operation ends: each of these
// counts a reference of its own, since the handle may be released and the container emptied.
extension ObjectSpace {
  /// The object of a handle with one more reference, owned by the caller.
  @inline(__always)
  private func retainedObject(of handle: ObjectHandle) throws(ObjectError) -> ObjectPointer {
    defer { withExtendedLifetime(handle) {} }
    return try pointer(handle).retained()
  }

  /// Calls a closure with the object of a handle.
  @inline(__always)
  func withObject<Result>(
    of handle: ObjectHandle, _ body: (ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let object = try retainedObject(of: handle)
    defer { release(object) }
    return try body(object)
  }

  /// Calls a closure with the object of a value.
  @inline(__always)
  func withObject<Result>(
    for value: any ObjectRepresentable, _ body: (ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    try withObject(of: value.makeObject(in: self), body)
  }

  /// Calls a closure with the object of a handle; where that is a proxy, with what it stands for.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where that is gone, and what the closure throws.
  @inline(__always)
  func withSubject<Result>(
    of handle: ObjectHandle, _ body: (ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let object = try subject(handle).retained()
    defer { release(object) }
    return try body(object)
  }

  /// Calls a closure with the object of a handle, which must be a container of a kind.
  func withContainer<Result>(
    _ handle: ObjectHandle, _ kind: ObjectBody, _ body: (ObjectPointer) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let object = try container(handle, kind).retained()
    defer { release(object) }
    return try body(object)
  }

  /// Calls a closure with the objects of values.
  func withObjects<Result>(
    for values: [any ObjectRepresentable], _ body: ([ObjectPointer]) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    var objects: [ObjectPointer] = []
    objects.reserveCapacity(values.count)
    defer { for object in objects { release(object) } }
    for value in values { objects.append(try retainedObject(of: value.makeObject(in: self))) }
    return try body(objects)
  }

  /// Calls a closure with the objects of values of one kind.
  func withObjects<Value: ObjectRepresentable, Result>(
    ofKind values: [Value], _ body: ([ObjectPointer]) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    var objects: [ObjectPointer] = []
    objects.reserveCapacity(values.count)
    defer { for object in objects { release(object) } }
    for value in values { objects.append(try retainedObject(of: value.makeObject(in: self))) }
    return try body(objects)
  }

  /// The object of a handle; where that is a proxy, what it stands for.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where that is gone.
  func subject(_ handle: ObjectHandle) throws(ObjectError) -> ObjectPointer {
    let object = try pointer(handle)
    return try proxyTarget(object) ?? object
  }
}
