extension SpecialMethod {
  /// What containers and iterators do.
  static let containers: [SpecialMethod] = [
    SpecialMethod("__len__", 0) { (call) throws(ObjectError) in
      try call.space.makeInteger(call.space.builtinCount(call.receiver))
    },
    SpecialMethod("__contains__", 1) { (call) throws(ObjectError) in
      call.space.bool(try call.space.hasBuiltinElement(call.first, in: call.receiver))
    },
    SpecialMethod("__getitem__", 1) { (call) throws(ObjectError) in
      try call.space.builtinItem(at: call.first, of: call.receiver)
    },
    SpecialMethod("__setitem__", 2) { (call) throws(ObjectError) in
      try call.space.setBuiltinItem(at: call.first, of: call.receiver, to: call.arguments[1])
      return call.space.none
    },
    SpecialMethod("__delitem__", 1) { (call) throws(ObjectError) in
      try call.space.deleteBuiltinItem(at: call.first, of: call.receiver)
      return call.space.none
    },
    SpecialMethod("__iter__", 0) { (call) throws(ObjectError) in
      try call.space.makeIterator(call.receiver)
    },
    SpecialMethod("__reversed__", 0) { (call) throws(ObjectError) in
      try call.space.builtinReverseIteration(over: call.receiver)
    },
    SpecialMethod("__next__", 0) { (call) throws(ObjectError) in
      if call.receiver.plan.body == .generator, let interpreter = call.space.interpreter {
        return try interpreter.send(call.space.none, toGenerator: call.receiver)
      }
      if let element = try call.space.next(call.receiver) { return element }
      throw ObjectError(.stopIteration, "")
    },
    SpecialMethod("__del__", 0) { (call) throws(ObjectError) in
      call.space.finalizeGenerator(call.receiver)
      return call.space.none
    },
    SpecialMethod("send", 1) { (call) throws(ObjectError) in
      guard let interpreter = call.space.interpreter else { return call.space.none }
      return try interpreter.send(call.first, toGenerator: call.receiver)
    },
    SpecialMethod("throw", 1...3) { (call) throws(ObjectError) in
      guard let interpreter = call.space.interpreter else { return call.space.none }
      let exception = try call.space.exceptionToThrow(call.arguments)
      return try interpreter.raise(exception, inGenerator: call.receiver)
    },
    SpecialMethod("close", 0) { (call) throws(ObjectError) in
      guard let interpreter = call.space.interpreter else { return call.space.none }
      return try interpreter.closeGenerator(call.receiver)
    },
  ]
}

extension ObjectSpace {
  /// The exception that a generator's `throw` is given: an instance, or a class and its arguments; owned by the caller.
  func exceptionToThrow(_ arguments: [ObjectPointer]) throws(ObjectError) -> ObjectPointer {
    let first = arguments[0]
    let base = exceptionType(.baseException)
    let exception: ObjectPointer
    if isType(first), isSubtype(first, base) {
      let value = arguments.count > 1 && arguments[1] != none ? arguments[1] : nil
      if let value, isSubtype(value.type, first) {
        exception = value.retained()
      } else if let value {
        exception = try call(first, value.plan.body == .tuple ? items(of: value) : [value])
      } else {
        exception = try call(first)
      }
    } else if isSubtype(first.type, base) {
      if arguments.count > 1, arguments[1] != none {
        throw ObjectError(.typeError, "instance exception may not have a separate value")
      }
      exception = first.retained()
    } else {
      throw ObjectError(
        .typeError,
        "exceptions must be classes or instances deriving from BaseException, not \(nameInErrors(first.type))"
      )
    }
    if arguments.count > 2, arguments[2] != none {
      guard arguments[2].type == type(.traceback) else {
        release(exception)
        throw ObjectError(.typeError, "throw() third argument must be a traceback object")
      }
      setTraceback(arguments[2], of: exception)
    }
    return exception
  }
}
