extension ObjectSpace {
  /// The attribute of an object, as `getattr`.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none, and what a property raises.
  /// - Complexity: O(1) on average beside what a property does.
  public func attribute(_ name: String, of object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let key = try makeName(name)
      defer { release(key) }
      return try withObject(of: object) { (object) throws(ObjectError) in
        handle(try attribute(key, of: object))
      }
    }
  }

  /// Whether an object has an attribute.
  ///
  /// - Throws: what a property raises but `AttributeError`.
  /// - Complexity: O(1) on average beside what a property does.
  public func hasAttribute(_ name: String, of object: ObjectHandle) throws(ObjectError) -> Bool {
    do throws(ObjectError) {
      _ = try attribute(name, of: object)
      return true
    } catch  where error.kind == .attributeError {
      return false
    }
  }

  /// Sets an attribute of an object, as `setattr`.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where it cannot have it, and what a property raises.
  /// - Complexity: O(1) on average beside what a property does.
  public func setAttribute(
    _ name: String, of object: ObjectHandle, to value: any ObjectRepresentable
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let key = try makeName(name)
      defer { release(key) }
      try withObject(for: value) { (value) throws(ObjectError) in
        try withObject(of: object) { (object) throws(ObjectError) in
          try setAttribute(key, of: object, to: value)
        }
      }
    }
  }

  /// Deletes an attribute of an object, as `delattr`.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none.
  /// - Complexity: O(1) on average beside what a property does.
  public func removeAttribute(_ name: String, of object: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let key = try makeName(name)
      defer { release(key) }
      try withObject(of: object) { (object) throws(ObjectError) in
        try setAttribute(key, of: object, to: nil)
      }
    }
  }

  /// A global variable, as a bare name in a program and in a picture's question.
  ///
  /// - Throws: ``ObjectError`` of kind `nameError` where there is none.
  /// - Complexity: O(1) on average.
  public func global(_ name: String) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withGlobals(name) { (key, variables) throws(ObjectError) in
        guard let variables, let value = try value(of: key, in: variables) else {
          throw ObjectError(.nameError, "name '\(name)' is not defined")
        }
        return handle(value.retained())
      }
    }
  }

  /// Sets a global variable, which holds its object from then on.
  ///
  /// - Throws: ``ObjectError`` of kind `systemError` where the main module is gone, and `memoryError`.
  /// - Complexity: O(1) on average.
  public func setGlobal(_ name: String, to value: any ObjectRepresentable) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withObject(for: value) { (value) throws(ObjectError) in
        try withGlobals(name) { (key, variables) throws(ObjectError) in
          guard let variables else { throw ObjectError(.systemError, "the main module is gone") }
          try setValue(value, for: key, in: variables)
        }
      }
    }
  }

  /// Deletes a global variable.
  ///
  /// - Throws: ``ObjectError`` of kind `nameError` where there is none.
  /// - Complexity: O(1) on average.
  public func removeGlobal(_ name: String) throws(ObjectError) {
    try step { () throws(ObjectError) in
      try withGlobals(name) { (key, variables) throws(ObjectError) in
        guard let variables, try removeValue(of: key, from: variables) else {
          throw ObjectError(.nameError, "name '\(name)' is not defined")
        }
      }
    }
  }

  /// Calls a closure with a name's object and the dict of the global variables, `nil` where their module is gone.
  private func withGlobals<Result>(
    _ name: String, _ body: (_ key: ObjectPointer, _ variables: ObjectPointer?) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let key = try makeName(name)
    defer { release(key) }
    let variables = globalsDict?.retained()
    defer { if let variables { release(variables) } }
    return try body(key, variables)
  }
}

extension ObjectHandle {
  /// The attribute of this object; see ``ObjectSpace/attribute(_:of:)``.
  ///
  /// - Throws: as ``ObjectSpace/attribute(_:of:)``.
  /// - Complexity: O(1) on average beside what a property does.
  public func get(_ name: String) throws(ObjectError) -> ObjectHandle { try space.attribute(name, of: self) }

  /// Sets an attribute of this object; see ``ObjectSpace/setAttribute(_:of:to:)``.
  ///
  /// - Throws: as ``ObjectSpace/setAttribute(_:of:to:)-(_,_,ObjectRepresentable)``.
  /// - Complexity: O(1) on average beside what a property does.
  public func set(_ name: String, to value: any ObjectRepresentable) throws(ObjectError) {
    try space.setAttribute(name, of: self, to: value)
  }

  /// Deletes an attribute of this object.
  ///
  /// - Throws: as ``ObjectSpace/removeAttribute(_:of:)``.
  /// - Complexity: O(1) on average.
  public func remove(_ name: String) throws(ObjectError) { try space.removeAttribute(name, of: self) }
}
