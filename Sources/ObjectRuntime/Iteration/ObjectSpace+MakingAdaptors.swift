extension ObjectSpace {
  /// Makes an iterator over what other iterators give, as a call of its class.
  ///
  /// - Parameters:
  ///   - builtin: the built-in class: `enumerate`, `zip`, `map`, `filter` or `reversed`.
  ///   - type: the class, that one or one derived from it.
  /// - Returns: the iterator, owned by the caller; `nil` for other classes.
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take, and what `__iter__` raises.
  func makeAdaptor(
    _ builtin: BuiltinType, _ type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer? {
    switch builtin {
    case .enumerate: return try makeEnumerate(type, arguments, keywords)
    case .zip: return try makeZip(type, arguments, keywords)
    case .map, .filter, .reversed: break
    default: return nil
    }
    // A derived class's own `__init__` may take arguments by name.
    guard keywords.isEmpty || type != self.type(builtin) else {
      throw ObjectError(.typeError, "\(builtin.name)() takes no keyword arguments")
    }
    let count = arguments.count
    switch builtin {
    case .map:
      guard count > 1 else { throw ObjectError(.typeError, "map() must have at least two arguments.") }
      let iterators = try iterators(over: arguments[1...])
      return try fillAdaptor(
        type, [(MapOffset.iterators, iterators), (MapOffset.function, arguments[0].retained())])
    case .filter:
      guard count == 2 else { throw ObjectError(.typeError, "filter expected 2 arguments, got \(count)") }
      let source = try iteration(over: arguments[1])
      return try fillAdaptor(
        type, [(FilterOffset.source, source), (FilterOffset.function, arguments[0].retained())])
    default:
      guard count == 1 else { throw ObjectError(.typeError, "reversed expected 1 argument, got \(count)") }
      return try reverseIteration(over: arguments[0], type: type)
    }
  }

  private func makeEnumerate(
    _ type: ObjectPointer, _ arguments: [ObjectPointer],
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    let given = arguments.count + keywords.count
    guard given <= 2 else {
      throw ObjectError(.typeError, "enumerate() takes at most 2 arguments (\(given) given)")
    }
    var iterable = arguments.first
    var start = arguments.count > 1 ? arguments[1] : nil
    for (name, value) in keywords {
      switch name.text {
      case "iterable" where iterable == nil: iterable = value
      case "start" where start == nil: start = value
      default:
        throw ObjectError(.typeError, "'\(name.text)' is an invalid keyword argument for enumerate()")
      }
    }
    guard let iterable else {
      throw ObjectError(.typeError, "enumerate() missing required argument 'iterable'")
    }
    let number = try start.map { (start) throws(ObjectError) in try requireIndex(start) }
    var parts: [(Int, ObjectPointer)] = []
    let index = number.map { $0.integerValue ?? Int.max } ?? 0
    if let number {
      if index == Int.max { parts.append((EnumerateOffset.largeIndex, number)) } else { release(number) }
    }
    do throws(ObjectError) {
      parts.append((EnumerateOffset.source, try iteration(over: iterable)))
      parts.append((EnumerateOffset.result, try makeTuple([none, none])))
    } catch {
      for (_, part) in parts { release(part) }
      throw error
    }
    let object = try fillAdaptor(type, parts)
    object[integer: EnumerateOffset.index] = index
    object[word: EnumerateOffset.one] = smallInteger(1).address
    return object
  }

  private func makeZip(
    _ type: ObjectPointer, _ arguments: [ObjectPointer],
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    var isStrict = false
    for (name, value) in keywords {
      guard name.text == "strict" else {
        throw ObjectError(.typeError, "zip() got an unexpected keyword argument '\(name.text)'")
      }
      isStrict = try isTrue(value)
    }
    let iterators = try iterators(over: arguments[...])
    let result: ObjectPointer
    do throws(ObjectError) {
      result = try makeTuple([ObjectPointer](repeating: none, count: arguments.count))
    } catch {
      release(iterators)
      throw error
    }
    let object = try fillAdaptor(type, [(ZipOffset.iterators, iterators), (ZipOffset.result, result)])
    object[integer: ZipOffset.count] = arguments.count
    object[int32: ZipOffset.isStrict] = isStrict ? 1 : 0
    return object
  }

  /// A tuple of iterators over several objects, owned by the caller.
  private func iterators(over objects: ArraySlice<ObjectPointer>) throws(ObjectError) -> ObjectPointer {
    guard !objects.isEmpty else { return emptyTuple }
    let tuple = try makeTupleStorage(count: objects.count)
    track(tuple)
    try fillNew(tuple) { () throws(ObjectError) in
      for (index, object) in objects.enumerated() {
        tuple[object: TupleOffset.items + 8 * index] = try iteration(over: object)
      }
    }
    return tuple
  }

  /// Makes an object of a few references, which it takes over also where this throws.
  func fillAdaptor(_ type: ObjectPointer, _ parts: [(Int, ObjectPointer)]) throws(ObjectError)
    -> ObjectPointer
  {
    let object: ObjectPointer
    do throws(ObjectError) {
      object = try allocateGeneric(type)
    } catch {
      for (_, part) in parts { release(part) }
      throw error
    }
    for (offset, part) in parts { object[object: offset] = part }
    return object
  }

  // MARK: Backwards

  /// An iterator from the end, as `reversed()`.
  ///
  /// - Parameter type: `reversed`, or a class derived from it.
  /// - Returns: the iterator, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what cannot be gone through backwards.
  package func reverseIteration(
    over object: ObjectPointer, type: ObjectPointer? = nil
  ) throws(ObjectError) -> ObjectPointer {
    if let method = specialMethod(names.reversed, of: object) {
      guard method != none else { throw notReversible(object) }
      return try callMethod(method, on: object, [])
    }
    return try builtinReverseIteration(over: object, type: type)
  }

  /// An iterator from the end, whatever a program's class has as `__reversed__`.
  func builtinReverseIteration(
    over object: ObjectPointer, type: ObjectPointer? = nil
  ) throws(ObjectError) -> ObjectPointer {
    switch object.plan.body {
    case .list: return try makeReverseIterator(object)
    case .dict: return try makeReverseDictIterator(.dictReverseKeyIterator, object)
    case .deque: return try makeDequeIterator(object, isReverse: true)
    default: break
    }
    let kind = builtinType(object.type)
    if kind == .range { return try makeReverseRangeIterator(object) }
    if let dict = object.plan.body == .record ? object[object: 16] : nil, let kind {
      switch kind {
      case .dictKeys: return try makeReverseDictIterator(.dictReverseKeyIterator, dict)
      case .dictValues: return try makeReverseDictIterator(.dictReverseValueIterator, dict)
      case .dictItems: return try makeReverseDictIterator(.dictReverseItemIterator, dict)
      case .mappingProxy: return try reverseIteration(over: dict)
      default: break
      }
    }
    guard isSequence(object) || specialMethod(names.getItem, of: object) != nil else {
      throw notReversible(object)
    }
    let count = try length(of: object)
    let iterator = try fillAdaptor(
      type ?? self.type(.reversed), [(IteratorOffset.sequence, object.retained())])
    iterator[integer: IteratorOffset.index] = count - 1
    return iterator
  }

  private func notReversible(_ object: ObjectPointer) -> ObjectError {
    ObjectError(.typeError, "'\(nameInErrors(object.type))' object is not reversible")
  }

  /// Makes an iterator over a list from its end, as `reversed()`.
  package func makeReverseIterator(_ list: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    try makeSequenceIterator(.reverseListIterator, list, at: list.itemCount - 1)
  }
}
