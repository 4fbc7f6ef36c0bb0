extension ObjectSpace {
  /// An iterator over anything that can be gone through, a program's instances with an `__iter__` too.
  ///
  /// A string, bytes and a range that no machine word counts have no iterator of their own kind here: what is given goes
  /// through a list of their elements.
  ///
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for anything else, and what `__iter__` raises.
  package func iteration(over object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if let method = specialMethod(names.iterator, of: object) {
      let iterator = try callMethod(method, on: object, [])
      guard try isIterator(iterator) else {
        defer { release(iterator) }
        throw ObjectError(
          .typeError, "iter() returned non-iterator of type '\(nameInErrors(iterator.type))'")
      }
      return iterator
    }
    let isLarge = object.type == type(.range) && !rangeFits(object)
    let isText =
      object.plan.body == .plain
      && (isSubtype(object.type, type(.string)) || isSubtype(object.type, type(.bytes)))
    guard isLarge || isText else { return try makeIterator(object) }
    let list = try makeList(iterating: object)
    defer { release(list) }
    return try makeIterator(list)
  }

  private func rangeFits(_ range: ObjectPointer) -> Bool {
    [16, 24, 32, 40].allSatisfy { range[object: $0]?.integerValue != nil }
  }

  /// Whether an object gives one element after the other.
  private func isIterator(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    if isHeap(object.type) { return specialMethod(names.next, of: object) != nil }
    switch object.type {
    case type(.listIterator), type(.tupleIterator), type(.reverseListIterator), type(.setIterator),
      type(.rangeIterator), type(.dictKeyIterator), type(.dictValueIterator), type(.dictItemIterator),
      type(.generator):
      return true
    default: return false
    }
  }

  /// The next element of an iterator, owned by the caller; `nil` at the end.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no iterator, `runtimeError` where a set or dict has changed
  ///   its size meanwhile, and what `__next__` raises but `StopIteration`.
  package func nextElement(of iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let method = specialMethod(names.next, of: iterator) else { return try next(iterator) }
    do throws(ObjectError) {
      return try callMethod(method, on: iterator, [])
    } catch {
      guard error.kind == .stopIteration else { throw error }
      return nil
    }
  }

  /// An iterator from the end, as `reversed()`.
  ///
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be gone through backwards.
  package func reverseIteration(over object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    if let method = specialMethod(names.reversed, of: object) {
      return try callMethod(method, on: object, [])
    }
    if object.plan.body == .list { return try makeReverseIterator(object) }
    if object.type == type(.range) {
      let step = smallInteger(-1)
      let slice = try makeSlice(none, none, step)
      defer { release(slice) }
      guard let reversed = try part(of: object, slice: slice) else { return none }
      defer { release(reversed) }
      return try iteration(over: reversed)
    }
    let isText = isSequence(object)
    guard isText || object.plan.body == .dict else {
      throw ObjectError(.typeError, "'\(nameInErrors(object.type))' object is not reversible")
    }
    let list = try makeList(iterating: object)
    defer { release(list) }
    return try makeReverseIterator(list)
  }
}
