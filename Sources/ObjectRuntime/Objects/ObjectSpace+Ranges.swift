import BigInt

extension ObjectSpace {
  /// Makes a range of integers.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for a step of zero, and `memoryError`.
  package func makeRange(_ start: Int, _ stop: Int, _ step: Int) throws(ObjectError) -> ObjectPointer {
    let length = try rangeLength(start, stop, step)
    var parts: [ObjectPointer] = []
    defer { for part in parts { release(part) } }
    for value in [start, stop, step] { parts.append(try makeInteger(value)) }
    parts.append(try makeInteger(length))
    return try makeRecord(.range, size: 48, parts)
  }

  /// Makes a range of integer objects of any size, which it holds.
  ///
  /// - Throws: ``ObjectError`` of kind `valueError` for a step of zero, and `memoryError`.
  package func makeRange(
    _ start: ObjectPointer, _ stop: ObjectPointer, _ step: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard let first = start.integerValue, let end = stop.integerValue, let width = step.integerValue else {
      let length = try makeInteger(rangeLength(start.bigInteger, stop.bigInteger, step.bigInteger))
      defer { release(length) }
      return try makeRecord(.range, size: 48, [start, stop, step, length])
    }
    let range = try makeRange(first, end, width)
    for (offset, part) in [(16, start), (24, stop), (32, step)] {
      let old = range[object: offset]
      range[object: offset] = part.retained()
      if let old { release(old) }
    }
    return range
  }

  private func rangeLength(_ start: Int, _ stop: Int, _ step: Int) throws(ObjectError) -> BigInt {
    let (low, high) = step > 0 ? (start, stop) : (stop, start)
    let (distance, overflows) = high.subtractingReportingOverflow(low)
    guard step != 0, step != .min, !overflows else {
      return try rangeLength(BigInt(start), BigInt(stop), BigInt(step))
    }
    return distance <= 0 ? 0 : BigInt((distance - 1) / abs(step) + 1)
  }

  private func rangeLength(_ start: BigInt, _ stop: BigInt, _ step: BigInt) throws(ObjectError) -> BigInt {
    guard step != 0 else { throw ObjectError(.valueError, "range() arg 3 must not be zero") }
    let distance = step > 0 ? stop - start : start - stop
    return distance <= 0 ? 0 : (distance - 1) / abs(step) + 1
  }

  /// The element of a range at a place that it has, owned by the caller.
  func rangeElement(_ place: Int, of range: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let start = range[object: 16], let step = range[object: 32] else { return none }
    if let first = start.integerValue, let width = step.integerValue, range[object: 24]?.integerValue != nil {
      // What lies between two integers is one, whatever the product is.
      return try makeInteger(first &+ place &* width)
    }
    return try makeInteger(start.bigInteger + BigInt(place) * step.bigInteger)
  }

  /// The element of a range at an index, owned by the caller.
  func rangeElement(at key: ObjectPointer, of range: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let start = range[object: 16], let step = range[object: 32], let length = range[object: 40] else {
      return none
    }
    guard isSubtype(key.type, type(.int)) else {
      throw ObjectError(
        .typeError, "range indices must be integers or slices, not \(nameInErrors(key.type))")
    }
    if let count = length.integerValue, let index = key.integerValue {
      let place = index < 0 ? index + count : index
      guard place >= 0, place < count else {
        throw ObjectError(.indexError, "range object index out of range")
      }
      return try rangeElement(place, of: range)
    }
    let count = length.bigInteger
    let index = key.bigInteger
    let place = index < 0 ? index + count : index
    guard place >= 0, place < count else { throw ObjectError(.indexError, "range object index out of range") }
    return try makeInteger(start.bigInteger + place * step.bigInteger)
  }

  /// The elements of a range in order, owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `overflowError` or `memoryError` for more than can be counted or held.
  func rangeElements(_ range: ObjectPointer) throws(ObjectError) -> [ObjectPointer] {
    guard let count = range[object: 40]?.integerValue else {
      throw ObjectError(.overflowError, "Python int too large to convert to C ssize_t")
    }
    try checkRoom(count, unit: 8)
    var elements: [ObjectPointer] = []
    do throws(ObjectError) {
      for place in 0..<count { elements.append(try rangeElement(place, of: range)) }
    } catch {
      for element in elements { release(element) }
      throw error
    }
    return elements
  }
}
