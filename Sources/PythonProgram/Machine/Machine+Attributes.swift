import ObjectRuntime

extension Machine {
  /// Reads an attribute, and remembers where it was.
  @inline(never)
  func loadAttribute(
    _ name: ObjectPointer, of object: ObjectPointer, _ cache: Block
  ) throws(ObjectError) -> ObjectPointer {
    do throws(ObjectError) {
      let value = try space.attribute(name, of: object)
      space.rememberAttribute(name, of: object, in: cache)
      return value
    } catch {
      throw explained(error, name, object)
    }
  }

  /// The error of an attribute, with its name and object, as suggestions are made from.
  func explained(_ error: ObjectError, _ name: ObjectPointer, _ object: ObjectPointer) -> ObjectError {
    guard error.kind == .attributeError, let exception = try? space.exceptionObject(of: error) else {
      return error
    }
    if error.exception == nil { chain(exception) }
    let own = ExceptionOffset.own
    if space.isSubtype(exception.type, space.exceptionType(.attributeError)), exception[word: own] == 0,
      exception[word: own + 8] == 0
    {
      exception[object: own] = object.retained()
      exception[object: own + 8] = name.retained()
    }
    return space.error(raising: exception)
  }

  /// Finds what a method call calls.
  ///
  /// - Returns: what is called, owned by the caller, and whether the object is its first argument.
  @inline(never)
  func loadMethod(
    _ name: ObjectPointer, of object: ObjectPointer, _ cache: Block
  ) throws(ObjectError) -> (callable: ObjectPointer, hasReceiver: Bool) {
    do throws(ObjectError) {
      if let method = try space.unboundMethod(name, of: object) {
        if !space.sharedKeysHold(name, object.type) { space.rememberMethod(name, of: object, in: cache) }
        return (method.retained(), true)
      }
      return (try space.attribute(name, of: object), false)
    } catch {
      throw explained(error, name, object)
    }
  }

  @inline(never)
  func storeAttribute(
    _ name: ObjectPointer, of object: ObjectPointer, to value: ObjectPointer, _ cache: Block
  ) throws(ObjectError) {
    do throws(ObjectError) {
      try space.setAttribute(name, of: object, to: value)
      space.rememberAttribute(name, of: object, in: cache, isSetting: true)
    } catch {
      throw explained(error, name, object)
    }
  }

  func deleteAttribute(_ name: ObjectPointer, of object: ObjectPointer) throws(ObjectError) {
    do throws(ObjectError) {
      try space.setAttribute(name, of: object, to: nil)
    } catch {
      throw explained(error, name, object)
    }
  }

  // MARK: Names

  /// The error of a name that is not there.
  func unknownName(_ name: ObjectPointer) throws(ObjectError) -> ObjectError {
    try nameError(.nameError, name, "name '\(name.text)' is not defined")
  }

  private func nameError(
    _ kind: ExceptionKind, _ name: ObjectPointer, _ message: String
  ) throws(ObjectError) -> ObjectError {
    let text = try space.makeString(message)
    defer { space.release(text) }
    let exception = try space.makeException(space.exceptionType(kind), [text])
    if kind == .nameError { exception[object: ExceptionOffset.own] = name.retained() }
    chain(exception)
    return space.error(raising: exception)
  }

  private func variableName(_ number: Int, _ frame: Block) -> ObjectPointer {
    let code = ObjectPointer(address: frame[word: FrameDataOffset.executable])
    let names = ObjectPointer(address: code[word: CodeOffset.variableNames])
    return ObjectPointer(address: names[word: TupleOffset.items + 8 * number])
  }

  /// The error of a local variable that is not set.
  func unbound(_ number: Int, in frame: Block) -> ObjectError {
    let name = variableName(number, frame)
    return ObjectError(
      .unboundLocalError,
      "cannot access local variable '\(name.text)' where it is not associated with a value")
  }

  /// The error of a shared variable that is not set.
  func unboundCell(_ number: Int, in frame: Block) -> ObjectError {
    let code = code(of: frame).unit
    guard number >= code.localCount + code.cellCount else { return unbound(number, in: frame) }
    let name = variableName(number, frame)
    let message =
      "cannot access free variable '\(name.text)' where it is not associated with a value in enclosing scope"
    return (try? nameError(.nameError, name, message)) ?? ObjectError(.nameError, message)
  }

  /// A name of a module's or class's namespace, else a global or built-in one; owned by the caller.
  func loadName(_ name: ObjectPointer, in frame: Block) throws(ObjectError) -> ObjectPointer {
    if let locals = frame[object: FrameDataOffset.locals],
      let value = space.value(ofName: name, in: locals)
    {
      return value.retained()
    }
    let globals = ObjectPointer(address: frame[word: FrameDataOffset.globals])
    let builtins = ObjectPointer(address: frame[word: FrameDataOffset.builtins])
    guard let value = space.globalValue(name, globals, builtins) else { throw try unknownName(name) }
    return value.retained()
  }

  /// A name of a class's namespace, else what a cell holds; owned by the caller.
  func nameOrCell(
    _ name: ObjectPointer, _ cell: ObjectPointer, in frame: Block
  ) throws(ObjectError) -> ObjectPointer {
    if let locals = frame[object: FrameDataOffset.locals],
      let value = space.value(ofName: name, in: locals)
    {
      return value.retained()
    }
    guard let value = cell[object: CellOffset.contents] else {
      throw try nameError(
        .nameError, name,
        "cannot access free variable '\(name.text)' where it is not associated with a value in enclosing scope"
      )
    }
    return value.retained()
  }

  func setUpAnnotations(_ frame: Block) throws(ObjectError) {
    guard let locals = frame[object: FrameDataOffset.locals] else { return }
    let name = try space.makeName("__annotations__")
    defer { space.release(name) }
    guard space.value(ofName: name, in: locals) == nil else { return }
    let dict = try space.makeDict()
    defer { space.release(dict) }
    try space.setValue(dict, for: name, in: locals)
  }
}
