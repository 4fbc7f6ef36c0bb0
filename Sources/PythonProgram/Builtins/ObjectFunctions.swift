import ObjectRuntime

extension Machine {
  /// Built-in functions that ask objects what they are.
  static let objectFunctions: [NativeFunction] = [
    NativeFunction("id", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(Int(bitPattern: machine.space.reportedAddress(of: arguments[0])))
    },
    NativeFunction("len", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.length(of: arguments[0]))
    },
    NativeFunction("hash", 1) { (machine, arguments) throws(ObjectError) in
      try machine.space.makeInteger(machine.space.hash(of: arguments[0]))
    },
    NativeFunction("callable", 1) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(try machine.isCallable(arguments[0]))
    },
    NativeFunction("isinstance", 2) { (machine, arguments) throws(ObjectError) in
      machine.space.bool(
        try machine.isInstance(arguments[0], of: arguments[1], "isinstance"))
    },
    NativeFunction("issubclass", 2) { (machine, arguments) throws(ObjectError) in
      guard machine.space.isType(arguments[0]) else {
        throw ObjectError(.typeError, "issubclass() arg 1 must be a class")
      }
      return machine.space.bool(try machine.isSubclass(arguments[0], of: arguments[1]))
    },
    NativeFunction("getattr", 2...3) { (machine, arguments) throws(ObjectError) in
      let name = try machine.attributeName(arguments[1])
      defer { machine.space.release(name) }
      do throws(ObjectError) {
        return try machine.space.attribute(name, of: arguments[0])
      } catch {
        guard arguments.count > 2, error.kind == .attributeError else {
          throw machine.explained(error, name, arguments[0])
        }
        return arguments[2].retained()
      }
    },
    NativeFunction("hasattr", 2) { (machine, arguments) throws(ObjectError) in
      let name = try machine.attributeName(arguments[1])
      defer { machine.space.release(name) }
      do throws(ObjectError) {
        machine.space.release(try machine.space.attribute(name, of: arguments[0]))
        return machine.space.trueObject
      } catch {
        guard error.kind == .attributeError else { throw error }
        return machine.space.falseObject
      }
    },
    NativeFunction("setattr", 3) { (machine, arguments) throws(ObjectError) in
      let name = try machine.attributeName(arguments[1])
      defer { machine.space.release(name) }
      try machine.space.setAttribute(name, of: arguments[0], to: arguments[2])
      return machine.space.none
    },
    NativeFunction("delattr", 2) { (machine, arguments) throws(ObjectError) in
      let name = try machine.attributeName(arguments[1])
      defer { machine.space.release(name) }
      try machine.space.setAttribute(name, of: arguments[0], to: nil)
      return machine.space.none
    },
    NativeFunction("dir", 0...1) { (machine, arguments) throws(ObjectError) in
      if arguments.count > 0 { return try machine.space.directory(of: arguments[0]) }
      let locals = try machine.currentLocals()
      defer { machine.space.release(locals) }
      let names = try machine.space.call(machine.space.type(.list), [locals])
      defer { machine.space.release(names) }
      let sorted = try machine.space.makeName("sort")
      defer { machine.space.release(sorted) }
      let sort = try machine.space.attribute(sorted, of: names)
      defer { machine.space.release(sort) }
      machine.space.release(try machine.space.call(sort))
      return names.retained()
    },
    NativeFunction("vars", 0...1) { (machine, arguments) throws(ObjectError) in
      guard arguments.count > 0 else { return try machine.currentLocals() }
      let name = try machine.space.makeName("__dict__")
      defer { machine.space.release(name) }
      guard let dict = try machine.space.findAttribute(name, of: arguments[0]) else {
        throw ObjectError(.typeError, "vars() argument must have __dict__ attribute")
      }
      return dict
    },
    NativeFunction("dir", 0...1) { (machine, arguments) throws(ObjectError) in
      if arguments.count > 0 { return try machine.space.directory(of: arguments[0]) }
      let locals = try machine.currentLocals()
      defer { machine.space.release(locals) }
      let names = try machine.space.call(machine.space.type(.list), [locals])
      try machine.space.sort(names, key: nil, isReversed: false)
      return names
    },
    NativeFunction("globals", 0) { (machine, _) throws(ObjectError) in machine.currentGlobals().retained() },
    NativeFunction("locals", 0) { (machine, _) throws(ObjectError) in try machine.currentLocals() },
  ]

  /// The interned name of an attribute that is asked for by a string, owned by the caller.
  func attributeName(_ object: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    guard space.isSubtype(object.type, space.type(.string)) else {
      throw ObjectError(
        .typeError, "attribute name must be string, not '\(space.nameInErrors(object.type))'")
    }
    return object.type == space.type(.string)
      ? space.intern(object.retained()) : try space.makeName(object.text)
  }

  func isCallable(_ object: ObjectPointer) throws(ObjectError) -> Bool {
    if space.isType(object) { return true }
    if space.isHeapType(object.type) {
      let name = try space.makeName("__call__")
      defer { space.release(name) }
      return space.lookUpInClasses(name, of: object.type) != nil
    }
    return space.isBuiltinCallable(object)
  }

  /// Whether an object is an instance of a class, or of one in a tuple of them.
  func isInstance(
    _ object: ObjectPointer, of type: ObjectPointer, _ function: String
  ) throws(ObjectError) -> Bool {
    if object.type == type { return true }
    if space.isType(type) {
      if space.isSubtype(object.type, type) { return true }
      let name = try space.makeName("__class__")
      defer { space.release(name) }
      guard let claimed = try space.findAttribute(name, of: object) else { return false }
      defer { space.release(claimed) }
      return space.isType(claimed) && space.isSubtype(claimed, type)
    }
    if type.type == space.type(.tuple) {
      for item in space.items(of: type) where try isInstance(object, of: item, function) { return true }
      return false
    }
    if type.type == space.type(.union) {
      for item in space.unionMembers(of: type) where try isInstance(object, of: item, function) {
        return true
      }
      return false
    }
    throw ObjectError(
      .typeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  private func isSubclass(_ type: ObjectPointer, of base: ObjectPointer) throws(ObjectError) -> Bool {
    if space.isType(base) { return space.isSubtype(type, base) }
    if base.type == space.type(.tuple) {
      for item in space.items(of: base) where try isSubclass(type, of: item) { return true }
      return false
    }
    if base.type == space.type(.union) {
      return space.unionMembers(of: base).contains { space.isSubtype(type, $0) }
    }
    throw ObjectError(
      .typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
  }

  /// The variables of the running module, borrowed.
  func currentGlobals() -> ObjectPointer {
    guard let frame = state[block: StateOffset.frame] else { return space.globalsDict ?? space.none }
    return ObjectPointer(address: frame[word: FrameDataOffset.globals])
  }

  /// The variables of the running call as a dict, owned by the caller.
  func currentLocals() throws(ObjectError) -> ObjectPointer {
    guard let frame = state[block: StateOffset.frame] else { return currentGlobals().retained() }
    if let locals = frame[object: FrameDataOffset.locals] { return locals.retained() }
    let dict = try space.makeDict()
    do throws(ObjectError) {
      try fillLocals(dict, from: frame)
    } catch {
      space.release(dict)
      throw error
    }
    return dict
  }

  /// Sets the variables of a call in a dict.
  func fillLocals(_ dict: ObjectPointer, from frame: Block) throws(ObjectError) {
    let unit = code(of: frame).unit
    let code = ObjectPointer(address: frame[word: FrameDataOffset.executable])
    let names = ObjectPointer(address: code[word: CodeOffset.variableNames])
    for index in unit.variableNames.indices {
      guard var value = frame[object: FrameDataOffset.variables + 8 * index] else { continue }
      if value.type == space.type(.cell) {
        guard let contents = value[object: CellOffset.contents] else { continue }
        value = contents
      }
      let name = ObjectPointer(address: names[word: TupleOffset.items + 8 * index])
      if name.text.hasPrefix(".") { continue }
      try space.setValue(value, for: name, in: dict)
    }
  }
}
