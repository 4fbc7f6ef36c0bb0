extension ObjectSpace {
  /// Calls a method of an object, as `object.name(…)`: no bound method is made where the class has a function.
  ///
  /// - Parameters:
  ///   - name: the method's name.
  ///   - object: the object.
  ///   - arguments: what it is called with.
  /// - Returns: a handle to the result.
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none of that name, and what it raises.
  /// - Complexity: O(*n*) in the arguments beside what is called.
  @discardableResult
  public func callMethod(
    _ name: String, of object: ObjectHandle, _ arguments: [any ObjectRepresentable] = []
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let key = try makeName(name)
      defer { release(key) }
      return try withObjects(for: arguments) { (values) throws(ObjectError) in
        try withSubject(of: object) { (target) throws(ObjectError) in
          handle(try callMethod(named: key, of: target, values))
        }
      }
    }
  }

  /// Calls a method of an object by its name: no bound method is made of a program's function or of a built-in
  /// container's own method.
  ///
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none of that name, and what it raises.
  package func callMethod(
    named name: ObjectPointer, of target: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    if target.plan.body != .type, try instanceAttribute(name, of: target) == nil {
      if let method = specialMethod(name, of: target) {
        if method.type == type(.function) {
          return try callMethod(method, on: target, arguments, keywords: keywords)
        }
      } else if let place = builtinMethodPlace(name, of: target) {
        return try callBuiltinMethod(at: place, of: target, arguments, keywords: keywords)
      }
    }
    let method = try attribute(name, of: target)
    defer { release(method) }
    return try call(method, arguments, keywords: keywords)
  }

  /// Calls an object with arguments by name.
  ///
  /// - Returns: a handle to the result.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take, and what it raises.
  /// - Complexity: O(*n*) in the arguments beside what is called.
  @discardableResult
  public func call(
    _ callable: ObjectHandle, _ arguments: [any ObjectRepresentable] = [],
    keywords: KeyValuePairs<String, any ObjectRepresentable>
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      var names: [ObjectPointer] = []
      defer { for name in names { release(name) } }
      for (name, _) in keywords { names.append(try makeName(name)) }
      return try withObjects(for: arguments + keywords.map(\.value)) { (values) throws(ObjectError) in
        let named = zip(names, values[arguments.count...]).map { (name: $0, value: $1) }
        return try withObject(of: callable) { (callable) throws(ObjectError) in
          handle(try call(callable, Array(values[..<arguments.count]), keywords: named))
        }
      }
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
  ///
  /// - Throws: as ``ObjectSpace/callMethod(_:of:_:)``.
  /// - Complexity: O(*n*) in the arguments beside what is called.
  @discardableResult
  public func call(_ name: String, _ arguments: any ObjectRepresentable...) throws(ObjectError)
    -> ObjectHandle
  {
    try space.callMethod(name, of: self, arguments)
  }
}
