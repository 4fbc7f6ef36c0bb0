extension ObjectSpace {
  /// Makes the class `WeakMethod`: a weak reference to a bound method, which itself is gone at once.
  ///
  /// - Returns: the class, owned by the caller.
  func makeWeakMethodClass(_ globals: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    let code = try makeMethodCode(
      "_cb", qualifiedName: "WeakMethod.__new__.<locals>._cb", parameters: ["arg"], file: "weakref.py"
    ) { space, _ throws(ObjectError) in try space.weakMethodWentAway() }
    runtimeRoots.append(("weakref", code))
    weakModulesMade?.methodCallback = code
    return try makeNativeClass(
      "WeakMethod", bases: [type(.weakReference)],
      slots: ["_func_ref", "_meth_type", "_alive", "__weakref__"], module: "weakref", globals: globals,
      methods: [
        NativeMethod("__new__", ["cls", "meth", "callback"], defaults: [none]) {
          space, arguments throws(ObjectError) in
          try space.makeWeakMethod(arguments[0], to: arguments[1], callback: arguments[2])
        },
        NativeMethod("__init__", ["self", "meth", "callback"], defaults: [none]) {
          space, _ throws(ObjectError) in space.none
        },
        NativeMethod("__call__") { space, arguments throws(ObjectError) in
          try space.methodReferent(of: arguments[0]) ?? space.none
        },
        NativeMethod("__eq__", ["self", "other"]) { space, arguments throws(ObjectError) in
          try space.weakMethodsAreEqual(arguments[0], arguments[1])
        },
        NativeMethod("__hash__") { space, arguments throws(ObjectError) in
          try space.makeInteger(space.weakReferenceHash(arguments[0]))
        },
      ])
  }

  private func makeWeakMethod(
    _ type: ObjectPointer, to method: ObjectPointer, callback: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard method.type == self.type(.method), let receiver = method[object: MethodOffset.receiver],
      let function = method[object: MethodOffset.function]
    else {
      throw ObjectError(
        .typeError, "argument should be a bound method, not \(describe(method.type))")
    }
    let modules = try weakModules()
    guard let code = modules.methodCallback else { return none }
    // The callback shares two variables with its maker; the second one is set when the reference is there.
    let callbackCell = try makeCell(callback)
    defer { release(callbackCell) }
    let ownCell = try makeCell(nil)
    defer { release(ownCell) }
    let called = try makeFunction(code: code, globals: modules.globals)
    defer { release(called) }
    called[object: FunctionOffset.closure] = try makeTuple([callbackCell, ownCell])
    let reference = try makeWeakReference(to: receiver, callback: called, type: type)
    do throws(ObjectError) {
      try put(.functionReference, of: reference, makeWeakReference(to: function, callback: called))
      try setAttribute(weakName(.methodType), of: reference, to: method.type)
      try setAttribute(weakName(.isAlive), of: reference, to: trueObject)
      let own = try makeWeakReference(to: reference)
      defer { release(own) }
      setCellContents(ownCell, to: own)
    } catch {
      release(reference)
      throw error
    }
    return reference
  }

  /// What the callback of a weak method does when the object or the function is gone.
  private func weakMethodWentAway() throws(ObjectError) -> ObjectPointer {
    guard let cells = runningFunction?[object: FunctionOffset.closure], cells.itemCount == 2,
      let callback = item(0, of: cells)?[object: CellOffset.contents],
      let own = item(1, of: cells)?[object: CellOffset.contents], let reference = liveReferent(own)
    else { return none }
    defer { release(reference) }
    guard try isAlive(reference) else { return none }
    try setAttribute(weakName(.isAlive), of: reference, to: falseObject)
    guard callback != none else { return none }
    callback.retain()
    defer { release(callback) }
    release(try call(callback, [reference]))
    return none
  }

  private func isAlive(_ reference: ObjectPointer) throws(ObjectError) -> Bool {
    let value = try get(.isAlive, of: reference)
    defer { release(value) }
    return try isTrue(value)
  }

  /// The bound method that a weak method refers to, made anew and owned by the caller; `nil` where it is gone.
  func methodReferent(of reference: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    guard let receiver = liveReferent(reference) else { return nil }
    defer { release(receiver) }
    let functionReference = try get(.functionReference, of: reference)
    defer { release(functionReference) }
    guard let function = liveReferent(functionReference) else { return nil }
    defer { release(function) }
    return try makeMethod(function, receiver: receiver)
  }

  private func weakMethodsAreEqual(
    _ left: ObjectPointer, _ right: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    guard try isSubtype(right.type, weakClass(.weakMethod)) else { return notImplemented }
    guard try isAlive(left), try isAlive(right) else { return bool(left == right) }
    guard let first = liveReferent(left) else { return bool(left == right) }
    defer { release(first) }
    guard let second = liveReferent(right) else { return falseObject }
    defer { release(second) }
    guard try compare(first, second) else { return falseObject }
    let firstFunction = try get(.functionReference, of: left)
    defer { release(firstFunction) }
    let secondFunction = try get(.functionReference, of: right)
    defer { release(secondFunction) }
    return bool(try compare(firstFunction, secondFunction))
  }
}
