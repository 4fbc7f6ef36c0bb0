extension ObjectSpace {
  /// The attribute of an object, as `getattr`.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none, and what a property raises.
  public func attribute(_ name: String, of object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let key = try makeName(name)
      defer { release(key) }
      return handle(try attribute(key, of: pointer(object)))
    }
  }

  /// Whether an object has an attribute.
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
  public func setAttribute(
    _ name: String, of object: ObjectHandle, to value: any ObjectRepresentable
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let key = try makeName(name)
      defer { release(key) }
      let valueHandle = try value.makeObject(in: self)
      defer { withExtendedLifetime(valueHandle) {} }
      try setAttribute(key, of: pointer(object), to: pointer(valueHandle))
    }
  }

  /// Deletes an attribute of an object, as `delattr`.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where there is none.
  public func removeAttribute(_ name: String, of object: ObjectHandle) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let key = handle(try makeName(name))
      defer { withExtendedLifetime(key) {} }
      try setAttribute(pointer(key), of: pointer(object), to: nil)
    }
  }

  /// A global variable, as a bare name in a program and in a picture's question.
  ///
  /// - Throws: ``ObjectError`` of kind `nameError` where there is none.
  public func global(_ name: String) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let key = handle(try makeName(name))
      defer { withExtendedLifetime(key) {} }
      guard let globalsDict, let value = try value(of: pointer(key), in: globalsDict) else {
        throw ObjectError(.nameError, "name '\(name)' is not defined")
      }
      return handle(value.retained())
    }
  }

  /// Sets a global variable, which holds its object from then on.
  public func setGlobal(_ name: String, to value: any ObjectRepresentable) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let key = handle(try makeName(name))
      let valueHandle = try value.makeObject(in: self)
      defer { withExtendedLifetime((key, valueHandle)) {} }
      guard let globalsDict else { return }
      try setValue(pointer(valueHandle), for: pointer(key), in: globalsDict)
    }
  }

  /// Deletes a global variable.
  ///
  /// - Throws: ``ObjectError`` of kind `nameError` where there is none.
  public func removeGlobal(_ name: String) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let key = handle(try makeName(name))
      defer { withExtendedLifetime(key) {} }
      guard let globalsDict, try removeValue(of: pointer(key), from: globalsDict) else {
        throw ObjectError(.nameError, "name '\(name)' is not defined")
      }
    }
  }
}

extension ObjectHandle {
  /// The attribute of this object; see ``ObjectSpace/attribute(_:of:)``.
  public func get(_ name: String) throws(ObjectError) -> ObjectHandle { try space.attribute(name, of: self) }

  /// Sets an attribute of this object; see ``ObjectSpace/setAttribute(_:of:to:)``.
  public func set(_ name: String, to value: any ObjectRepresentable) throws(ObjectError) {
    try space.setAttribute(name, of: self, to: value)
  }

  /// Deletes an attribute of this object.
  public func remove(_ name: String) throws(ObjectError) { try space.removeAttribute(name, of: self) }
}
