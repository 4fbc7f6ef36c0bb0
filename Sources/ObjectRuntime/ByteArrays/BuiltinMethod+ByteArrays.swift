extension BuiltinMethod {
  /// Methods of bytes that can change: those that change them, and all that bytes have.
  static let byteArrays: [BuiltinMethod] =
    changingBytes
    + (bytes + byteForms).map { method in
      // These two do not look at an instance.
      ["fromhex", "maketrans"].contains(method.name)
        ? method : method.withResult { (space, result) throws(ObjectError) in try space.changeable(result) }
    }

  private static let changingBytes: [BuiltinMethod] = [
    BuiltinMethod("__alloc__", 0) { (space, array, _) throws(ObjectError) in
      try space.makeInteger(array[integer: ByteArrayOffset.allocated])
    },
    BuiltinMethod("append", 1) { (space, array, arguments) throws(ObjectError) in
      let byte = try space.byte(of: arguments[0], "byte")
      try space.replaceBytes(array.itemCount..<array.itemCount, of: array, with: [byte])
      return space.none
    },
    BuiltinMethod("clear", 0) { (space, array, _) throws(ObjectError) in
      try space.resizeBytes(of: array, to: 0)
      return space.none
    },
    BuiltinMethod("copy", 0) { (space, array, _) throws(ObjectError) in
      try space.makeByteArray(array.byteArray)
    },
    BuiltinMethod("extend", 1) { (space, array, arguments) throws(ObjectError) in
      let source = arguments[0]
      guard !space.isSubtype(source.type, space.type(.string)) else {
        throw ObjectError(
          .typeError, "expected iterable of integers; got: '\(space.nameInErrors(source.type))'")
      }
      let isFitting = try space.canBeIterated(source)
      guard isFitting else {
        throw ObjectError(
          .typeError, "can't extend bytearray with \(space.nameInErrors(source.type))")
      }
      let bytes = try space.bytes(givenBy: source)
      try space.replaceBytes(array.itemCount..<array.itemCount, of: array, with: bytes)
      return space.none
    },
    BuiltinMethod("insert", 2) { (space, array, arguments) throws(ObjectError) in
      let index = try space.machineIndex(arguments[0])
      let byte = try space.byte(of: arguments[1], "byte")
      let count = array.itemCount
      let place = min(max(index < 0 ? index + count : index, 0), count)
      try space.replaceBytes(place..<place, of: array, with: [byte])
      return space.none
    },
    BuiltinMethod("pop", 0, 1) { (space, array, arguments) throws(ObjectError) in
      let given = try arguments.first.map { (value) throws(ObjectError) in try space.machineIndex(value) }
      let count = array.itemCount
      guard count > 0 else { throw ObjectError(.indexError, "pop from empty bytearray") }
      let index = given ?? -1
      let place = index < 0 ? index + count : index
      guard 0..<count ~= place else { throw ObjectError(.indexError, "pop index out of range") }
      let byte = array.byte(at: place)
      // The place is closed from behind, at the front too.
      let rest = (place + 1..<count).map { array.byte(at: $0) }
      space.setBytes(of: array, from: place, to: rest)
      try space.resizeBytes(of: array, to: count - 1)
      return space.smallInteger(Int(byte))
    },
    BuiltinMethod("remove", 1) { (space, array, arguments) throws(ObjectError) in
      let byte = try space.byte(of: arguments[0], "byte")
      let bytes = array.byteArray
      guard let place = bytes.firstIndex(of: byte) else {
        throw ObjectError(.valueError, "value not found in bytearray")
      }
      space.setBytes(of: array, from: place, to: bytes[(place + 1)...])
      try space.resizeBytes(of: array, to: bytes.count - 1)
      return space.none
    },
    BuiltinMethod("reverse", 0) { (space, array, _) throws(ObjectError) in
      space.setBytes(of: array, from: 0, to: array.byteArray.reversed())
      return space.none
    },
  ]
}

extension ObjectSpace {
  /// What a method of byte arrays gives where that of bytes gave bytes, or a list or tuple of them.
  ///
  /// - Parameter result: the result, whose reference is taken over; others than these are themselves.
  /// - Returns: the array or the sequence of arrays, owned by the caller.
  fileprivate func changeable(_ result: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let body = result.plan.body
    if result.type == type(.bytes) {
      defer { release(result) }
      return try makeByteArray(result.byteArray)
    }
    guard body == .list || body == .tuple else { return result }
    defer { release(result) }
    var arrays: [ObjectPointer] = []
    defer { for array in arrays { release(array) } }
    for part in items(of: result) { arrays.append(try makeByteArray(part.byteArray)) }
    return try body == .list ? makeList(arrays) : makeTuple(arrays)
  }

  /// Whether an object can be gone through.
  fileprivate func canBeIterated(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    do throws(ObjectError) {
      release(try iteration(over: object))
      return true
    } catch {
      guard error.kind == .typeError, specialMethod(names.iterator, of: object) == nil else { throw error }
      return false
    }
  }
}
