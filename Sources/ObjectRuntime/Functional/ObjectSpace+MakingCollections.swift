extension ObjectSpace {
  /// Makes an instance of a built-in type of the modules `collections`, `functools`, `itertools` and `types`; owned by the
  /// caller, `nil` for other types.
  func makeCollection(
    _ builtin: BuiltinType, _ type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer? {
    switch builtin {
    case .deque:
      let deque = try makeDeque(type)
      try fillNew(deque) { () throws(ObjectError) in
        try initializeDeque(deque, arguments, keywords: keywords)
      }
      return deque
    case .defaultDict, .orderedDict:
      guard builtin == .defaultDict || arguments.count <= 1 else {
        throw ObjectError(.typeError, "expected at most 1 arguments, got \(arguments.count)")
      }
      let dict = try makeInstance(of: type, [])
      try fillNew(dict) { () throws(ObjectError) in
        try initializeBuiltin(dict, arguments, keywords: keywords)
      }
      return dict
    case .partial: return try makePartial(type, arguments, keywords: keywords)
    case .cacheWrapper: return try makeCache(type, arguments)
    case .simpleNamespace:
      let namespace = try makeNamespace(type)
      try fillNew(namespace) { () throws(ObjectError) in
        try initializeNamespace(namespace, arguments, keywords: keywords)
      }
      return namespace
    default: return try makeItertool(builtin, type, arguments, keywords: keywords)
    }
  }
}
