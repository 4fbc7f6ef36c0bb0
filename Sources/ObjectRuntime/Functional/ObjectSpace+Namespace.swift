extension ObjectSpace {
  /// Fills a namespace as `types.SimpleNamespace`.
  func initializeNamespace(
    _ namespace: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    guard arguments.count <= 1 else {
      throw ObjectError(.typeError, "SimpleNamespace expected at most 1 argument, got \(arguments.count)")
    }
    guard let dict = try ensureAttributeDict(of: namespace) else { return }
    if let first = arguments.first {
      try fillDict(dict, from: first)
      for (key, _) in entries(of: dict) where !isSubtype(key.type, type(.string)) {
        throw ObjectError(.typeError, "keywords must be strings")
      }
    }
    for (name, value) in keywords { try setValue(value, for: name, in: dict) }
  }

  /// Makes a namespace of a class, with an empty dict; owned by the caller.
  func makeNamespace(_ type: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let dict = try makeDict()
    return try fillAdaptor(type, [(NamespaceOffset.attributes, dict)])
  }
}
