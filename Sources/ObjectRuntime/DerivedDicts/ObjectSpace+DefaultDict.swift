extension ObjectSpace {
  /// Gives a dict that makes missing values its function and entries, as `defaultdict.__init__`.
  func initializeDefaultDict(
    _ dict: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    let factory = arguments.first
    if let factory, factory != none, !isCallable(factory) {
      throw ObjectError(.typeError, "first argument must be callable or None")
    }
    let old = dict[object: DerivedDictOffset.defaultFactory]
    dict[object: DerivedDictOffset.defaultFactory] = factory == none ? nil : factory?.retained()
    if let old { release(old) }
    let rest = Array(arguments.dropFirst())
    guard rest.count <= 1 else {
      throw ObjectError(.typeError, "dict expected at most 1 argument, got \(rest.count)")
    }
    if let first = rest.first { try fillDict(dict, from: first) }
    for (name, value) in keywords { try setValue(value, for: name, in: dict) }
  }

  /// The value of a missing key, as `defaultdict.__missing__`; owned by the caller.
  func missingValue(of key: ObjectPointer, in dict: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard let factory = dict[object: DerivedDictOffset.defaultFactory], factory != none else {
      throw missingKey(key)
    }
    factory.retain()
    defer { release(factory) }
    let value = try call(factory)
    try fillNew(value) { () throws(ObjectError) in try setItem(at: key, of: dict, to: value) }
    return value
  }

  /// A dict with the entries of two, of the class of one of them; owned by the caller.
  func mergeDicts(
    _ left: ObjectPointer, _ right: ObjectPointer, like model: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let result =
      isSubtype(model.type, type(.defaultDict))
      ? try call(model.type, [model[object: DerivedDictOffset.defaultFactory] ?? none, left])
      : try call(model.type, [left])
    try fillNew(result) { () throws(ObjectError) in try fillDict(result, from: right) }
    return result
  }

  /// A copy of a dict of a derived built-in type; owned by the caller.
  func copyDerivedDict(_ dict: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard isSubtype(dict.type, type(.defaultDict)) else { return try call(dict.type, [dict]) }
    return try call(dict.type, [dict[object: DerivedDictOffset.defaultFactory] ?? none, dict])
  }
}

extension BuiltinMethod {
  static let defaultDicts: [BuiltinMethod] = [
    BuiltinMethod("__missing__", 1) { (space, dict, arguments) throws(ObjectError) in
      try space.missingValue(of: arguments[0], in: dict)
    },
    BuiltinMethod("copy", 0) { (space, dict, _) throws(ObjectError) in try space.copyDerivedDict(dict) },
    BuiltinMethod("__copy__", 0) { (space, dict, _) throws(ObjectError) in try space.copyDerivedDict(dict) },
  ]
}
