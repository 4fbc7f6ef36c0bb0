extension ObjectSpace {
  /// Makes a deque as a call of its class, or fills one: `deque(iterable, maxlen)`.
  func initializeDeque(
    _ deque: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    let given = arguments.count + keywords.count
    guard given <= 2 else {
      throw ObjectError(.typeError, "deque() takes at most 2 arguments (\(given) given)")
    }
    var iterable = arguments.first
    var limit = arguments.count > 1 ? arguments[1] : nil
    for (name, value) in keywords {
      switch name.text {
      case "iterable" where iterable == nil: iterable = value
      case "maxlen" where limit == nil: limit = value
      default:
        throw ObjectError(.typeError, "deque() got an unexpected keyword argument '\(name.text)'")
      }
    }
    var most = -1
    if let limit, limit != none {
      guard isSubtype(limit.type, type(.int)) else { throw ObjectError(.typeError, "an integer is required") }
      guard let value = limit.integerValue else {
        throw ObjectError(.overflowError, "Python int too large to convert to C ssize_t")
      }
      guard value >= 0 else { throw ObjectError(.valueError, "maxlen must be non-negative") }
      most = value
    }
    deque[integer: DequeOffset.limit] = most
    clearDeque(deque)
    if let iterable { try extendDeque(deque, from: iterable) }
  }

  /// A copy of a deque with its limit, of its class; owned by the caller.
  func copyDeque(_ deque: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard isHeap(deque.type) else {
      let copy = try makeDeque(deque.type, limit: deque[integer: DequeOffset.limit])
      try fillNew(copy) { () throws(ObjectError) in try extendDeque(copy, from: deque) }
      return copy
    }
    let limit = deque[integer: DequeOffset.limit]
    guard limit >= 0 else { return try call(deque.type, [deque]) }
    let number = try makeInteger(limit)
    defer { release(number) }
    return try call(deque.type, [deque, number])
  }

  /// The place that an index stands for.
  func dequePlace(_ key: ObjectPointer, of deque: ObjectPointer) throws(ObjectError) -> Int {
    guard let integer = try indexObject(of: key) else {
      throw ObjectError(
        .typeError, "sequence index must be integer, not '\(nameInErrors(key.type))'")
    }
    defer { release(integer) }
    guard let index = integer.integerValue else {
      throw ObjectError(.indexError, "cannot fit '\(nameInErrors(key.type))' into an index-sized integer")
    }
    let place = index < 0 ? index + dequeCount(deque) : index
    guard place >= 0, place < dequeCount(deque) else {
      throw ObjectError(.indexError, "deque index out of range")
    }
    return place
  }

  /// Takes the element at a place out.
  func deleteDequeElement(_ place: Int, of deque: ObjectPointer) throws(ObjectError) {
    try rotateDeque(deque, by: -place)
    let element = popLeft(deque)
    try rotateDeque(deque, by: place)
    if let element { release(element) }
  }

  /// The first place of an element that is equal to an object, within bounds; `nil` where there is none.
  ///
  /// - Throws: ``ObjectError`` of kind `runtimeError` where a comparison changes the deque, and what it raises.
  func dequePlace(
    ofElement object: ObjectPointer, in deque: ObjectPointer, from start: Int = 0, to end: Int = .max
  ) throws(ObjectError) -> Int? {
    let state = deque[word: DequeOffset.state]
    var place = start
    while place < min(end, dequeCount(deque)), let element = dequeElement(place, of: deque)?.retained() {
      defer { release(element) }
      if try areEqual(element, object) { return place }
      guard deque[word: DequeOffset.state] == state else {
        throw ObjectError(.runtimeError, "deque mutated during iteration")
      }
      place += 1
    }
    return nil
  }

  /// The order of two deques, as of lists; owned by the caller, `nil` where one is none.
  func compareDeques(
    _ operation: ComparisonOperator, _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    guard left.plan.body == .deque, right.plan.body == .deque else { return nil }
    let first = try makeList(dequeElements(left))
    defer { release(first) }
    let second = try makeList(dequeElements(right))
    defer { release(second) }
    return try compareOrder(operation, first, second)
  }

  /// A deque with the elements of another one behind its own; owned by the caller.
  func concatenateDeques(_ left: ObjectPointer, _ right: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard right.plan.body == .deque else {
      throw ObjectError(
        .typeError, "can only concatenate deque (not \"\(nameInErrors(right.type))\") to deque")
    }
    let copy = try copyDeque(left)
    try fillNew(copy) { () throws(ObjectError) in try extendDeque(copy, from: right) }
    return copy
  }

  /// A deque a number of times; owned by the caller.
  func multiplyDeque(_ deque: ObjectPointer, by count: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let copy = try copyDeque(deque)
    try fillNew(copy) { () throws(ObjectError) in try repeatDeque(copy, count) }
    return copy
  }

  /// Repeats the elements of a deque in place.
  func repeatDeque(_ deque: ObjectPointer, _ count: ObjectPointer) throws(ObjectError) {
    let times = try machineIndex(count)
    if times <= 0 { return clearDeque(deque) }
    let elements = dequeElements(deque)
    for element in elements { element.retain() }
    defer { for element in elements { release(element) } }
    let (total, overflows) = elements.count.multipliedReportingOverflow(by: times)
    guard !overflows else { throw ObjectError(.memoryError, "") }
    try checkRoom(total, unit: 8, copies: 1)
    for _ in 1..<times {
      for element in elements { try appendRight(element, to: deque) }
    }
  }

  // MARK: Iterators

  /// Makes an iterator over a deque.
  func makeDequeIterator(_ deque: ObjectPointer, isReverse: Bool = false) throws(ObjectError) -> ObjectPointer
  {
    let kind = type(isReverse ? .reverseDequeIterator : .dequeIterator)
    let iterator = try allocateGeneric(kind)
    iterator[object: DequeIteratorOffset.deque] = deque.retained()
    iterator[word: DequeIteratorOffset.block] =
      deque[word: isReverse ? DequeOffset.rightBlock : DequeOffset.leftBlock]
    iterator[integer: DequeIteratorOffset.index] =
      deque[integer: isReverse ? DequeOffset.rightIndex : DequeOffset.leftIndex]
    iterator[word: DequeIteratorOffset.state] = deque[word: DequeOffset.state]
    iterator[integer: DequeIteratorOffset.left] = dequeCount(deque)
    return iterator
  }

  func nextElement(ofDeque iterator: ObjectPointer, isReverse: Bool) throws(ObjectError) -> ObjectPointer? {
    guard let deque = iterator[object: DequeIteratorOffset.deque] else { return nil }
    let left = iterator[integer: DequeIteratorOffset.left]
    if isReverse, left == 0 { return nil }
    guard iterator[word: DequeIteratorOffset.state] == deque[word: DequeOffset.state] else {
      iterator[integer: DequeIteratorOffset.left] = 0
      throw ObjectError(.runtimeError, "deque mutated during iteration")
    }
    guard left > 0, let block = iterator[block: DequeIteratorOffset.block] else { return nil }
    let index = iterator[integer: DequeIteratorOffset.index]
    guard let element = block[object: DequeBlock.elements + 8 * index] else { return nil }
    iterator[integer: DequeIteratorOffset.left] = left - 1
    let next = isReverse ? index - 1 : index + 1
    iterator[integer: DequeIteratorOffset.index] = next
    if left > 1, next < 0 || next == DequeBlock.length {
      iterator[block: DequeIteratorOffset.block] =
        block[block: isReverse ? DequeBlock.left : DequeBlock.right]
      iterator[integer: DequeIteratorOffset.index] = isReverse ? DequeBlock.length - 1 : 0
    }
    return element.retained()
  }
}
