package import ObjectRuntime

extension Machine: ObjectInterpreter {
  // MARK: Calls from the stack

  /// Calls what is no plain function: a method, class, built-in function, or instance.
  ///
  /// On the stack are what is called, a receiver or null, and the arguments.
  func callOther(
    _ count: Int, names: ObjectPointer?, _ r: inout Registers, _ epoch: Block
  ) throws(ObjectError) {
    var callable = r.stack[count + 2]
    var hasReceiver = r.stack.word(count + 1) != 0
    if callable.type == space.type(.method), !hasReceiver,
      let function = callable[object: MethodOffset.function],
      let receiver = callable[object: MethodOffset.receiver]
    {
      r.stack.setWord(count + 1, receiver.retained().address)
      r.stack.setWord(count + 2, function.retained().address)
      space.release(callable)
      callable = function
      hasReceiver = true
    }
    let total = hasReceiver ? count + 1 : count
    let type = callable.type
    if type == space.type(.function),
      callable[object: FunctionOffset.code]?[word: CodeOffset.machineData] != 0
    {
      return try enterBound(callable, total, names: names, &r, ReturnKind.call)
    }
    let named = names?.itemCount ?? 0
    let result: ObjectPointer
    if type == space.type(.builtinFunction), callable[integer: 16] >= Self.firstNative {
      let arguments = NativeArguments(
        base: r.stack.place(total).address, count: total - named, names: names)
      r.save()
      result = try callNative(callable, arguments)
    } else if type == space.type(.methodDescriptor), total > named, names == nil {
      r.save()
      let base = r.stack.place(total)
      let arguments = (1..<total).map { ObjectPointer(address: base[word: 8 * $0]) }
      result = try space.callDescriptor(
        callable, receiver: ObjectPointer(address: base[word: 0]), arguments: arguments)
    } else if callable == superObject, total == 0 {
      r.save()
      result = try impliedSuper(r.frame)
    } else if callable.type == space.type(.type), !hasReceiver,
      let initializer = space.plainInitializer(of: callable)
    {
      r.save()
      guard let initializer else {
        if total > 0 {
          throw ObjectError(.typeError, "\(space.nameInErrors(callable))() takes no arguments")
        }
        result = try space.makePlainInstance(of: callable)
        return finishCall(total, hasReceiver, result, &r)
      }
      guard initializer.type == space.type(.function),
        initializer[object: FunctionOffset.code]?[word: CodeOffset.machineData] != 0
      else {
        result = try callGenerally(callable, total, named, names, &r)
        return finishCall(total, hasReceiver, result, &r)
      }
      return try construct(callable, initializer, total, names, &r)
    } else {
      r.save()
      result = try callGenerally(callable, total, named, names, &r)
    }
    finishCall(total, hasReceiver, result, &r)
  }

  /// Replaces what a call had on the stack by its result.
  @inline(__always)
  private func finishCall(
    _ total: Int, _ hasReceiver: Bool, _ result: ObjectPointer, _ r: inout Registers
  ) {
    for _ in 0..<total { space.release(r.stack.pop()) }
    if !hasReceiver { r.stack.drop(1) }
    space.release(r.stack.pop())
    r.stack.push(result)
  }

  private func callGenerally(
    _ callable: ObjectPointer, _ total: Int, _ named: Int, _ names: ObjectPointer?, _ r: inout Registers
  ) throws(ObjectError) -> ObjectPointer {
    let base = r.stack.place(total)
    let isDescriptor = total > named && space.isMethodDescriptor(callable)
    let positional = ((isDescriptor ? 1 : 0)..<total - named).map {
      ObjectPointer(address: base[word: 8 * $0])
    }
    var keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
    if let names {
      for index in 0..<named {
        keywords.append(
          (
            ObjectPointer(address: names[word: TupleOffset.items + 8 * index]),
            ObjectPointer(address: base[word: 8 * (total - named + index)])
          ))
      }
    }
    if isDescriptor {
      let receiver = ObjectPointer(address: base[word: 0])
      return try space.callDescriptor(callable, receiver: receiver, arguments: positional, keywords: keywords)
    }
    return try space.call(callable, positional, keywords: keywords)
  }

  /// Makes an instance and begins its `__init__`: both take the places of the class and of the receiver on the stack,
  /// so that the call needs no more room there than its arguments do.
  private func construct(
    _ type: ObjectPointer, _ initializer: ObjectPointer, _ total: Int, _ names: ObjectPointer?,
    _ r: inout Registers
  ) throws(ObjectError) {
    try space.passInTuple(count: total - (names?.itemCount ?? 0))
    let instance = try space.makePlainInstance(of: type)
    r.stack.setWord(total + 1, instance.address)
    r.stack.setWord(total + 2, initializer.retained().address)
    space.release(type)
    let code = ObjectPointer(address: initializer[word: FunctionOffset.code])
    let data = Block(address: code[word: CodeOffset.machineData])
    if names == nil, data[integer: CodeData.isSimple] != 0, data[integer: CodeData.argumentCount] == total + 1
    {
      try enterSimple(initializer, code, data, total + 1, &r, ReturnKind.initializer)
    } else {
      try enterBound(initializer, total + 1, names: names, &r, ReturnKind.initializer)
    }
  }

  func wrongInitializerResult(_ result: ObjectPointer) -> ObjectError {
    let name = space.nameInErrors(result.type)
    space.release(result)
    return ObjectError(.typeError, "__init__() should return None, not '\(name)'")
  }

  /// Calls with a tuple of arguments and a dict of those by name.
  func callUnpacked(hasKeywords: Bool, _ r: inout Registers) throws(ObjectError) {
    let depth = hasKeywords ? 2 : 1
    let given = r.stack[depth]
    let callable = r.stack[depth + 2]
    if given.type != space.type(.tuple) {
      let tuple = try unpackedArguments(given, of: callable)
      r.stack[depth] = tuple
      space.release(given)
    }
    let tuple = r.stack[depth]
    var keywords: [(name: ObjectPointer, value: ObjectPointer)] = []
    if hasKeywords { keywords = space.entries(of: r.stack[1]).map { ($0.key, $0.value) } }
    r.save()
    let result: ObjectPointer
    if callable.type == space.type(.function), keywords.isEmpty,
      callable[object: FunctionOffset.code]?[word: CodeOffset.machineData] != 0
    {
      // The arguments are pushed in the tuple's place.
      let items = space.items(of: tuple)
      guard items.count <= 200 else {
        result = try space.call(callable, items)
        return finishUnpacked(depth, result, &r)
      }
      let data = Block(
        address: ObjectPointer(address: callable[word: FunctionOffset.code])[word: CodeOffset.machineData])
      let (frame, _) = try beginFromOutside(callable, items, keywords: [], data)
      frame[uint16: FrameDataOffset.returnOffset] = ReturnKind.call
      for _ in 0..<depth { space.release(r.stack.pop()) }
      r.stack.drop(1)
      space.release(r.stack.pop())
      r.save()
      return begin(frame, data, &r)
    }
    result = try space.call(callable, space.items(of: tuple), keywords: keywords)
    finishUnpacked(depth, result, &r)
  }

  private func finishUnpacked(_ depth: Int, _ result: ObjectPointer, _ r: inout Registers) {
    for _ in 0..<depth { space.release(r.stack.pop()) }
    r.stack.drop(1)
    space.release(r.stack.pop())
    r.stack.push(result)
  }

  private func unpackedArguments(
    _ given: ObjectPointer, of callable: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let items: [ObjectPointer]
    do throws(ObjectError) {
      items = try space.iterate(given, asksLength: true)
    } catch {
      guard error.kind == .typeError, error.exception == nil else { throw error }
      throw ObjectError(
        .typeError,
        "\(functionText(callable)) argument after * must be an iterable, not \(space.nameInErrors(given.type))"
      )
    }
    defer { for item in items { space.release(item) } }
    return try space.makeTuple(items)
  }

  /// How an error names what is called: with its module, where that is not the built-in one.
  func functionText(_ callable: ObjectPointer) -> String {
    if callable.type == space.type(.function), let name = callable[object: FunctionOffset.qualifiedName]?.text
    {
      let module = callable[object: FunctionOffset.module]?.text
      return module.map { $0 == "builtins" ? "\(name)()" : "\($0).\(name)()" } ?? "\(name)()"
    }
    if callable.type == space.type(.method), let function = callable[object: MethodOffset.function] {
      return functionText(function)
    }
    if space.isType(callable) {
      let module = space.moduleName(ofType: callable)
      return module == "builtins"
        ? "\(space.typeName(callable))()" : "\(module).\(space.typeName(callable))()"
    }
    if callable.type == space.type(.builtinFunction), let name = name(ofFunction: callable) {
      return "\(name)()"
    }
    return space.describe(callable, limit: 4_000)
  }

  // MARK: Calls from the runtime

  /// Makes the data of a call from outside, with its arguments in place.
  func beginFromOutside(
    _ function: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], _ data: Block
  ) throws(ObjectError) -> (frame: Block, data: Block) {
    function.retain()
    let (frame, data): (Block, Block)
    do throws(ObjectError) {
      (frame, data) = try makeEntryFrame(function)
    } catch {
      space.release(function)
      throw error
    }
    do throws(ObjectError) {
      if keywords.isEmpty, data[integer: CodeData.isSimple] != 0,
        data[integer: CodeData.argumentCount] == arguments.count
      {
        for (index, argument) in arguments.enumerated() {
          frame[object: FrameDataOffset.variables + 8 * index] = argument.retained()
        }
      } else {
        try bindFromOutside(function, arguments, keywords, frame, data)
      }
    } catch {
      leaveCall(frame)
      throw error
    }
    return (frame, data)
  }

  private func bindFromOutside(
    _ function: ObjectPointer, _ arguments: [ObjectPointer],
    _ keywords: [(name: ObjectPointer, value: ObjectPointer)], _ frame: Block, _ data: Block
  ) throws(ObjectError) {
    let memory = Block.allocate(8 * (arguments.count + keywords.count) + 8)
    defer { memory.free() }
    for (index, argument) in arguments.enumerated() { memory[word: 8 * index] = argument.address }
    for (index, keyword) in keywords.enumerated() {
      memory[word: 8 * (arguments.count + index)] = keyword.value.address
    }
    let names = keywords.isEmpty ? nil : try space.makeTuple(keywords.map(\.name))
    defer { if let names { space.release(names) } }
    try bind(
      CallArguments(base: memory, count: arguments.count, names: names), to: frame, data, function)
  }

  package func call(
    _ function: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], in space: ObjectSpace
  ) throws(ObjectError) -> ObjectPointer {
    guard let data = function[object: FunctionOffset.code]?[block: CodeOffset.machineData] else {
      throw ObjectError(.systemError, "the function's code belongs to a machine that is not there")
    }
    let (frame, _) = try beginFromOutside(function, arguments, keywords: keywords, data)
    frame[word: FrameDataOffset.instruction] = data[word: CodeData.instructions] &- 8
    return try run(frame)
  }

  package func callOther(
    _ object: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], in space: ObjectSpace
  ) throws(ObjectError) -> ObjectPointer {
    guard object.type == space.type(.builtinFunction), object[integer: 16] >= Self.firstNative else {
      throw ObjectError(.typeError, "'\(space.nameInErrors(object.type))' object is not callable")
    }
    let memory = Block.allocate(8 * (arguments.count + keywords.count) + 8)
    defer { memory.free() }
    for (index, argument) in arguments.enumerated() { memory[word: 8 * index] = argument.address }
    for (index, keyword) in keywords.enumerated() {
      memory[word: 8 * (arguments.count + index)] = keyword.value.address
    }
    let names = keywords.isEmpty ? nil : try space.makeTuple(keywords.map(\.name))
    defer { if let names { space.release(names) } }
    return try callNative(
      object, NativeArguments(base: memory.address, count: arguments.count, names: names))
  }
}
