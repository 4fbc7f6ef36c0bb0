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

  /// Runs a closure with further roots in the snapshots that it takes.
  package func withRoots<Result>(
    _ roots: [(name: String, object: ObjectPointer)], variables: [CallVariable],
    _ body: () throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    let count = runtimeRoots.count
    runtimeRoots += roots
    callVariables += variables
    defer {
      runtimeRoots.removeLast(runtimeRoots.count - count)
      callVariables = []
    }
    return try body()
  }

  /// Runs a closure whose allocations are not traced; blocks of free lists that are traced still belong to their newest
  /// object, as in CPython.
  package func ignoringAllocations<Result>(
    _ body: () throws(ObjectError) -> Result
  ) throws(ObjectError) -> Result {
    state.ignoresAllocations = true
    defer { state.ignoresAllocations = false }
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
