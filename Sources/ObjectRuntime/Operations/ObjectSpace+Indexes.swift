extension ObjectSpace {
  /// The integer that an object stands for as an index, by its `__index__`; owned by the caller, `nil` where it stands
  /// for none.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` where `__index__` returns no integer, and what it raises.
  package func indexObject(of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    if object.type.typeFlags & TypeFlag.integerSubclass != 0 { return object.retained() }
    let target = try proxyTarget(object) ?? object
    guard let method = specialMethod(names.index, of: target) else { return nil }
    let index = try callMethod(method, on: target, [])
    guard index.type.typeFlags & TypeFlag.integerSubclass != 0 else {
      defer { release(index) }
      throw ObjectError(.typeError, "__index__ returned non-int (type \(nameInErrors(index.type)))")
    }
    return index
  }

  /// The integer that an object stands for, as `operator.index`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what stands for none, and what `__index__` raises.
  package func requireIndex(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if let index = try indexObject(of: object) { return index }
    throw ObjectError(
      .typeError, "'\(nameInErrors(object.type))' object cannot be interpreted as an integer")
  }

  /// The value of an index.
  ///
  /// - Parameter kind: of the error for one that is too large.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is none, and of the kind for one that is too large.
  func machineIndex(
    _ object: ObjectPointer, kind: ExceptionKind = .overflowError
  ) throws(ObjectError) -> Int {
    let index = try requireIndex(object)
    defer { release(index) }
    guard let value = index.integerValue else {
      throw ObjectError(kind, "cannot fit '\(nameInErrors(object.type))' into an index-sized integer")
    }
    return value
  }

  /// The value of an integer that C takes as an `int`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `overflowError` for one that is too large.
  func nativeInteger(_ object: ObjectPointer) throws(ObjectError) -> Int {
    let index = try requireIndex(object)
    defer { release(index) }
    guard let value = index.integerValue else {
      throw ObjectError(.overflowError, "Python int too large to convert to C long")
    }
    guard Int32(exactly: value) != nil else {
      throw ObjectError(
        .overflowError, "signed integer is \(value < 0 ? "less than minimum" : "greater than maximum")")
    }
    return value
  }

  /// How many elements an object has, as `len()`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object without a length, `overflowError` for one that is too
  ///   large, and what `__len__` raises.
  package func length(of object: ObjectPointer) throws(ObjectError) -> Int {
    switch object.type {
    case type(.list), type(.tuple): return object.itemCount
    case type(.string): return object.stringLength
    case type(.dict): return dictCount(object)
    default: break
    }
    if let target = try proxyTarget(object)?.retained() {
      defer { release(target) }
      return try length(of: target)
    }
    if let method = specialMethod(names.length, of: object) {
      let result = try callMethod(method, on: object, [])
      defer { release(result) }
      return try length(told: result)
    }
    return try builtinCount(object)
  }
}
