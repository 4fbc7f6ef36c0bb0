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
    let kind = type == exceptionType(.osError) ? systemErrorKind(arguments) : nil
    let type = kind.map { exceptionType($0) } ?? type
    // A file's name is an attribute, but none of the arguments that are shown.
    let isAboutFile = isSubtype(type, exceptionType(.osError)) && (3...5).contains(arguments.count)
    let tuple = try makeTuple(isAboutFile ? Array(arguments.prefix(2)) : arguments)
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
    fillOwnFields(of: exception, arguments)
    return exception
  }

  /// The class of a system error by its number.
  private func systemErrorKind(_ arguments: [ObjectPointer]) -> ExceptionKind? {
    guard (2...5).contains(arguments.count), isSubtype(arguments[0].type, type(.int)) else { return nil }
    return arguments[0].integerValue.flatMap { ExceptionKind.ofSystemError($0) }
  }

  /// Sets the attributes that only some exceptions have from their arguments.
  func fillOwnFields(of exception: ObjectPointer, _ arguments: [ObjectPointer]) {
    func isA(_ kind: ExceptionKind) -> Bool { isSubtype(exception.type, exceptionType(kind)) }
    func set(_ values: [ObjectPointer]) {
      for (index, value) in values.enumerated() where exception[word: ExceptionOffset.own + 8 * index] == 0 {
        exception[object: ExceptionOffset.own + 8 * index] = value.retained()
      }
    }
    if isA(.osError), (2...5).contains(arguments.count) {
      set(Array(arguments.prefix(3)))
      if arguments.count == 5 {
        exception[object: ExceptionOffset.own + 24] = arguments[4].retained()
      }
    } else if isA(.importError), arguments.count == 1 {
      set(arguments)
    } else if isA(.syntaxError), let first = arguments.first {
      set([first])
    } else if isA(.baseExceptionGroup), arguments.count == 2 {
      set(arguments)
    } else if isA(.unicodeError) {
      // The text that is translated has no encoding.
      var all: [ObjectPointer?] = arguments
      if isA(.unicodeTranslateError), arguments.count == 4 { all.insert(nil, at: 0) }
      guard all.count == 5, let start = all[2]?.integerValue, let end = all[3]?.integerValue else { return }
      for index in [0, 1, 4] where exception[word: ExceptionOffset.own + 8 * index] == 0 {
        exception[object: ExceptionOffset.own + 8 * index] = all[index]?.retained()
      }
      exception[integer: ExceptionOffset.own + 16] = start
      exception[integer: ExceptionOffset.own + 24] = end
    }
  }

  /// The text of an exception, as `str` gives it.
  package func exceptionText(_ exception: ObjectPointer) -> String {
    let arguments = exception[object: ExceptionOffset.arguments].map { items(of: $0) } ?? []
    let limit = 4_000
    func text(_ object: ObjectPointer) -> String {
      isSubtype(object.type, type(.string)) ? object.text : describe(object, limit: limit)
    }
    if isSubtype(exception.type, exceptionType(.osError)),
      let number = exception[object: ExceptionOffset.own],
      let reason = exception[object: ExceptionOffset.own + 8]
    {
      let file = exception[object: ExceptionOffset.own + 16].map { ": \(describe($0, limit: limit))" } ?? ""
      return "[Errno \(text(number))] \(text(reason))\(file)"
    }
    if isSubtype(exception.type, exceptionType(.unicodeError)), arguments.count > 3,
      let text = codingErrorText(exception)
    {
      return text
    }
    guard let first = arguments.first else { return "" }
    if arguments.count > 1 {
      return exception[object: ExceptionOffset.arguments].map { describe($0, limit: limit) } ?? ""
    }
    return isSubtype(exception.type, exceptionType(.keyError)) ? describe(first, limit: limit) : text(first)
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
    let message = exceptionText(exception)
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
