extension ObjectSpace {
  /// An item of a built-in container, as `container[key]`.
  ///
  /// - Parameters:
  ///   - key: an index, counted from the end where it is negative, or a dict's key.
  ///   - container: a list, tuple, string, bytes, range or dict.
  /// - Returns: the item, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `indexError`, `keyError`, or `typeError`.
  package func item(at key: ObjectPointer, of container: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    switch container.plan.body {
    case .list, .tuple:
      let noun = container.plan.body == .list ? "list" : "tuple"
      let index = try index(key, of: container, noun: noun, count: container.itemCount)
      return item(index, of: container)?.retained() ?? none
    case .dict:
      guard let value = try value(of: key, in: container) else {
        throw ObjectError(.keyError, describe(key))
      }
      return value.retained()
    default: break
    }
    if isSubtype(container.type, type(.string)) {
      let index = try index(key, of: container, noun: "string", count: container.stringLength)
      return try makeString(codePoints: [container.character(at: index)])
    }
    if isSubtype(container.type, type(.bytes)) {
      let index = try index(key, of: container, noun: "byte", count: container.itemCount, range: "")
      return try makeInteger(Int(container[byte: BytesOffset.data + index]))
    }
    if container.type == type(.range) { return try rangeElement(at: key, of: container) }
    throw ObjectError(.typeError, "'\(nameInErrors(container.type))' object is not subscriptable")
  }

  /// The items of a sequence from one place up to another, as `sequence[start:end]`.
  ///
  /// - Returns: a sequence of the same kind, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no sequence.
  package func part(
    of sequence: ObjectPointer, from start: Int, to end: Int
  ) throws(ObjectError) -> ObjectPointer {
    guard isSequence(sequence) else {
      throw ObjectError(.typeError, "'\(nameInErrors(sequence.type))' object is not subscriptable")
    }
    let isString = sequence.plan.body != .list && isSubtype(sequence.type, type(.string))
    let count = isString ? sequence.stringLength : sequence.itemCount
    let range = Self.range(from: start, to: end, count: count)
    let isWhole = range.count == count && !isHeap(sequence.type)
    switch sequence.plan.body {
    case .list: return try makeList(range.compactMap { item($0, of: sequence) })
    case .tuple:
      return isWhole ? sequence.retained() : try makeTuple(range.compactMap { item($0, of: sequence) })
    default: break
    }
    if isWhole { return sequence.retained() }
    if isString { return try makeString(codePoints: range.map { sequence.character(at: $0) }) }
    return try makeBytes(range.map { sequence[byte: BytesOffset.data + $0] })
  }

  /// Replaces the items of a list from one place up to another, as `list[start:end] = other`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no list, or cannot be gone through.
  package func setPart(
    of list: ObjectPointer, from start: Int, to end: Int, to other: ObjectPointer
  ) throws(ObjectError) {
    guard list.plan.body == .list else {
      throw ObjectError(
        .typeError, "'\(nameInErrors(list.type))' object does not support item assignment")
    }
    let new: ObjectPointer
    do throws(ObjectError) {
      new =
        other.plan.body == .list || other.plan.body == .tuple
        ? other.retained() : try makeList(iterating: other)
    } catch {
      guard error.kind == .typeError else { throw error }
      throw ObjectError(.typeError, "must assign iterable to extended slice")
    }
    defer { release(new) }
    try replaceItems(Self.range(from: start, to: end, count: list.itemCount), of: list, with: new)
  }

  /// Deletes the items of a list from one place up to another, as `del list[start:end]`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no list.
  package func deletePart(of list: ObjectPointer, from start: Int, to end: Int) throws(ObjectError) {
    guard list.plan.body == .list else {
      throw ObjectError(.typeError, "'\(nameInErrors(list.type))' object does not support item deletion")
    }
    try removeItems(Self.range(from: start, to: end, count: list.itemCount), of: list)
  }

  /// The places of a slice, as Python cuts them to what is there.
  private static func range(from start: Int, to end: Int, count: Int) -> Range<Int> {
    func place(_ index: Int) -> Int { min(max(index < 0 ? index + count : index, 0), count) }
    let first = place(start)
    return first..<max(place(end), first)
  }

  /// An index into a sequence, negative ones counted from the end.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for what is no integer, `indexError` beyond the ends.
  func index(
    _ key: ObjectPointer, of container: ObjectPointer, noun: String, count: Int, range: String? = nil
  ) throws(ObjectError) -> Int {
    guard isSubtype(key.type, type(.int)) else {
      let name = nameInErrors(key.type)
      throw ObjectError(
        .typeError,
        "\(noun) indices must be integers"
          + (noun == "string" ? ", not '\(name)'" : " or slices, not \(name)"))
    }
    guard let value = key.integerValue else {
      throw ObjectError(.indexError, "cannot fit 'int' into an index-sized integer")
    }
    let index = value < 0 ? value + count : value
    guard index >= 0, index < count else {
      throw ObjectError(.indexError, "\(range ?? noun + " ")index out of range")
    }
    return index
  }
}
