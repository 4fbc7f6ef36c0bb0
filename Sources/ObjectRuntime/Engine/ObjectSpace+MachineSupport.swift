extension ObjectSpace {
  /// Lets a machine run what the space itself cannot.
  ///
  /// - Parameter interpreter: the machine, which the space holds until it is closed.
  package func setInterpreter(_ interpreter: (any ObjectInterpreter)?) { state.interpreter = interpreter }

  /// The module `builtins`, borrowed.
  package var builtinsModule: ObjectPointer? {
    guard let modules, let name = try? makeName("builtins") else { return nil }
    defer { release(name) }
    return value(ofString: name, in: modules)
  }

  /// The number of a code for the tracer of allocations, where one is at work.
  package func tracedCode(function: String, file: String) -> TracedFrame.Code {
    tracer?.code(function: function, file: file) ?? TracedFrame.Code(rawValue: 0)
  }

  /// Makes a built-in function that the interpreter calls.
  ///
  /// - Parameters:
  ///   - number: what the interpreter knows it by.
  ///   - module: the module that it belongs to, where it has one.
  /// - Returns: the function, owned by the caller, tracked.
  package func makeBuiltinFunction(number: Int, module: ObjectPointer?) throws(ObjectError) -> ObjectPointer {
    let function = try makeRecord(.builtinFunction, size: 56, [])
    function[integer: 16] = number
    function[object: 24] = module?.retained()
    function[object: 32] = module?[object: ModuleOffset.name]?.retained()
    return function
  }

  /// Whether an object of a built-in kind can be called.
  package func isBuiltinCallable(_ object: ObjectPointer) -> Bool {
    switch object.type {
    case type(.function), type(.method), type(.builtinFunction), type(.weakReference), type(.callableWeakProxy),
      type(.staticMethod):
      true
    default: isType(object)
    }
  }

  /// An attribute of the classes behind one in a receiver's order, bound as `super` binds it; owned by the caller.
  ///
  /// - Throws: ``ObjectError`` of kind `attributeError` where none of them has it, `typeError` where the receiver is no
  ///   instance of the class.
  package func superAttribute(
    _ name: ObjectPointer, type: ObjectPointer, object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    throw ObjectError(.attributeError, "'super' object has no attribute '\(name.text)'")
  }

  /// The function that a call of a `super`'s method calls with the receiver, borrowed; `nil` where the attribute is
  /// anything else.
  package func superFunction(
    _ name: ObjectPointer, type: ObjectPointer, object: ObjectPointer
  ) -> ObjectPointer? {
    guard isType(type), !isType(object), isSubtype(object.type, type),
      let order = object.type[object: TypeOffset.methodResolutionOrder]
    else { return nil }
    let classes = items(of: order)
    guard let place = classes.firstIndex(of: type) else { return nil }
    for base in classes[(place + 1)...] {
      guard let dict = base[object: TypeOffset.dict], let value = value(ofString: name, in: dict) else { continue }
      return value.type == self.type(.function) ? value : nil
    }
    return nil
  }

  /// Runs a closure whose allocations are not traced.
  package func withoutTracing<Result>(
    _ body: () throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let wasTracing = state.isTracing
    state.isTracing = false
    defer { state.isTracing = wasTracing && tracer != nil }
    return try body()
  }

  /// Whether words for a dict or weak references stand before an object.
  package func hasManagedWords(_ object: ObjectPointer) -> Bool { object.plan.preHeaderSize > 16 }

  /// Whether an object is a class.
  @inline(__always)
  package func isType(_ object: ObjectPointer) -> Bool { object.plan.body == .type }

  /// Whether a class was made by a program.
  package func isHeapType(_ type: ObjectPointer) -> Bool { isHeap(type) }

  /// What an object's class has under a name, bound to the object and owned by the caller.
  package func classAttribute(
    _ name: ObjectPointer, boundTo object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    guard let found = lookUpInClasses(name, of: object.type) else { return nil }
    return try get(found, from: object, class: object.type)
  }

  /// The function of an object's class that a call of its method calls with the object, borrowed; `nil` where the
  /// attribute is anything else.
  package func unboundMethod(
    _ name: ObjectPointer, of object: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? {
    let type = object.type
    guard isHeap(type), type.instancePlan.body != .type, type.instancePlan.body != .weakReference,
      let found = lookUpInClasses(name, of: type), found.type == self.type(.function),
      try instanceAttribute(name, of: object) == nil
    else { return nil }
    return found
  }

  /// The module of a name in the table of modules, borrowed.
  package func module(named name: String) throws(ObjectError) -> ObjectPointer? {
    guard let modules else { return nil }
    let key = try makeName(name)
    defer { release(key) }
    return value(ofString: key, in: modules)
  }

  /// Takes a module out of the table of modules.
  package func removeModule(named name: String) throws(ObjectError) {
    guard let modules else { return }
    let key = try makeName(name)
    defer { release(key) }
    _ = try removeValue(of: key, from: modules)
  }

  /// The dict of modules, as `sys.modules`; borrowed.
  package var moduleTable: ObjectPointer? { modules }

  /// Makes a dict with room for a number of pairs, as a display of them.
  package func makeDict(pairCount: Int, isUnicode: Bool) throws(ObjectError) -> ObjectPointer {
    pairCount > 5 ? try makeDict(capacity: pairCount, isUnicode: isUnicode) : try makeDict()
  }

  /// Whether an object has keys, as what a call takes arguments by name from.
  package func isMapping(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    if object.plan.body == .dict { return true }
    let name = try makeName("keys")
    defer { release(name) }
    guard let method = try findAttribute(name, of: object) else { return false }
    release(method)
    return true
  }

  /// Puts strings together to one.
  ///
  /// - Returns: the string, owned by the caller.
  /// - Complexity: O(*n*) in the characters.
  package func joinStrings(_ parts: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    try concatenateStrings(parts)
  }
}
