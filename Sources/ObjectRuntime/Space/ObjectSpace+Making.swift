extension ObjectSpace {
  /// Runs a step of a program's, and then a collection where one is due.
  func step<Result>(_ body: () throws(ObjectError) -> Result) throws(ObjectError) -> Result {
    try checkOpen()
    beginOperation()
    defer { endOperation() }
    let result = try body()
    collectIfDue()
    return result
  }

  /// Wraps an owned object.
  func handle(_ object: ObjectPointer) -> ObjectHandle { ObjectHandle(self, taking: object) }

  /// The object of a handle of this space.
  @inline(__always)
  func pointer(_ handle: ObjectHandle) throws(ObjectError) -> ObjectPointer {
    guard handle.space === self, let object = handle.validObject else { throw noObject(of: handle) }
    return object
  }

  @inline(never)
  private func noObject(of handle: ObjectHandle) -> ObjectError {
    guard handle.space === self else { return ObjectError(.valueError, "the object lives in another space") }
    return handle.noObject
  }

  /// A handle to one of the objects that are always there; of a closed space, one that is not valid.
  private func lasting(_ object: @autoclosure () -> ObjectPointer) -> ObjectHandle {
    isClosed ? ObjectHandle(invalidIn: self) : handle(object())
  }

  /// `None`; of a closed space, a handle that is not valid.
  ///
  /// - Complexity: O(1).
  public var noneObject: ObjectHandle { lasting(none) }

  /// `NotImplemented`, by which a comparison says that it cannot tell; of a closed space, a handle that is not valid.
  ///
  /// - Complexity: O(1).
  public var notImplementedObject: ObjectHandle { lasting(notImplemented) }

  /// Makes an object of a Swift value.
  ///
  /// - Parameter value: a number, string, array, dictionary, or handle.
  /// - Returns: a handle to it.
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(*n*) in the value's elements or characters.
  public func object(_ value: some ObjectRepresentable) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in try value.makeObject(in: self) }
  }

  /// Makes an `int` of any size.
  ///
  /// - Parameters:
  ///   - isNegative: whether it is below zero.
  ///   - magnitude: words of 64 bits, least significant first.
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(*n*).
  public func integer(isNegative: Bool = false, magnitude: [UInt64]) throws(ObjectError) -> ObjectHandle {
    var digits: [UInt32] = []
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for word in magnitude {
      for half in [word & 0xFFFF_FFFF, word >> 32] {
        bits |= half << count
        count += 32
        while count >= 30 {
          digits.append(UInt32(bits & 0x3FFF_FFFF))
          bits >>= 30
          count -= 30
        }
      }
    }
    if count > 0 { digits.append(UInt32(bits)) }
    let all = digits
    return try step { () throws(ObjectError) in handle(try makeInteger(isNegative: isNegative, digits: all)) }
  }

  /// Makes a `complex`.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1).
  public func complex(_ real: Double, _ imaginary: Double) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in handle(try makeComplex(real, imaginary)) }
  }

  /// Makes a `str` that is not interned.
  ///
  /// - Parameter text: its characters.
  /// - Returns: a handle to it; the empty and one-character Latin-1 strings exist once.
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(*n*) in its characters.
  public func string(_ text: String) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in handle(try makeString(text)) }
  }

  /// Interns a `str`, as `sys.intern`.
  ///
  /// - Returns: a handle to the one interned string of these characters.
  /// - Throws: ``ObjectError`` of kind `typeError` for anything but an exact string.
  /// - Complexity: O(*n*) in its characters the first time.
  public func interned(_ string: ObjectHandle) throws(ObjectError) -> ObjectHandle {
    let object = try pointer(string)
    guard object.type == type(.string) else {
      throw ObjectError(
        .typeError, "can't intern \(typeName(object.type))")
    }
    return handle(intern(object.retained()))
  }

  /// Makes a `bytes`.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(*n*).
  public func bytes(_ bytes: [UInt8]) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in handle(try makeBytes(bytes)) }
  }

  /// Makes a `list` with room for exactly its elements, as a display does.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(*n*).
  public func list(_ elements: [some ObjectRepresentable]) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withObjects(ofKind: elements) { objects throws(ObjectError) in handle(try makeList(objects)) }
    }
  }

  /// Makes a `list` of values of any kinds with room for exactly its elements, as a display does.
  ///
  /// - Parameter elements: numbers, strings, handles and what else has an object, mixed.
  /// - Returns: a handle to it.
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(*n*).
  @_disfavoredOverload
  public func list(_ elements: [any ObjectRepresentable]) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withObjects(for: elements) { (objects) throws(ObjectError) in handle(try makeList(objects)) }
    }
  }

  /// Makes an empty `list`.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1).
  public func list() throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in handle(try makeList([])) }
  }

  /// Makes a `slice`, by which parts of sequences are asked for.
  ///
  /// - Parameters:
  ///   - start: where it begins; `nil` for the end that it comes from.
  ///   - stop: before which place it ends; `nil` for the end that it goes to.
  ///   - step: how far from one place to the next; `nil` for one.
  /// - Returns: a handle to it.
  /// - Throws: ``ObjectError`` of kind `memoryError`.
  /// - Complexity: O(1).
  public func slice(
    _ start: (any ObjectRepresentable)?, _ stop: (any ObjectRepresentable)?,
    _ step: (any ObjectRepresentable)? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try self.step { () throws(ObjectError) in
      let missing: any ObjectRepresentable = Int?.none
      let parts = [start ?? missing, stop ?? missing, step ?? missing]
      return try withObjects(for: parts) { (parts) throws(ObjectError) in
        handle(try makeSlice(parts[0], parts[1], parts[2]))
      }
    }
  }

  /// Makes a `tuple`; the empty one exists once.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(*n*).
  public func tuple(_ elements: [any ObjectRepresentable]) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      try withObjects(for: elements) { (objects) throws(ObjectError) in handle(try makeTuple(objects)) }
    }
  }

  /// Makes a `dict`, its entries in the order given.
  ///
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` for a handle that was released.
  /// - Complexity: O(*n*) on average.
  public func dict(
    _ entries: KeyValuePairs<String, any ObjectRepresentable> = [:]
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let dict = handle(try makeDict())
      for (key, value) in entries { try setElement(key, of: dict, to: value) }
      return dict
    }
  }

  /// Makes a `dict` with keys of any kinds, its entries in the order given.
  ///
  /// - Parameter entries: the keys and their values; a later one replaces the value of an equal key.
  /// - Returns: a handle to it.
  /// - Throws: ``ObjectError`` of kind `typeError` for a key without a hash, and what `__hash__` and `__eq__` raise.
  /// - Complexity: O(*n*) on average.
  public func dict(
    _ entries: [(key: any ObjectRepresentable, value: any ObjectRepresentable)]
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let dict = handle(try makeDict())
      for (key, value) in entries { try setElement(key, of: dict, to: value) }
      return dict
    }
  }

  /// Makes a `set`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an element without a hash, and what `__hash__` and `__eq__` raise.
  /// - Complexity: O(*n*) on average.
  public func set(_ elements: [any ObjectRepresentable] = []) throws(ObjectError) -> ObjectHandle {
    try makeSet(type(.set), elements)
  }

  /// Makes a `frozenset`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for an element without a hash, and what `__hash__` and `__eq__` raise.
  /// - Complexity: O(*n*) on average.
  public func frozenSet(_ elements: [any ObjectRepresentable] = []) throws(ObjectError) -> ObjectHandle {
    try makeSet(type(.frozenSet), elements)
  }

  private func makeSet(
    _ type: ObjectPointer, _ elements: [any ObjectRepresentable]
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let set = try makeSet(type)
      try fillNew(set) { () throws(ObjectError) in
        try withObjects(for: elements) { (objects) throws(ObjectError) in
          for object in objects { try insert(object, into: set) }
        }
      }
      return handle(set)
    }
  }

  /// Makes the objects of values; their handles keep them.
  func makeObjects(_ values: [any ObjectRepresentable]) throws(ObjectError) -> [ObjectHandle] {
    var handles: [ObjectHandle] = []
    handles.reserveCapacity(values.count)
    for value in values { handles.append(try value.makeObject(in: self)) }
    return handles
  }

  func pointers(_ handles: [ObjectHandle]) throws(ObjectError) -> [ObjectPointer] {
    var pointers: [ObjectPointer] = []
    pointers.reserveCapacity(handles.count)
    for handle in handles { pointers.append(try pointer(handle)) }
    return pointers
  }
}
