extension ObjectSpace {
  /// Calls a method of an object, as `object.name(…)`: no bound method is made where the class has a function.
  ///
  /// - Parameters:
  ///   - name: the method's name.
  ///   - object: the object.
  ///   - arguments: what it is called with.
  /// - Returns: a handle to the result.
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none of that name, and what it raises.
  @discardableResult
  public func callMethod(
    _ name: String, of object: ObjectHandle, _ arguments: [any ObjectRepresentable] = []
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let handles = try makeObjects(arguments)
      defer { withExtendedLifetime(handles) {} }
      let key = handle(try makeName(name))
      defer { withExtendedLifetime(key) {} }
      var target = try pointer(object)
      if let subject = try proxyTarget(target) { target = subject }
      target.retain()
      defer { release(target) }
      if isHeap(target.type), target.plan.body != .type,
        let method = try lookUpInClasses(pointer(key), of: target.type), method.type == type(.function),
        try instanceAttribute(pointer(key), of: target) == nil
      {
        return handle(try callMethod(method, on: target, pointers(handles)))
      }
      let method = handle(try attribute(pointer(key), of: target))
      defer { withExtendedLifetime(method) {} }
      return handle(try call(pointer(method), pointers(handles)))
    }
  }

  /// Calls an object with arguments by name.
  ///
  /// - Returns: a handle to the result.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take, and what it raises.
  @discardableResult
  public func call(
    _ callable: ObjectHandle, _ arguments: [any ObjectRepresentable] = [],
    keywords: KeyValuePairs<String, any ObjectRepresentable>
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let handles = try makeObjects(arguments)
      var names: [ObjectHandle] = []
      var values: [ObjectHandle] = []
      for (name, value) in keywords {
        names.append(handle(try makeName(name)))
        values.append(try value.makeObject(in: self))
      }
      defer { withExtendedLifetime((handles, names, values)) {} }
      let named = zip(try pointers(names), try pointers(values)).map { (name: $0, value: $1) }
      return handle(try call(pointer(callable), pointers(handles), keywords: named))
    }
  }

  /// The length that a `__len__` of a program's gave.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `valueError` for a negative one,
  ///   `overflowError` for one that is too large.
  func length(told result: ObjectPointer) throws(ObjectError) -> Int {
    guard isSubtype(result.type, type(.int)) else {
      throw ObjectError(
        .typeError, "'\(typeName(result.type))' object cannot be interpreted as an integer")
    }
    guard !result.isNegativeInteger else { throw ObjectError(.valueError, "__len__() should return >= 0") }
    guard let length = result.integerValue else {
      throw ObjectError(.overflowError, "cannot fit 'int' into an index-sized integer")
    }
    return length
  }

  /// A special method of an object whose class a program made, borrowed; `nil` where there is none.
  func specialMethod(_ name: ObjectPointer, of object: ObjectPointer) -> ObjectPointer? {
    isHeap(object.type) ? lookUpInClasses(name, of: object.type) : nil
  }
}

extension ObjectHandle {
  /// Calls a method of this object; see ``ObjectSpace/callMethod(_:of:_:)``.
  @discardableResult
  public func call(_ name: String, _ arguments: any ObjectRepresentable...) throws(ObjectError)
    -> ObjectHandle
  {
    try space.callMethod(name, of: self, arguments)
  }
}

extension ObjectSpace {
  /// The object of a handle; where that is a proxy, what it stands for.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` where that is gone.
  func subject(_ handle: ObjectHandle) throws(ObjectError) -> ObjectPointer {
    let object = try pointer(handle)
    return try proxyTarget(object) ?? object
  }
}
