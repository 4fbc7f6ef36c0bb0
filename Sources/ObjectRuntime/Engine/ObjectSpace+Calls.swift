extension ObjectSpace {
  /// Calls an object.
  ///
  /// - Parameters:
  ///   - callable: a function, method, class, weak reference, or an instance with `__call__`.
  ///   - arguments: the positional arguments, borrowed.
  ///   - keywords: the arguments by name, borrowed.
  /// - Returns: the result, owned by the caller.
  /// - Throws: ``ObjectError`` of kind `typeError` where it cannot be called, `recursionError` where calls are nested so
  ///   deep that the stack does not suffice, and what it raises.
  package func call(
    _ callable: ObjectPointer, _ arguments: [ObjectPointer] = [],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    try checkDepth()
    let type = callable.type
    if type == self.type(.function) {
      if let body = nativeBody(of: callable) {
        let bound = try bindArguments(of: callable, arguments, keywords: keywords)
        guard callable[word: FunctionOffset.closure] != 0 else { return try body(self, bound) }
        let outer = runningFunction
        runningFunction = callable
        defer { runningFunction = outer }
        return try body(self, bound)
      }
      guard let interpreter else {
        throw ObjectError(.systemError, "the function's code belongs to a machine that is not there")
      }
      return try interpreter.call(callable, arguments, keywords: keywords, in: self)
    }
    if type == self.type(.method), let function = callable[object: MethodOffset.function],
      let receiver = callable[object: MethodOffset.receiver]
    {
      return try call(function, [receiver] + arguments, keywords: keywords)
    }
    if let result = try callBound(callable, arguments, keywords: keywords) { return result }
    if type == self.type(.builtinFunction), callable[integer: 16] < 0, let receiver = callable[object: 24] {
      return try BuiltinMethod.all[-1 - callable[integer: 16]].call(
        self, receiver, arguments, keywords: keywords)
    }
    if type == self.type(.builtinFunction), let body = nativeBodies[callable[integer: 16]] {
      guard keywords.isEmpty else { throw noKeywords(callable) }
      return try body(self, arguments)
    }
    if isSubtype(type, self.type(.partial)) {
      return try callPartial(callable, arguments, keywords: keywords)
    }
    if isSubtype(type, self.type(.cacheWrapper)) {
      return try callCache(callable, arguments, keywords: keywords)
    }
    if callable.plan.body == .type {
      try passToClass(callable, count: arguments.count)
      return try instantiate(callable, arguments, keywords: keywords)
    }
    if isHeap(type), let method = lookUpInClasses(names.call, of: type) {
      try passInTuple(count: arguments.count)
      return try callMethod(method, on: callable, arguments, keywords: keywords)
    }
    if isSubtype(type, self.type(.staticMethod)), let function = callable[object: 16]?.retained() {
      defer { release(function) }
      return try call(function, arguments, keywords: keywords)
    }
    if isSubtype(type, self.type(.weakReference)) {
      guard arguments.isEmpty else {
        throw ObjectError(.typeError, "weakref expected 0 arguments, got \(arguments.count)")
      }
      return weakReferent(callable)?.retained() ?? none
    }
    if type == self.type(.callableWeakProxy) {
      guard let target = try proxyTarget(callable)?.retained() else { return none }
      defer { release(target) }
      return try call(target, arguments, keywords: keywords)
    }
    if let interpreter { return try interpreter.callOther(callable, arguments, keywords: keywords, in: self) }
    throw ObjectError(.typeError, "'\(nameInErrors(type))' object is not callable")
  }

  /// Calls what a class has under a special name, as if it were taken from an instance.
  func callMethod(
    _ method: ObjectPointer, on object: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    if method.type == type(.function) {
      method.retain()
      defer { release(method) }
      return try call(method, [object] + arguments, keywords: keywords)
    }
    if method.type == type(.methodDescriptor) || method.type == type(.wrapperDescriptor) {
      return try callDescriptor(method, receiver: object, arguments: arguments, keywords: keywords)
    }
    let bound = try get(method, from: object, class: object.type)
    defer { release(bound) }
    return try call(bound, arguments, keywords: keywords)
  }

  /// Makes an instance of a class and initializes it, as calling the class does.
  ///
  /// - Returns: the instance, owned by the caller.
  package func instantiate(
    _ type: ObjectPointer, _ arguments: [ObjectPointer] = [],
    keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
  ) throws(ObjectError) -> ObjectPointer {
    guard isHeap(type) else { return try instantiateBuiltin(type, arguments, keywords: keywords) }
    let object: ObjectPointer
    if let constructor = lookUpInClasses(names.new, of: type) {
      let function =
        constructor.type == self.type(.staticMethod) ? constructor[object: 16] ?? constructor : constructor
      // What it does may take it out of its class.
      function.retain()
      defer { release(function) }
      object = try call(function, [type] + arguments, keywords: keywords)
      guard isSubtype(object.type, type) else { return object }
    } else {
      let initializer = lookUpInClasses(names.initializer, of: type)
      let isPlain = type.instancePlan.body == .plain && valueType(of: type) == nil
      if initializer == nil, isPlain, !arguments.isEmpty || !keywords.isEmpty {
        throw ObjectError(.typeError, "\(nameInErrors(type))() takes no arguments")
      }
      object = try makeInstance(of: type, arguments, keywords: keywords)
      if initializer == nil, isPlain {
        type.instancePlan.plainCallEpoch = state.typeEpoch
      }
    }
    do throws(ObjectError) {
      guard let initializer = lookUpInClasses(names.initializer, of: object.type) else {
        try initializeBuiltin(object, arguments, keywords: keywords)
        return object
      }
      let result = try callMethod(initializer, on: object, arguments, keywords: keywords)
      defer { release(result) }
      guard result == none else {
        throw ObjectError(.typeError, "__init__() should return None, not '\(nameInErrors(result.type))'")
      }
    } catch {
      release(object)
      throw error
    }
    return object
  }

  /// The built-in type of the value that instances of a class are made of: a number or a text; `nil` for others.
  func valueType(of type: ObjectPointer) -> BuiltinType? {
    let plan = type.instancePlan
    guard plan.body == .plain, plan.solidType != self.type(.object) else { return nil }
    let kinds: [BuiltinType] = [.int, .string, .bytes, .float, .complex]
    return kinds.first { isSubtype(type, self.type($0)) }
  }

  /// Reports an exception that nobody can catch: from a finalizer or a callback.
  func reportUnraisable(_ error: ObjectError, in object: ObjectPointer?) {
    let place = object.map { describe($0) } ?? ""
    let report = UnraisableError(error: error, place: place)
    if let unraisableHook { unraisableHook(report) }
  }
}
