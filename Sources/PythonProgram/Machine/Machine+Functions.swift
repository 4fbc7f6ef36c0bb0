package import ObjectRuntime

extension Machine {
  /// Makes a function of what is on the stack: defaults, annotations and closure as the bits say, and the code.
  func makeFunction(_ bits: Int, _ r: inout Registers) throws(ObjectError) {
    let code = r.stack[1]
    let globals = ObjectPointer(address: r.frame[word: FrameDataOffset.globals])
    let function = try space.makeFunction(code: code, globals: globals)
    r.stack.drop(1)
    space.release(code)
    func take(_ bit: Int, _ offset: Int) {
      if bits & bit != 0 { function[word: offset] = r.stack.popWord() }
    }
    take(8, FunctionOffset.closure)
    take(4, FunctionOffset.annotations)
    take(2, FunctionOffset.keywordDefaults)
    take(1, FunctionOffset.defaults)
    if let data = code[block: CodeOffset.machineData],
      codes[data[integer: CodeData.number]].unit.documentation != nil,
      codes[data[integer: CodeData.number]].unit.flags.contains(.optimized),
      let constants = code[object: CodeOffset.constants], constants.itemCount > 0
    {
      function[object: FunctionOffset.documentation] =
        ObjectPointer(address: constants[word: TupleOffset.items]).retained()
    }
    r.stack.push(function)
  }

  // MARK: Classes

  /// The function `__build_class__`, owned by the caller.
  func buildClassFunctionObject() throws(ObjectError) -> ObjectPointer {
    if let known = buildClassFunction { return known.retained() }
    let function = try makeNative(
      NativeFunction("__build_class__") { (machine, arguments) throws(ObjectError) in
        try machine.buildClass(arguments)
      }, module: space.builtinsModule)
    buildClassFunction = function
    return function.retained()
  }

  /// Runs the body of a class, and makes the class of its namespace.
  private func buildClass(_ arguments: NativeArguments) throws(ObjectError) -> ObjectPointer {
    guard arguments.count >= 2 else {
      throw ObjectError(.typeError, "__build_class__: not enough arguments")
    }
    let function = arguments[0]
    guard function.type == space.type(.function) else {
      throw ObjectError(.typeError, "__build_class__: func must be a function")
    }
    let name = arguments[1]
    let bases = Array(arguments.positional.dropFirst(2))
    for (key, _) in arguments.keywords where key.text == "metaclass" {
      throw ObjectError(.notImplementedError, "metaclasses are not supported here")
    }
    let metaclass = try commonMetaclass(of: bases)
    let namespace = try space.makeDict()
    defer { space.release(namespace) }
    let cell = try execute(function, locals: namespace)
    defer { space.release(cell) }
    // A class is called with a tuple of three, which then waits for the next one of its size.
    let given = try space.makeTuple([name, namespace, namespace])
    defer { space.release(given) }
    if metaclass != space.type(.type) {
      let group = try space.makeTuple(bases)
      defer { space.release(group) }
      return try space.call(metaclass, [name, group, namespace], keywords: arguments.keywords)
    }
    return try space.makeClass(name: name, bases: bases, namespace: namespace, keywords: arguments.keywords)
  }

  /// The class of a class by its bases: the most derived of theirs.
  private func commonMetaclass(of bases: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    var winner = bases.first?.type ?? space.type(.type)
    for base in bases.dropFirst() where !space.isSubtype(winner, base.type) {
      guard space.isSubtype(base.type, winner) else {
        throw ObjectError(
          .typeError,
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses "
            + "of all its bases")
      }
      winner = base.type
    }
    return winner
  }

  /// Runs a function's code with a namespace of its own.
  ///
  /// - Returns: the result, owned by the caller.
  func execute(_ function: ObjectPointer, locals: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    function.retain()
    let frame: Block
    let data: Block
    do throws(ObjectError) {
      (frame, data) = try makeEntryFrame(function)
    } catch {
      space.release(function)
      throw error
    }
    frame[object: FrameDataOffset.locals] = locals.retained()
    frame[word: FrameDataOffset.instruction] = data[word: CodeData.instructions] &- 8
    return try run(frame)
  }

  // MARK: super

  /// What `super()` without arguments is in a call: of the class that its function stands in, and its first argument.
  func impliedSuper(_ frame: Block) throws(ObjectError) -> ObjectPointer {
    let unit = code(of: frame).unit
    guard unit.argumentCount > 0 else { throw ObjectError(.runtimeError, "super(): no arguments") }
    func variable(_ index: Int) -> ObjectPointer? { frame[object: FrameDataOffset.variables + 8 * index] }
    let first = variable(0)
    let receiver = first?.type == space.type(.cell) ? first?[object: CellOffset.contents] : first
    guard let receiver else { throw ObjectError(.runtimeError, "super(): arg[0] deleted") }
    let firstFree = unit.localCount + unit.cellCount
    guard let place = unit.variableNames[firstFree...].firstIndex(of: "__class__"), let cell = variable(place)
    else {
      throw ObjectError(.runtimeError, "super(): __class__ cell not found")
    }
    guard let type = cell[object: CellOffset.contents] else {
      throw ObjectError(.runtimeError, "super(): empty __class__ cell")
    }
    return try space.call(space.type(.superType), [type, receiver])
  }

  package func superArguments() throws(ObjectError) -> (type: ObjectPointer, object: ObjectPointer) {
    guard let frame = state[block: StateOffset.frame] else {
      throw ObjectError(.runtimeError, "super(): no current frame")
    }
    let unit = code(of: frame).unit
    func variable(_ index: Int) -> ObjectPointer? {
      let value = frame[object: FrameDataOffset.variables + 8 * index]
      return value?.type == space.type(.cell) ? value?[object: CellOffset.contents] : value
    }
    guard unit.argumentCount > 0 else { throw ObjectError(.runtimeError, "super(): no arguments") }
    guard let object = variable(0) else { throw ObjectError(.runtimeError, "super(): arg[0] deleted") }
    guard let place = unit.variableNames.firstIndex(of: "__class__") else {
      throw ObjectError(.runtimeError, "super(): __class__ cell not found")
    }
    guard let type = variable(place) else {
      throw ObjectError(.runtimeError, "super(): empty __class__ cell")
    }
    return (type, object)
  }

  /// Reads an attribute of a `super` that is no object of its own: on the stack are `super`, a class and a receiver.
  func superAttribute(_ name: ObjectPointer, _ stack: ValueStack) throws(ObjectError) -> ObjectPointer {
    let (callable, type, object) = (stack[3], stack[2], stack[1])
    guard callable == superObject else {
      let made = try space.call(callable, [type, object])
      defer { space.release(made) }
      return try space.attribute(name, of: made)
    }
    return try space.superAttribute(name, type: type, object: object)
  }

  /// Finds the method that a call of a `super`'s method calls.
  ///
  /// - Returns: what is called, owned by the caller, and whether the receiver is its first argument.
  func superMethod(
    _ name: ObjectPointer, _ stack: ValueStack
  ) throws(ObjectError) -> (callable: ObjectPointer, hasReceiver: Bool) {
    let (callable, type, object) = (stack[3], stack[2], stack[1])
    if callable == superObject, let function = space.superFunction(name, type: type, object: object) {
      return (function.retained(), true)
    }
    return (try superAttribute(name, stack), false)
  }
}
