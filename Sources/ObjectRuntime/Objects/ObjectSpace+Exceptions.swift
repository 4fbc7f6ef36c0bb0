extension ObjectSpace {
  /// Makes an exception.
  ///
  /// - Parameters:
  ///   - type: its class.
  ///   - arguments: its arguments, which it counts.
  /// - Returns: the exception, owned by the caller, tracked.
  package func makeException(_ type: ObjectPointer, _ arguments: [ObjectPointer]) throws(ObjectError)
    -> ObjectPointer
  {
    // The arguments are there before the exception: the collector's lists have them in this order.
    let tuple = try makeTuple(arguments)
    let exception: ObjectPointer
    do throws(ObjectError) {
      exception = try allocateGeneric(type)
    } catch {
      release(tuple)
      throw error
    }
    exception[object: ExceptionOffset.arguments] = tuple
    // StopIteration and SystemExit keep their argument in a word of its own too.
    if isSubtype(type, exceptionType(.stopIteration)) || isSubtype(type, exceptionType(.systemExit)) {
      exception[object: ExceptionOffset.own] = (arguments.first ?? none).retained()
    }
    return exception
  }

  /// The exception object of an error, made where it is not one yet; owned by the caller.
  package func exceptionObject(of error: ObjectError) throws(ObjectError) -> ObjectPointer {
    if let handle = error.exception, handle.space === self { return try handle.retainedPointer() }
    let message = try makeString(error.message)
    defer { release(message) }
    return try makeException(exceptionType(error.kind), error.message.isEmpty ? [] : [message])
  }

  /// The error that raises an exception object.
  ///
  /// - Parameter exception: the exception; its reference is taken over.
  package func error(raising exception: ObjectPointer) -> ObjectError {
    let kind = ExceptionKind.allCases.last {
      isSubtype(exception.type, exceptionType($0)) && !isHeap(exceptionType($0))
    }
    let nearest = nearestKind(of: exception.type) ?? kind ?? .exception
    var message = ""
    if let arguments = exception[object: ExceptionOffset.arguments], arguments.itemCount > 0,
      let first = item(0, of: arguments)
    {
      message = isSubtype(first.type, type(.string)) ? first.text : describe(first)
    }
    return ObjectError(exception: ObjectHandle(self, taking: exception), kind: nearest, message: message)
  }

  /// The first built-in exception class in a class's order.
  private func nearestKind(of type: ObjectPointer) -> ExceptionKind? {
    guard let order = type[object: TypeOffset.methodResolutionOrder] else { return nil }
    for base in items(of: order) {
      if let kind = ExceptionKind.allCases.first(where: { exceptionType($0) == base }) { return kind }
    }
    return nil
  }

  /// Sets what an exception was raised from.
  package func setCause(_ cause: ObjectPointer?, of exception: ObjectPointer) {
    replace(ExceptionOffset.cause, of: exception, with: cause)
    exception[byte: ExceptionOffset.suppressContext] = 1
  }

  /// Sets which exception was being handled when one was raised.
  package func setContext(_ context: ObjectPointer?, of exception: ObjectPointer) {
    replace(ExceptionOffset.context, of: exception, with: context)
  }

  /// Sets the calls that an exception has passed.
  package func setTraceback(_ traceback: ObjectPointer?, of exception: ObjectPointer) {
    replace(ExceptionOffset.traceback, of: exception, with: traceback)
  }

  private func replace(_ offset: Int, of object: ObjectPointer, with value: ObjectPointer?) {
    let old = object[object: offset]
    object[object: offset] = value?.retained()
    if let old { release(old) }
  }
}
