extension ObjectSpace {
  /// Makes an instance of a class that a program made, before its `__init__`.
  ///
  /// - Returns: the instance, owned by the caller.
  func makeInstance(
    of type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    let plan = type.instancePlan
    switch plan.body {
    case .tuple:
      let elements =
        try arguments.first.map { (first) throws(ObjectError) in
          try iterate(first, asksLength: true)
        } ?? []
      defer { for element in elements { release(element) } }
      // The end mark of CPython's generic allocation takes one item's room.
      let tuple = try allocateGeneric(type, items: elements.count)
      for (index, element) in elements.enumerated() {
        tuple[object: TupleOffset.items + 8 * index] = element.retained()
      }
      return tuple
    case .set:
      let set = try makeSet(type)
      if type.instancePlan.solidType == self.type(.frozenSet), let first = arguments.first {
        try fillNew(set) { () throws(ObjectError) in try fillSet(set, from: first) }
      }
      return set
    case .deque: return try makeDeque(type)
    case .byteArray: return try allocateGeneric(type)
    case .dict:
      let dict = try allocateGeneric(type)
      untrack(dict)
      initializeDict(dict, keys: state.singletons.emptyKeys, values: nil, used: 0)
      track(dict)
      return dict
    case .weakReference:
      guard let first = arguments.first else {
        throw ObjectError(.typeError, "__new__ expected at least 1 argument, got 0")
      }
      return try makeWeakReference(
        to: first, callback: arguments.count > 1 ? arguments[1] : nil, type: type)
    case .type:
      throw ObjectError(.typeError, "metaclasses make no classes here: '\(nameInErrors(type))' is one")
    case .record where isSubtype(type, self.type(.none)):
      throw ObjectError(.typeError, "cannot create instances")
    default: break
    }
    // What the built-in type makes of the arguments is what the instance becomes.
    if let builtin = valueType(of: type),
      let value = try constructValue(self.type(builtin), arguments, keywords: keywords)
    {
      defer { release(value) }
      switch builtin {
      case .int: return try makeIntegerInstance(type, value)
      case .string: return try makeStringInstance(type, value)
      case .bytes: return try makeBytesInstance(type, value)
      default:
        let object = try allocateGeneric(type)
        object[double: FloatOffset.value] = value.doubleValue
        return object
      }
    }
    if isSubtype(type, exceptionType(.baseException)) { return try makeException(type, arguments) }
    if let builtin = builtinType(builtinBase(of: type)),
      let made = try makeAdaptor(builtin, type, arguments, keywords: keywords)
    {
      return made
    }
    if let builtin = builtinType(builtinBase(of: type)),
      let made = try makeItertool(builtin, type, arguments, keywords: keywords)
    {
      return made
    }
    if isSubtype(type, self.type(.partial)) { return try makePartial(type, arguments, keywords: keywords) }
    if isSubtype(type, self.type(.cacheWrapper)) { return try makeCache(type, arguments) }
    if isSubtype(type, self.type(.simpleNamespace)) { return try makeNamespace(type) }
    return try allocateGeneric(type)
  }

  /// Makes an instance of a built-in class.
  ///
  /// - Returns: the instance, owned by the caller.
  func instantiateBuiltin(
    _ type: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) -> ObjectPointer {
    if isSubtype(type, exceptionType(.baseException)) {
      try checkCodingArguments(arguments, of: type)
      let exception = try makeException(type, arguments)
      if !keywords.isEmpty {
        try fillNew(exception) { () throws(ObjectError) in try setOwnFields(of: exception, keywords: keywords)
        }
      }
      return exception
    }
    try checkArguments(of: type, arguments.count, keywords: keywords.count)
    switch type {
    case self.type(.object):
      guard arguments.isEmpty else { throw ObjectError(.typeError, "object() takes no arguments") }
      return try allocatePlain(type, size: 16)
    case self.type(.list):
      // Calls of the class take new memory, where displays take that of lists that are gone.
      let list = try allocateGeneric(type)
      if let first = arguments.first {
        try fillNew(list) { () throws(ObjectError) in try extend(list, iterating: first) }
      }
      return list
    case self.type(.tuple):
      guard let first = arguments.first else { return emptyTuple }
      if first.type == type { return first.retained() }
      let elements = try iterate(first, asksLength: true)
      defer { for element in elements { release(element) } }
      return try makeTuple(elements)
    case self.type(.set), self.type(.frozenSet):
      // A frozenset of a frozenset is that one; the empty one exists once.
      if type == self.type(.frozenSet) {
        if let first = arguments.first, first.type == type { return first.retained() }
      }
      let set = try makeSet(type)
      if let first = arguments.first {
        try fillNew(set) { () throws(ObjectError) in try fillSet(set, from: first) }
      }
      return set
    case self.type(.dict):
      let dict = try allocateGeneric(type)
      initializeDict(dict, keys: state.singletons.emptyKeys, values: nil, used: 0)
      untrack(dict)
      try fillNew(dict) { () throws(ObjectError) in
        if let first = arguments.first { try fillDict(dict, from: first) }
        for (name, value) in keywords { try setValue(value, for: name, in: dict) }
      }
      return dict
    case self.type(.weakReference):
      guard let first = arguments.first else {
        throw ObjectError(.typeError, "__new__ expected at least 1 argument, got 0")
      }
      return try makeWeakReference(to: first, callback: arguments.count > 1 ? arguments[1] : nil)
    case self.type(.type):
      if arguments.count == 1 { return arguments[0].type.retained() }
      guard arguments.count == 3 else { throw ObjectError(.typeError, "type() takes 1 or 3 arguments") }
      for (index, kind) in [BuiltinType.string, .tuple, .dict].enumerated()
      where !isSubtype(arguments[index].type, self.type(kind)) {
        throw ObjectError(
          .typeError,
          "type.__new__() argument \(index + 1) must be \(kind.name), not \(nameInErrors(arguments[index].type))"
        )
      }
      return try makeClass(name: arguments[0], bases: items(of: arguments[1]), namespace: arguments[2])
    default: break
    }
    if let made = try constructValue(type, arguments, keywords: keywords) { return made }
    if let interpreter { return try interpreter.callOther(type, arguments, keywords: keywords, in: self) }
    throw ObjectError(.typeError, "cannot create '\(nameInErrors(type))' instances")
  }

  /// Fills an instance of a class derived from a list, dict or set, as the built-in class's `__init__`.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments that it does not take.
  package func initializeBuiltin(
    _ object: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) {
    let body = object.plan.body
    if !keywords.isEmpty, isSubtype(object.type, exceptionType(.baseException)) {
      return try setOwnFields(of: object, keywords: keywords)
    }
    switch body {
    case .deque: return try initializeDeque(object, arguments, keywords: keywords)
    case .byteArray:
      return try fillByteArray(object, from: named(keywords, after: arguments, of: .byteArray))
    case .dict where isSubtype(object.type, type(.defaultDict)):
      return try initializeDefaultDict(object, arguments, keywords: keywords)
    case .record where isSubtype(object.type, type(.simpleNamespace)):
      return try initializeNamespace(object, arguments, keywords: keywords)
    case .list, .dict, .set: break
    default: return
    }
    guard arguments.count <= 1 else {
      let name = body == .list ? "list" : body == .dict ? "dict" : "set"
      throw ObjectError(.typeError, "\(name) expected at most 1 argument, got \(arguments.count)")
    }
    if let first = arguments.first {
      switch body {
      case .list:
        clearList(object)
        try extend(object, iterating: first)
      case .dict: try fillDict(object, from: first)
      default: if !isSubtype(object.type, type(.frozenSet)) { try fillSet(object, from: first) }
      }
    }
    for (name, value) in keywords where body == .dict { try setValue(value, for: name, in: object) }
  }

  /// Refuses more arguments than a built-in class takes.
  private func checkArguments(
    of type: ObjectPointer, _ count: Int, keywords: Int
  ) throws(ObjectError) {
    let name: String
    switch type {
    case self.type(.list), self.type(.tuple), self.type(.set), self.type(.frozenSet): name = typeName(type)
    case self.type(.weakReference): name = "ref"
    case self.type(.dict) where keywords == 0: name = "dict"
    default: return
    }
    guard keywords == 0 else { throw ObjectError(.typeError, "\(name)() takes no keyword arguments") }
    let limit = name == "ref" ? 2 : 1
    guard count <= limit else {
      let title = name == "ref" ? "__new__" : name
      let noun = limit == 1 ? "argument" : "arguments"
      throw ObjectError(.typeError, "\(title) expected at most \(limit) \(noun), got \(count)")
    }
  }

  /// The elements of a built-in container in order, owned by the caller.
  package func iterate(
    _ object: ObjectPointer, asksLength: Bool = false
  ) throws(ObjectError) -> [ObjectPointer] {
    switch object.plan.body {
    case .list, .tuple: return items(of: object).map { $0.retained() }
    case .set: return elements(of: object).map { $0.retained() }
    case .dict: return entries(of: object).map { $0.key.retained() }
    case .deque: return dequeElements(object).map { $0.retained() }
    default: break
    }
    if isSubtype(object.type, type(.string)), object.plan.body == .plain {
      var characters: [ObjectPointer] = []
      for point in object.codePoints { characters.append(try makeString(codePoints: [point])) }
      return characters
    }
    if isSubtype(object.type, type(.bytes)), object.plan.body == .plain {
      return object.byteArray.map { smallInteger(Int($0)) }
    }
    if object.type == type(.range) { return try rangeElements(object) }
    let iterator = try iteration(over: object)
    defer { release(iterator) }
    var elements: [ObjectPointer] = []
    if asksLength { try askLength(of: object) }
    do throws(ObjectError) {
      while let element = try nextElement(of: iterator) { elements.append(element) }
    } catch {
      for element in elements { release(element) }
      throw error
    }
    return elements
  }

  /// The elements of anything that can be gone through, as CPython's `PySequence_Fast` has them: an iterator is made
  /// first, and then gone through as any other object.
  func iterateFast(_ object: ObjectPointer) throws(ObjectError) -> [ObjectPointer] {
    guard isHeap(object.type), object.plan.body != .list, object.plan.body != .tuple else {
      return try iterate(object)
    }
    let iterator = try iteration(over: object)
    defer { release(iterator) }
    return try iterate(iterator, asksLength: true)
  }

  /// Asks an instance how many elements it has, or may have, as CPython does to take their room at once.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for a hint that is no integer, `valueError` for a negative one, and
  ///   what the methods raise but a `TypeError`.
  package func askLength(of object: ObjectPointer) throws(ObjectError) {
    guard isHeap(object.type) else { return }
    do throws(ObjectError) {
      if specialMethod(names.length, of: object) != nil {
        _ = try length(of: object)
        return
      }
    } catch {
      guard error.kind == .typeError else { throw error }
    }
    let name = try makeName("__length_hint__")
    defer { release(name) }
    guard let method = specialMethod(name, of: object) else { return }
    let result: ObjectPointer
    do throws(ObjectError) {
      result = try callMethod(method, on: object, [])
    } catch {
      guard error.kind == .typeError else { throw error }
      return
    }
    defer { release(result) }
    if result == notImplemented { return }
    guard isSubtype(result.type, type(.int)) else {
      throw ObjectError(.typeError, "__length_hint__ must be an integer, not \(nameInErrors(result.type))")
    }
    guard !result.isNegativeInteger else {
      throw ObjectError(.valueError, "__length_hint__() should return >= 0")
    }
  }

  /// Adds all elements of a built-in container to a set.
  package func fillSet(_ set: ObjectPointer, from other: ObjectPointer) throws(ObjectError) {
    if other.plan.body == .set { return try formUnion(set, with: other) }
    if other.plan.body == .dict,
      (set[integer: SetOffset.fill] + dictCount(other)) * 5 >= set[integer: SetOffset.mask] * 3
    {
      try resizeSet(set, minimum: (setCount(set) + dictCount(other)) * 2)
    }
    let elements = try iterate(other)
    defer { for element in elements { release(element) } }
    for element in elements { try insert(element, into: set) }
  }

  /// Makes a list of the elements of a built-in container.
  func makeList(iterating object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let list = try makeListStorage(capacity: 0)
    try fillNew(list) { () throws(ObjectError) in try extend(list, iterating: object) }
    return list
  }

  /// Fills a new object, which goes where that fails.
  func fillNew(
    _ object: ObjectPointer, _ fill: () throws(ObjectError) -> Void
  ) throws(ObjectError) {
    do throws(ObjectError) {
      try fill()
    } catch {
      release(object)
      throw error
    }
  }
}
