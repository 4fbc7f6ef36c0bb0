extension ObjectSpace {
  /// Runs a closure with the entries of a dict in order, held meanwhile: a comparison or finalizer that runs may change
  /// the dict.
  func withHeldEntries<Result>(
    of dict: ObjectPointer,
    _ body: ([(key: ObjectPointer, value: ObjectPointer)]) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let entries = entries(of: dict)
    for (key, value) in entries {
      key.retain()
      value.retain()
    }
    defer {
      for (key, value) in entries {
        release(key)
        release(value)
      }
    }
    return try body(entries)
  }

  /// Calls a closure with each entry of a dict, all of which are held meanwhile.
  func forEachHeldEntry(
    of dict: ObjectPointer,
    _ body: (_ key: ObjectPointer, _ value: ObjectPointer) throws(ObjectError) -> Void
  ) throws(ObjectError) {
    try withHeldEntries(of: dict) { (entries) throws(ObjectError) in
      for (key, value) in entries { try body(key, value) }
    }
  }

  /// Runs a closure with the elements of a set and their hashes in the order of the table, held meanwhile.
  func withHeldElements<Result>(
    of set: ObjectPointer, _ body: ([(element: ObjectPointer, hash: Int)]) throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let elements = elementsWithHashes(of: set)
    for (element, _) in elements { element.retain() }
    defer { for (element, _) in elements { release(element) } }
    return try body(elements)
  }
}
