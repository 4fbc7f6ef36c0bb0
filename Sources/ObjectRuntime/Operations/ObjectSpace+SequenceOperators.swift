extension ObjectSpace {
  /// A sequence and another one behind it, as `left + right`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for another kind of object on the right, and `memoryError`.
  func concatenate(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let body = left.plan.body
    if body == .list || body == .tuple {
      guard right.plan.body == body else {
        let name = body == .list ? "list" : "tuple"
        throw ObjectError(
          .typeError, "can only concatenate \(name) (not \"\(nameInErrors(right.type))\") to \(name)")
      }
      if body == .tuple {
        if left.itemCount == 0, right.type == type(.tuple) { return right.retained() }
        if right.itemCount == 0, left.type == type(.tuple) { return left.retained() }
      }
      return try makeSequence(body, of: [left, right])
    }
    if left.isBytes {
      guard right.isBytes else {
        throw ObjectError(
          .typeError, "can't concat \(nameInErrors(right.type)) to \(nameInErrors(left.type))")
      }
      if body == .byteArray { return try makeByteArray(left.byteArray + right.byteArray) }
      if left.itemCount == 0, right.type == type(.bytes) { return right.retained() }
      if right.itemCount == 0, left.type == type(.bytes) { return left.retained() }
      return try makeBytes(left.byteArray + right.byteArray)
    }
    guard right.type.typeFlags & TypeFlag.stringSubclass != 0 else {
      throw ObjectError(
        .typeError, "can only concatenate str (not \"\(nameInErrors(right.type))\") to str")
    }
    return try concatenateStrings(left, right)
  }

  /// A new list or tuple of the items of some sequences, one after the other.
  private func makeSequence(_ body: ObjectBody, of parts: [ObjectPointer]) throws(ObjectError)
    -> ObjectPointer
  {
    let count = parts.reduce(0) { $0 + $1.itemCount }
    try checkRoom(count, unit: 8, copies: 1)
    if body == .tuple, count == 0 { return emptyTuple }
    let result = try body == .list ? makeListStorage(capacity: count) : makeTupleStorage(count: count)
    var place = 0
    for part in parts {
      for index in 0..<part.itemCount {
        let item = item(index, of: part)?.retained()
        if body == .list {
          result[block: ListOffset.items]?[object: 8 &* place] = item
        } else {
          result[object: TupleOffset.items &+ 8 &* place] = item
        }
        place &+= 1
      }
    }
    if body == .list { result.itemCount = count } else { track(result) }
    return result
  }

  /// How often a sequence is to be repeated, none for a negative number.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `overflowError` for one that is too large.
  func repetitions(_ count: ObjectPointer) throws(ObjectError) -> Int {
    guard let index = try indexObject(of: count) else {
      throw ObjectError(
        .typeError, "can't multiply sequence by non-int of type '\(nameInErrors(count.type))'")
    }
    defer { release(index) }
    guard let times = index.integerValue else {
      throw ObjectError(
        .overflowError, "cannot fit '\(nameInErrors(count.type))' into an index-sized integer")
    }
    return max(times, 0)
  }

  /// A sequence a number of times, as `sequence * count`; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError`, `overflowError` or `memoryError`.
  func multiply(_ sequence: ObjectPointer, by count: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let times = try repetitions(count)
    let body = sequence.plan.body
    if times == 1, body != .list, body != .byteArray, !isHeap(sequence.type) { return sequence.retained() }
    let isString = sequence.type.typeFlags & TypeFlag.stringSubclass != 0
    let length = isString ? sequence.stringLength : sequence.itemCount
    let (total, overflows) = length.multipliedReportingOverflow(by: times)
    guard !overflows else {
      if isString { throw ObjectError(.overflowError, "repeated string is too long") }
      if body == .list || body == .tuple { throw ObjectError(.memoryError, "") }
      throw ObjectError(.overflowError, "repeated bytes are too long")
    }
    if isString {
      try checkRoom(total, unit: StringState(sequence).width, copies: 1)
      return try repeatString(sequence, times)
    }
    if body == .list || body == .tuple {
      try checkRoom(total, unit: 8, copies: 1)
      return try makeSequence(body, of: [ObjectPointer](repeating: sequence, count: length == 0 ? 0 : times))
    }
    try checkRoom(total, unit: 1, copies: 1)
    if body == .byteArray {
      let bytes = sequence.byteArray
      return try makeByteArray((0..<total).map { bytes[$0 % length] })
    }
    guard total > 1 else { return try makeBytes(total == 0 ? [] : sequence.byteArray) }
    let result = try makeBytesStorage(count: total)
    result.copy(length, bytesFrom: sequence, at: BytesOffset.data, to: BytesOffset.data)
    repeatBytes(result.advanced(by: BytesOffset.data), count: length, total: total)
    return result
  }

  /// Repeats the items of a list in place, as `list *= count`.
  ///
  /// - Throws: as ``multiply(_:by:)``.
  func repeatItems(of list: ObjectPointer, _ count: ObjectPointer) throws(ObjectError) {
    let times = try repetitions(count)
    let length = list.itemCount
    if times == 1 || length == 0 { return }
    if times == 0 { return clearList(list) }
    let (total, overflows) = length.multipliedReportingOverflow(by: times)
    guard !overflows else { throw ObjectError(.memoryError, "") }
    try checkRoom(total, unit: 8, copies: 1)
    try resizeList(list, to: total)
    guard let items = list[block: ListOffset.items] else { return }
    for place in length..<total {
      items[object: 8 &* place] = items[object: 8 &* (place % length)]?.retained()
    }
  }
}

extension ObjectPointer {
  /// Of a string: its characters.
  package var codePoints: [UInt32] {
    let state = StringState(self)
    let data = characterData
    let width = state.width
    return (0..<stringLength).map { index in
      width == 1
        ? UInt32(data[byte: index]) : width == 2 ? UInt32(data[uint16: 2 &* index]) : data[uint32: 4 &* index]
    }
  }

  /// Of bytes, also of those that can change: what they are.
  package var byteArray: [UInt8] { (0..<itemCount).map { byte(at: $0) } }
}
