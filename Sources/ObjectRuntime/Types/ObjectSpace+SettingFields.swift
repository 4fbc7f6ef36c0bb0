extension ObjectSpace {
  /// What is stored where an attribute that a built-in type gives its instances is set.
  ///
  /// - Parameters:
  ///   - value: what it is set to; `nil` where it is deleted.
  ///   - name: the attribute.
  ///   - object: an instance of a built-in type with fields, or of a class derived from one.
  /// - Returns: what is stored, owned by the caller; `nil` for nothing.
  /// - Throws: ``ObjectError`` of kind `attributeError` for one that cannot be set, `typeError` for a wrong value.
  func fieldValue(
    _ value: ObjectPointer?, for name: String, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let solid = object.type.instancePlan.solidType ?? object.type
    if solid == type(.function) { return try functionField(value, for: name)?.retained() }
    if isSubtype(object.type, exceptionType(.baseException)) {
      return try exceptionField(value, for: name, of: object)
    }
    switch (solid, name) {
    case (type(.module), _), (type(.builtinFunction), "__module__"), (type(.property), "__name__"),
      (type(.property), "__doc__"), (type(.frame), "f_trace"), (type(.defaultDict), "default_factory"):
      return value?.retained()
    case (type(.traceback), "tb_next"):
      guard let value else { throw ObjectError(.typeError, "can't delete tb_next attribute") }
      guard value == none || value.type == type(.traceback) else {
        throw ObjectError(.typeError, "expected traceback object, got '\(nameInErrors(value.type))'")
      }
      return value == none ? nil : value.retained()
    default: throw ObjectError(.attributeError, "readonly attribute")
    }
  }

  /// An attribute of a function that is made where it is asked for, owned by the caller; `nil` for any other.
  func functionAttribute(_ name: String, of function: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    switch name {
    case "__type_params__" where function[word: FunctionOffset.typeParameters] == 0: return emptyTuple
    case "__annotations__":
      let known = function[object: FunctionOffset.annotations]
      if let known, isSubtype(known.type, type(.dict)) { return nil }
      let dict = try makeDict()
      // A definition leaves them as a tuple of names and values.
      try fillNew(dict) { () throws(ObjectError) in
        let parts = known.map { items(of: $0) } ?? []
        for index in stride(from: 0, to: parts.count, by: 2) {
          try setValue(parts[index + 1], for: parts[index], in: dict)
        }
      }
      function[object: FunctionOffset.annotations] = dict
      if let known { release(known) }
      return dict.retained()
    default: return nil
    }
  }

  private func functionField(
    _ value: ObjectPointer?, for name: String
  ) throws(ObjectError) -> ObjectPointer? {
    func check(_ kind: String, _ body: (ObjectPointer) -> Bool) throws(ObjectError) -> ObjectPointer? {
      guard let value, body(value) else { throw ObjectError(.typeError, "\(name) must be set to a \(kind)") }
      return value
    }
    let isEmpty = value == nil || value == none
    switch name {
    case "__globals__", "__closure__", "__builtins__":
      throw ObjectError(.attributeError, "readonly attribute")
    case "__code__": return try check("code object") { $0.type == type(.code) }
    case "__name__", "__qualname__":
      return try check("string object") { isSubtype($0.type, type(.string)) }
    case "__defaults__":
      return isEmpty ? nil : try check("tuple object") { isSubtype($0.type, type(.tuple)) }
    case "__kwdefaults__", "__annotations__":
      return isEmpty ? nil : try check("dict object") { isSubtype($0.type, type(.dict)) }
    case "__type_params__": return try check("tuple") { isSubtype($0.type, type(.tuple)) }
    default: return value
    }
  }

  private func exceptionField(
    _ value: ObjectPointer?, for name: String, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let isMandatory = ["args", "__traceback__", "__context__", "__cause__"].contains(name)
    guard let value else {
      if isMandatory { throw ObjectError(.typeError, "\(name) may not be deleted") }
      return nil
    }
    switch name {
    case "args":
      let elements = try iterate(value)
      defer { for element in elements { release(element) } }
      return try makeTuple(elements)
    case "__traceback__":
      guard value == none || value.type == type(.traceback) else {
        throw ObjectError(.typeError, "__traceback__ must be a traceback or None")
      }
    case "__context__", "__cause__":
      guard value == none || isSubtype(value.type, exceptionType(.baseException)) else {
        let noun = name == "__context__" ? "context" : "cause"
        throw ObjectError(.typeError, "exception \(noun) must be None or derive from BaseException")
      }
      if name == "__cause__" { object[byte: ExceptionOffset.suppressContext] = 1 }
    default: return value.retained()
    }
    return value == none ? nil : value.retained()
  }
}
