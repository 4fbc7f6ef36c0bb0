extension ObjectSpace {
  /// Makes a weak reference to an object, as `weakref.ref`.
  ///
  /// - Parameters:
  ///   - object: what it refers to.
  ///   - callback: a callable that is called with the reference when the object goes. Without one the same reference is
  ///     given each time.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that cannot be referred to weakly.
  /// - Complexity: O(1).
  public func weakReference(
    to object: ObjectHandle, callback: ObjectHandle? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try makeWeak(.weakReference, to: object, callback)
  }

  /// Makes a weak proxy of an object, as `weakref.proxy`: it passes everything on while the object lives.
  ///
  /// - Throws: as ``weakReference(to:callback:)``.
  /// - Complexity: O(1).
  public func weakProxy(to object: ObjectHandle, callback: ObjectHandle? = nil) throws(ObjectError)
    -> ObjectHandle
  {
    try makeWeak(.weakProxy, to: object, callback)
  }

  private func makeWeak(
    _ kind: BuiltinType, to object: ObjectHandle, _ callback: ObjectHandle?
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let called = try callback.map { (callback) throws(ObjectError) in try pointer(callback) }
      return handle(try makeWeakReference(to: pointer(object), callback: called, kind: kind))
    }
  }

  /// What a weak reference refers to; `nil` where it is gone.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that is no weak reference.
  /// - Complexity: O(1).
  public func referent(of reference: ObjectHandle) throws(ObjectError) -> ObjectHandle? {
    weakReferent(try container(reference, .weakReference)).map { handle($0.retained()) }
  }

  /// How many weak references and proxies to an object there are, as `weakref.getweakrefcount`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in them.
  public func weakReferenceCount(of object: ObjectHandle) throws(ObjectError) -> Int {
    weakReferences(to: try pointer(object)).count
  }

  /// The weak references and proxies to an object, as `weakref.getweakrefs`: plain ones first, then the newest.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in them.
  public func weakReferences(to object: ObjectHandle) throws(ObjectError) -> [ObjectHandle] {
    weakReferences(to: try pointer(object)).map { handle($0.retained()) }
  }
}
