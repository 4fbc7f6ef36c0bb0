extension ObjectSpace {
  /// A module by its name, as `import`: one that the space lists, or one of the runtime's own (`weakref`).
  ///
  /// - Throws: ``ObjectError`` of kind `moduleNotFoundError` where there is none of that name.
  /// - Complexity: O(1).
  public func importModule(_ name: String) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      guard let module = try importedModule(name) else {
        throw ObjectError(.moduleNotFoundError, "No module named '\(name)'")
      }
      return handle(module)
    }
  }

  /// Lists a module under its name, as an import does, so that it lives until the program ends.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that is no module.
  /// - Complexity: O(1).
  public func addModule(_ module: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let object = try pointer(module)
      guard isSubtype(object.type, type(.module)), let name = moduleName(object) else {
        throw ObjectError(.typeError, "'\(nameInErrors(object.type))' object is not a module")
      }
      try addModule(object, named: name)
    }
  }

  /// Makes a dictionary that holds its values weakly, as `weakref.WeakValueDictionary`.
  ///
  /// - Parameter entries: a dict or weak dictionary whose entries it takes.
  /// - Throws: ``ObjectError`` of kind `typeError` for a value that cannot be referred to weakly.
  /// - Complexity: O(*n*) in the entries.
  public func weakValueDictionary(
    _ entries: ObjectHandle? = nil
  ) throws(ObjectError) -> WeakValueDictionary {
    WeakValueDictionary(try makeWeakContainer(.weakValueDictionary, entries))
  }

  /// Makes a dictionary that holds its keys weakly, as `weakref.WeakKeyDictionary`.
  ///
  /// - Parameter entries: a dict or weak dictionary whose entries it takes.
  /// - Throws: ``ObjectError`` of kind `typeError` for a key that cannot be referred to weakly or has no hash.
  /// - Complexity: O(*n*) in the entries.
  public func weakKeyDictionary(_ entries: ObjectHandle? = nil) throws(ObjectError) -> WeakKeyDictionary {
    WeakKeyDictionary(try makeWeakContainer(.weakKeyDictionary, entries))
  }

  /// Makes a set that holds its elements weakly, as `weakref.WeakSet`.
  ///
  /// - Parameter elements: a container whose elements it takes.
  /// - Throws: ``ObjectError`` of kind `typeError` for an element that cannot be referred to weakly or has no hash.
  /// - Complexity: O(*n*) in the elements.
  public func weakSet(_ elements: ObjectHandle? = nil) throws(ObjectError) -> WeakSet {
    WeakSet(try makeWeakContainer(.weakSet, elements))
  }

  private func makeWeakContainer(
    _ name: WeakName, _ contents: ObjectHandle?
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let arguments = try contents.map { (contents) throws(ObjectError) in [try pointer(contents)] } ?? []
      return handle(try instantiate(weakClass(name), arguments))
    }
  }

  /// Makes a weak reference to a bound method, as `weakref.WeakMethod`: it lives while the object and the function do,
  /// though the bound method itself does not.
  ///
  /// - Parameters:
  ///   - method: a bound method.
  ///   - callback: a callable that is called with the reference when the object or the function goes.
  /// - Throws: ``ObjectError`` of kind `typeError` for another object.
  public func weakMethod(
    _ method: ObjectHandle, callback: ObjectHandle? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      var arguments = [try pointer(method)]
      if let callback { arguments.append(try pointer(callback)) }
      return handle(try instantiate(weakClass(.weakMethod), arguments))
    }
  }

  /// Has a function called when an object goes, as `weakref.finalize`.
  ///
  /// - Parameters:
  ///   - object: the object; the finalizer does not keep it.
  ///   - function: what is called; it is kept, and so are its arguments, until then.
  ///   - arguments: what it is called with.
  ///   - keywords: what it is called with by name.
  /// - Returns: the finalizer, which lives until it has run even where nobody holds it.
  /// - Throws: ``ObjectError`` of kind `typeError` for an object that cannot be referred to weakly.
  @discardableResult
  public func finalizer(
    for object: ObjectHandle, calling function: ObjectHandle, _ arguments: [any ObjectRepresentable] = [],
    keywords: KeyValuePairs<String, any ObjectRepresentable> = [:]
  ) throws(ObjectError) -> Finalizer {
    try step { () throws(ObjectError) in
      let handles = try makeObjects(arguments)
      defer { withExtendedLifetime(handles) {} }
      let named = keywords.isEmpty ? nil : try dict(keywords)
      let finalizer = handle(try makeInstance(of: weakClass(.finalizer), []))
      try initializeFinalizer(
        pointer(finalizer), object: pointer(object), function: pointer(function),
        arguments: pointers(handles),
        keywords: named.map { (named) throws(ObjectError) in try pointer(named) })
      return Finalizer(finalizer)
    }
  }

  /// Calls all finalizers whose ``Finalizer/runsAtExit()`` is true, the newest first, as the end of a program does.
  ///
  /// What they raise is reported to the hook of ``setUnraisableHook(_:)``. Later ones call their functions no more.
  ///
  /// - Complexity: O(*n* log *n*) in the finalizers.
  public func runFinalizers() throws(ObjectError) {
    try step { () throws(ObjectError) in try runFinalizersAtExit() }
  }
}
