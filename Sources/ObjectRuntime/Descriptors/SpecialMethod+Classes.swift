extension SpecialMethod {
  /// How classes make and initialize their instances, and what they tell of themselves.
  static let classes: [SpecialMethod] = [
    SpecialMethod("__new__", nil) { (call) throws(ObjectError) in try call.space.makeByType(call) },
    SpecialMethod("__init__", nil) { (call) throws(ObjectError) in
      try call.space.initialize(call)
      return call.space.none
    },
    SpecialMethod("__init_subclass__", nil) { (call) throws(ObjectError) in
      guard call.keywords.isEmpty else {
        throw ObjectError(
          .typeError,
          "\(call.space.nameInErrors(call.receiver)).__init_subclass__() takes no keyword arguments")
      }
      guard call.arguments.isEmpty else {
        throw ObjectError(
          .typeError,
          "\(call.space.nameInErrors(call.receiver)).__init_subclass__() takes no arguments (\(call.arguments.count) given)"
        )
      }
      return call.space.none
    },
    SpecialMethod("__subclasshook__", nil) { (call) throws(ObjectError) in call.space.notImplemented },
    // There are no objects for the types of elements: a class with them is the class.
    SpecialMethod("__class_getitem__", 1) { (call) throws(ObjectError) in call.receiver.retained() },
    SpecialMethod("__prepare__", nil) { (call) throws(ObjectError) in try call.space.makeDict() },
    SpecialMethod("mro", 0) { (call) throws(ObjectError) in
      let order = call.receiver[object: TypeOffset.methodResolutionOrder]
      return try call.space.makeList(order.map { call.space.items(of: $0) } ?? [])
    },
    SpecialMethod("__subclasses__", 0) { (call) throws(ObjectError) in
      try call.space.makeList(call.space.allSubclasses(of: call.receiver))
    },
    SpecialMethod("__instancecheck__", 1) { (call) throws(ObjectError) in
      call.space.bool(call.space.isSubtype(call.first.type, call.receiver))
    },
    SpecialMethod("__subclasscheck__", 1) { (call) throws(ObjectError) in
      guard call.space.isType(call.first) else {
        throw ObjectError(.typeError, "issubclass() arg 1 must be a class")
      }
      return call.space.bool(call.space.isSubtype(call.first, call.receiver))
    },
  ]

  /// How objects are called.
  static let calls: [SpecialMethod] = [
    SpecialMethod("__call__", nil) { (call) throws(ObjectError) in
      let space = call.space
      if space.isType(call.receiver) {
        return try space.instantiate(call.receiver, call.arguments, keywords: call.keywords)
      }
      return try space.call(call.receiver, call.arguments, keywords: call.keywords)
    }
  ]
}

extension ObjectSpace {
  /// The classes that are derived from a class directly: built-in ones first; borrowed.
  func allSubclasses(of type: ObjectPointer) -> [ObjectPointer] {
    var found: [ObjectPointer] = []
    if !isHeap(type) {
      for number in 0..<BuiltinAttributes.all.count {
        let other = builtinType(at: number)
        if other[object: TypeOffset.base] == type { found.append(other) }
      }
    }
    return found + subclasses(of: type)
  }

  // MARK: __new__

  /// Makes an instance as a built-in type's `__new__`; owned by the caller.
  func makeByType(_ call: SpecialCall) throws(ObjectError) -> ObjectPointer {
    let owner = nameInErrors(call.owner)
    guard let type = call.arguments.first else {
      throw ObjectError(.typeError, "\(owner).__new__(): not enough arguments")
    }
    guard isType(type) else {
      throw ObjectError(
        .typeError, "\(owner).__new__(X): X is not a type object (\(nameInErrors(type.type)))")
    }
    let name = nameInErrors(type)
    guard isSubtype(type, call.owner) else {
      throw ObjectError(.typeError, "\(owner).__new__(\(name)): \(name) is not a subtype of \(owner)")
    }
    guard maker(of: type) == call.owner else {
      throw ObjectError(.typeError, "\(owner).__new__(\(name)) is not safe, use \(name).__new__()")
    }
    let arguments = Array(call.arguments.dropFirst())
    if call.owner == self.type(.object) {
      if !arguments.isEmpty || !call.keywords.isEmpty {
        guard lookUpInClasses(names.new, of: type) == nil else {
          throw ObjectError(
            .typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
        }
        if lookUpInClasses(names.initializer, of: type) == nil {
          throw ObjectError(.typeError, "\(name)() takes no arguments")
        }
      }
      return isHeap(type) ? try makeInstance(of: type, []) : try allocatePlain(type, size: 16)
    }
    if isHeap(type) { return try makeInstance(of: type, arguments, keywords: call.keywords) }
    switch builtinType(type) {
    case .list: return try makeList([])
    case .dict: return try makeDict()
    case .set: return try makeSet(type)
    case .deque: return try makeDeque(type)
    case .byteArray: return try makeByteArray([])
    case .defaultDict, .orderedDict: return try makeInstance(of: type, [])
    case .simpleNamespace: return try makeNamespace(type)
    default: return try instantiateBuiltin(type, arguments, keywords: call.keywords)
    }
  }

  /// The built-in type whose `__new__` makes a class's instances, where no program's does.
  private func maker(of type: ObjectPointer) -> ObjectPointer {
    var base = builtinBase(of: type)
    while !BuiltinAttributes.all[base.instancePlan.number].isMade, let next = base[object: TypeOffset.base] {
      base = next
    }
    return base
  }

  // MARK: __init__

  /// Initializes an instance as a built-in type's `__init__`.
  func initialize(_ call: SpecialCall) throws(ObjectError) {
    let (receiver, arguments, keywords) = (call.receiver, call.arguments, call.keywords)
    if call.owner == type(.object) {
      guard !arguments.isEmpty || !keywords.isEmpty else { return }
      if lookUpInClasses(names.initializer, of: receiver.type) != nil {
        throw ObjectError(
          .typeError, "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      if receiver.plan.body == .plain, valueType(of: receiver.type) == nil,
        lookUpInClasses(names.new, of: receiver.type) == nil
      {
        throw ObjectError(
          .typeError,
          isHeap(receiver.type)
            ? "\(nameInErrors(receiver.type))() takes no arguments"
            : "object.__init__() takes exactly one argument (the instance to initialize)")
      }
      return
    }
    if isSubtype(call.owner, exceptionType(.baseException)) {
      return try initializeException(receiver, arguments, keywords: keywords)
    }
    if !keywords.isEmpty, receiver.plan.body == .list || receiver.plan.body == .set {
      throw ObjectError(.typeError, "\(nameInErrors(call.owner))() takes no keyword arguments")
    }
    try initializeBuiltin(receiver, arguments, keywords: keywords)
  }

  /// Gives an exception its arguments, as `BaseException.__init__` and those of the classes with more attributes.
  ///
  /// - Throws: ``ObjectError`` of kind `typeError` for arguments by name that its class does not take.
  func initializeException(
    _ exception: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    try setOwnFields(of: exception, keywords: keywords)
    try checkCodingArguments(arguments, of: exception.type)
    let isSystemError = isSubtype(exception.type, exceptionType(.osError))
    let shown = isSystemError && (3...5).contains(arguments.count) ? Array(arguments.prefix(2)) : arguments
    let tuple = try makeTuple(shown)
    let old = exception[object: ExceptionOffset.arguments]
    exception[object: ExceptionOffset.arguments] = tuple
    if let old { release(old) }
    if isSubtype(exception.type, exceptionType(.stopIteration)) {
      replaceOwnField(0, of: exception, with: arguments.first ?? none)
    } else if isSubtype(exception.type, exceptionType(.systemExit)) {
      replaceOwnField(
        0, of: exception, with: arguments.count > 1 ? tuple : arguments.first ?? none)
    }
    fillOwnFields(of: exception, arguments)
  }

  /// Sets the attributes that an exception's constructor takes by name.
  func setOwnFields(
    of exception: ObjectPointer, keywords: [(name: ObjectPointer, value: ObjectPointer)]
  ) throws(ObjectError) {
    guard !keywords.isEmpty else { return }
    let base = builtinBase(of: exception.type)
    let taken: [String: Int]
    if isSubtype(base, exceptionType(.attributeError)) {
      taken = ["obj": 0, "name": 1]
    } else if isSubtype(base, exceptionType(.nameError)) {
      taken = ["name": 0]
    } else if isSubtype(base, exceptionType(.importError)) {
      taken = ["name": 1, "path": 2, "name_from": 3]
    } else {
      throw ObjectError(.typeError, "\(nameInErrors(exception.type))() takes no keyword arguments")
    }
    for (name, value) in keywords {
      guard let place = taken[name.text] else {
        throw ObjectError(
          .typeError, "\(nameInErrors(base))() got an unexpected keyword argument '\(name.text)'")
      }
      replaceOwnField(place, of: exception, with: value)
    }
  }

  private func replaceOwnField(_ place: Int, of exception: ObjectPointer, with value: ObjectPointer) {
    let offset = ExceptionOffset.own + 8 * place
    let old = exception[object: offset]
    exception[object: offset] = value.retained()
    if let old { release(old) }
  }
}
