public import HeapModel

extension ObjectSpace {
  /// How many references an object counts, as `sys.getrefcount` less its own; each handle is one.
  ///
  /// - Returns: the count; 4,294,967,295 for an immortal object.
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func referenceCount(of object: ObjectHandle) throws(ObjectError) -> Int {
    try pointer(object).referenceCount
  }

  /// Whether an object's count never changes.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func isImmortal(_ object: ObjectHandle) throws(ObjectError) -> Bool {
    try pointer(object).isImmortal
  }

  /// Where an object lies, as `id`.
  ///
  /// The system maps a space's memory anywhere; the address told here is the same in every run of the same program.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func identity(of object: ObjectHandle) throws(ObjectError) -> Address {
    Address(rawValue: UInt64(reportedAddress(of: try pointer(object))))
  }

  /// Whether two handles lead to the same object, as `is`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func isSame(_ left: ObjectHandle, _ right: ObjectHandle) throws(ObjectError) -> Bool {
    try pointer(left) == pointer(right)
  }

  /// Whether two objects are equal, as `==`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released, and what `__eq__` raises.
  /// - Complexity: O(*n*) in the elements of containers.
  public func isEqual(
    _ left: any ObjectRepresentable, _ right: any ObjectRepresentable
  ) throws(ObjectError) -> Bool {
    try step { () throws(ObjectError) in
      try withObject(for: left) { (left) throws(ObjectError) in
        try withObject(for: right) { (right) throws(ObjectError) in try compare(left, right) }
      }
    }
  }

  /// Whether an object counts as true, as `bool`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a proxy whose object is gone, and what `__bool__` or
  ///   `__len__` raises.
  /// - Complexity: O(1) beside what `__bool__` and `__len__` do.
  public func isTrue(_ object: ObjectHandle) throws(ObjectError) -> Bool {
    try step { () throws(ObjectError) in
      try withSubject(of: object) { (object) throws(ObjectError) in try isTrue(object) }
    }
  }

  /// The hash of an object, as `hash`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an object without one.
  /// - Complexity: O(1); O(*n*) in the elements of tuples and frozensets and in a string's characters the first time.
  public func hash(of object: ObjectHandle) throws(ObjectError) -> Int {
    try step { () throws(ObjectError) in
      try withObject(of: object) { (object) throws(ObjectError) in try hash(of: object) }
    }
  }

  /// The class of an object, as `type`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func type(of object: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    handle(try pointer(object).type.retained())
  }

  /// The short name of an object's class.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in the name.
  public func typeName(of object: ObjectHandle) throws(ObjectError) -> String {
    typeName(try pointer(object).type)
  }

  /// Whether an object is an instance of a class or of one derived from it, as `isinstance`.
  ///
  /// - Parameters:
  ///   - object: the object.
  ///   - type: a class, or a tuple of classes and such tuples.
  /// - Throws: ``ObjectError`` of kind `typeError` where that is no class.
  /// - Complexity: O(*n*) in the classes asked.
  public func isInstance(_ object: ObjectHandle, of type: ObjectHandle) throws(ObjectError) -> Bool {
    let asked = try pointer(object).type
    var waiting = [try pointer(type)]
    while let next = waiting.popLast() {
      if next.plan.body == .type {
        if isSubtype(asked, next) { return true }
      } else if isSubtype(next.type, self.type(.tuple)) {
        waiting += items(of: next).reversed()
      } else if next.type == self.type(.union) {
        waiting += unionMembers(of: next).reversed()
      } else {
        throw ObjectError(
          .typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
      }
    }
    return false
  }

  /// The bytes of an object as `sys.getsizeof` counts them: what its own layout takes, with what stands before it.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func size(of object: ObjectHandle) throws(ObjectError) -> ByteCount {
    ByteCount(sizeof(try pointer(object)))
  }

  /// The bytes that an object really takes from the allocator: its block and those of its body, rounded up to their
  /// size classes, values and slack included.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func footprint(of object: ObjectHandle) throws(ObjectError) -> ByteCount {
    ByteCount(footprint(try pointer(object)))
  }

  /// The value of an `int` or `bool`.
  ///
  /// - Returns: the value; `nil` for another object and for an integer that no machine word holds.
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func integerValue(of object: ObjectHandle) throws(ObjectError) -> Int? {
    let object = try pointer(object)
    return isSubtype(object.type, type(.int)) ? object.integerValue : nil
  }

  /// The value of a `float`.
  ///
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(1).
  public func doubleValue(of object: ObjectHandle) throws(ObjectError) -> Double? {
    let object = try pointer(object)
    return isSubtype(object.type, type(.float)) ? object.doubleValue : nil
  }

  /// The characters of a `str` or of an instance of a class derived from it.
  ///
  /// - Returns: the characters; `nil` for another object. What no Swift string can hold is replaced.
  /// - Throws: ``ObjectError`` of kind `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) in them.
  public func text(of object: ObjectHandle) throws(ObjectError) -> String? {
    let object = try pointer(object)
    return isSubtype(object.type, type(.string)) ? object.text : nil
  }

  /// The handles that exist now.
  ///
  /// - Complexity: O(1).
  public var handleCount: Int { handles.count }

  /// Sets what is told of exceptions that finalizers and callbacks raise.
  ///
  /// - Parameter hook: what is called; `nil` drops them.
  /// - Complexity: O(1).
  public func setUnraisableHook(_ hook: UnraisableHook?) { unraisableHook = isClosed ? nil : hook }
}
