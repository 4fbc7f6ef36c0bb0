extension ObjectSpace {
  /// Bytes in a row of others; owned by the caller.
  ///
  /// All of exact bytes are these.
  func subbytes(of bytes: ObjectPointer, _ range: Range<Int>) throws(ObjectError) -> ObjectPointer {
    if range.count == bytes.itemCount, bytes.type == type(.bytes) { return bytes.retained() }
    return try makeBytes(range.map { bytes.byte(at: $0) })
  }

  /// Bytes with one of them before and behind them up to a width; owned by the caller.
  func padBytes(
    _ bytes: ObjectPointer, _ arguments: [ObjectPointer], _ method: String,
    before: (_ padding: Int, _ width: Int) -> Int
  ) throws(ObjectError) -> ObjectPointer {
    let width = try machineIndex(arguments[0])
    var fill: UInt8 = 0x20
    if arguments.count > 1 {
      guard arguments[1].isBytes, arguments[1].itemCount == 1 else {
        throw ObjectError(
          .typeError,
          "\(method)() argument 2 must be a byte string of length 1, not \(nameInErrors(arguments[1].type))")
      }
      fill = arguments[1].byte(at: 0)
    }
    let padding = max(width - bytes.itemCount, 0)
    if padding == 0 { return try subbytes(of: bytes, 0..<bytes.itemCount) }
    try checkRoom(width, unit: 1)
    let start = before(padding, width)
    return try makeBytes(
      Array(repeating: fill, count: start) + bytes.byteArray + Array(repeating: fill, count: padding - start))
  }

  /// Bytes that an object gives, with others between them; owned by the caller.
  func joinBytes(
    _ parts: ObjectPointer, with separator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let elements: [ObjectPointer]
    do throws(ObjectError) {
      elements = try iterateFast(parts)
    } catch {
      guard error.kind == .typeError, specialMethod(names.iterator, of: parts) == nil else { throw error }
      throw ObjectError(.typeError, "can only join an iterable")
    }
    defer { for element in elements { release(element) } }
    if elements.count == 1, elements[0].type == type(.bytes) { return elements[0].retained() }
    var result: [UInt8] = []
    for (place, element) in elements.enumerated() {
      guard element.isBytes else {
        throw ObjectError(
          .typeError,
          "sequence item \(place): expected a bytes-like object, \(nameInErrors(element.type)) found")
      }
      if place > 0 { result += separator.byteArray }
      result += element.byteArray
    }
    return try makeBytes(result)
  }

  /// Bytes with some of them replaced, as `bytes.replace`; owned by the caller.
  func replaceBytes(
    in bytes: ObjectPointer, _ arguments: [ObjectPointer]
  ) throws(ObjectError) -> ObjectPointer {
    let (old, new) = (try requireBytes(arguments[0]), try requireBytes(arguments[1]))
    let given = arguments.count > 2 ? try machineIndex(arguments[2]) : -1
    var left = given < 0 ? Int.max : given
    let whole = bytes.byteArray
    var result: [UInt8] = []
    var start = 0
    if old.isEmpty {
      for index in 0...whole.count {
        if left > 0 {
          result += new
          left -= 1
        }
        if index < whole.count { result.append(whole[index]) }
      }
    } else {
      while left > 0, let place = ByteSearch.first(old, in: whole, start..<whole.count) {
        result += whole[start..<place] + new
        start = place + old.count
        left -= 1
      }
      result += whole[start...]
    }
    return result == whole ? try subbytes(of: bytes, 0..<whole.count) : try makeBytes(result)
  }
}
