extension ObjectSpace {
  /// An iterator over anything that can be gone through: a program's instances with an `__iter__` or a `__getitem__` too.
  ///
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for anything else, and what `__iter__` raises.
  /// - Complexity: O(1).
  package func iteration(over object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let type = object.type
    if isHeap(type) {
      if let method = lookUpInClasses(names.iterator, of: type) {
        guard method != none else { throw notIterable(object) }
        let iterator = try callMethod(method, on: object, [])
        guard isIterator(iterator) else {
          defer { release(iterator) }
          throw ObjectError(
            .typeError, "iter() returned non-iterator of type '\(nameInErrors(iterator.type))'")
        }
        return iterator
      }
      let base = builtinBase(of: type)
      if base == self.type(.object) || base.instancePlan.body == .type {
        return try iterationByIndex(over: object)
      }
    } else if object.plan.body == .type, isHeap(object.type) {
      return try iterationByIndex(over: object)
    } else if isProxy(object), let target = try proxyTarget(object)?.retained() {
      defer { release(target) }
      return try iteration(over: target)
    }
    return try makeIterator(object)
  }

  /// An iterator over an instance whose class only tells its elements by their indices.
  private func iterationByIndex(over object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard specialMethod(names.getItem, of: object) != nil else { throw notIterable(object) }
    return try makeSequenceIterator(.sequenceIterator, object)
  }

  private func notIterable(_ object: ObjectPointer) -> ObjectError {
    ObjectError(.typeError, "'\(nameInErrors(object.type))' object is not iterable")
  }

  /// Whether an object gives one element after the other.
  package func isIterator(_ object: ObjectPointer) -> Bool {
    let type = object.type
    if type.instancePlan.iteration != .none { return true }
    guard isHeap(type) else { return false }
    if let method = lookUpInClasses(names.next, of: type) { return method != none }
    return builtinBase(of: type).instancePlan.iteration != .none
  }

  /// The next element of an iterator, owned by the caller; `nil` at the end.
  ///
  /// - Parameter iterator: an object that the caller holds.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no iterator, `runtimeError` where a set or dict has changed
  ///   its size meanwhile, and what `__next__` raises but `StopIteration`.
  /// - Complexity: O(1) beside what a program does.
  package func nextElement(of iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    let kind = iterator.plan.iteration
    if kind == .none { return try nextOfInstance(iterator) }
    return try next(iterator, kind)
  }

  /// The next element of an iterator of a built-in kind, owned by the caller; `nil` at the end, where the iterator lets
  /// its container go.
  ///
  /// - Throws: ``ObjectError`` of kind `runtimeError` where a set or dict has changed its size, `typeError` for what is
  ///   no iterator of a built-in kind.
  package func next(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    try next(iterator, builtinBase(of: iterator.type).instancePlan.iteration)
  }

  @inline(never)
  private func nextOfInstance(_ iterator: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let method = specialMethod(names.next, of: iterator) else {
      if isProxy(iterator), let target = try proxyTarget(iterator)?.retained() {
        defer { release(target) }
        guard isIterator(target) else {
          throw ObjectError(
            .typeError, "Weakref proxy referenced a non-iterator '\(nameInErrors(target.type))' object")
        }
        return try nextElement(of: target)
      }
      return try next(iterator)
    }
    do throws(ObjectError) {
      return try callMethod(method, on: iterator, [])
    } catch {
      guard error.kind == .stopIteration else { throw error }
      return nil
    }
  }

  @inline(__always)
  private func next(_ iterator: ObjectPointer, _ kind: IterationKind) throws(ObjectError) -> ObjectPointer? {
    switch kind {
    case .list: return nextItem(ofList: iterator)
    case .tuple: return nextItem(ofTuple: iterator)
    case .reverseList: return nextItem(backwards: iterator)
    case .range:
      let left = iterator[integer: 32]
      guard left > 0 else { return nil }
      let value = iterator[integer: 16]
      iterator[integer: 16] = value &+ iterator[integer: 24]
      iterator[integer: 32] = left &- 1
      return try makeInteger(value)
    case .longRange: return try nextNumber(ofRange: iterator)
    case .set: return try nextElement(ofSet: iterator)
    case .dictKeys:
      guard let (key, _) = try nextEntry(iterator) else { return nil }
      return key.retained()
    case .dictValues:
      guard let (_, value) = try nextEntry(iterator) else { return nil }
      return value.retained()
    case .dictItems:
      guard let (key, value) = try nextEntry(iterator) else { return nil }
      return try pair(key.retained(), value.retained(), again: iterator[object: IteratorOffset.result])
    case .reverseDictKeys:
      guard let (key, _) = try previousEntry(iterator) else { return nil }
      return key.retained()
    case .reverseDictValues:
      guard let (_, value) = try previousEntry(iterator) else { return nil }
      return value.retained()
    case .reverseDictItems:
      guard let (key, value) = try previousEntry(iterator) else { return nil }
      return try pair(key.retained(), value.retained(), again: iterator[object: IteratorOffset.result])
    case .ascii, .string: return try nextCharacter(iterator)
    case .bytes: return nextByte(iterator)
    case .sequence: return try nextElement(ofSequence: iterator)
    case .callable: return try nextResult(iterator)
    case .enumerate: return try nextNumbered(iterator)
    case .zip: return try nextTuple(iterator)
    case .map: return try nextMapped(iterator)
    case .filter: return try nextChosen(iterator)
    case .reversed: return try previousElement(iterator)
    case .generator:
      guard let interpreter = state.interpreter else { return nil }
      return try interpreter.resume(iterator, sending: none)
    case .deque: return try nextElement(ofDeque: iterator, isReverse: false)
    case .reverseDeque: return try nextElement(ofDeque: iterator, isReverse: true)
    case .chain: return try nextElement(ofChain: iterator)
    case .count: return try nextElement(ofCount: iterator)
    case .itemSlice: return try nextElement(ofSlice: iterator)
    case .none: throw ObjectError(.typeError, "'\(nameInErrors(iterator.type))' object is not an iterator")
    }
  }
}
