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
