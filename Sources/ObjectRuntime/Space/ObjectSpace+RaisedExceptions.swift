extension ObjectSpace {
  /// Makes an entry of a traceback: a call that an exception has passed.
  ///
  /// - Parameters:
  ///   - frame: the call's frame, as of ``frame(of:variables:caller:line:)``.
  ///   - line: the line that it was at.
  ///   - next: the entry of the call inside it, towards where the exception was raised.
  /// - Returns: a handle to the entry, which holds the frame and the next entry.
  /// - Throws: ``ObjectError`` of kind `typeError` for objects of other kinds.
  /// - Complexity: O(1).
  public func traceback(
    of frame: ObjectHandle, line: Int = 1, next: ObjectHandle? = nil
  ) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in
      let inner = try next.map { (next) throws(ObjectError) in
        try object(of: next, kind: type(.traceback), else: "expected traceback object or None")
      }
      return handle(try makeTraceback(next: inner, frame: container(frame, .frame), line: line))
    }
  }

  /// The object of an exception that was thrown, made where it is none yet.
  ///
  /// - Returns: a handle to it; the same each time where a program raised it.
  /// - Throws: ``ObjectError`` of kind `memoryError`, and `referenceError` where the space is closed.
  /// - Complexity: O(*n*) in the message.
  public func exception(of error: ObjectError) throws(ObjectError) -> ObjectHandle {
    try step { () throws(ObjectError) in handle(try exceptionObject(of: error)) }
  }

  /// The error by which Swift code raises an exception: what a function's body throws.
  ///
  /// - Parameter exception: an instance of an exception class.
  /// - Throws: ``ObjectError`` of kind `typeError` for another object.
  /// - Complexity: O(*n*) in the message.
  public func error(raising exception: ObjectHandle) throws(ObjectError) -> ObjectError {
    try step { () throws(ObjectError) in
      let raised = try object(
        of: exception, kind: exceptionType(.baseException), else: "exceptions must derive from BaseException")
      return error(raising: raised.retained())
    }
  }

  /// Sets what an exception was raised from, as `raise … from cause`: its `__cause__`.
  ///
  /// - Parameters:
  ///   - cause: another exception; `nil` for none. Its context is not shown from then on.
  ///   - exception: the exception.
  /// - Throws: ``ObjectError`` of kind `typeError` for objects that are no exceptions.
  /// - Complexity: O(1) beside what goes.
  public func setCause(_ cause: ObjectHandle?, of exception: ObjectHandle) throws(ObjectError) {
    try setPart(cause, of: exception, kind: exceptionType(.baseException), named: "cause") {
      setCause($0, of: $1)
    }
  }

  /// Sets which exception was being handled when one was raised: its `__context__`.
  ///
  /// - Parameters:
  ///   - context: another exception; `nil` for none.
  ///   - exception: the exception.
  /// - Throws: ``ObjectError`` of kind `typeError` for objects that are no exceptions.
  /// - Complexity: O(1) beside what goes.
  public func setContext(_ context: ObjectHandle?, of exception: ObjectHandle) throws(ObjectError) {
    try setPart(context, of: exception, kind: exceptionType(.baseException), named: "context") {
      setContext($0, of: $1)
    }
  }

  /// Sets the calls that an exception has passed: its `__traceback__`.
  ///
  /// - Parameters:
  ///   - traceback: the outermost entry, as of ``traceback(of:line:next:)``; `nil` for none.
  ///   - exception: the exception.
  /// - Throws: ``ObjectError`` of kind `typeError` for objects of other kinds.
  /// - Complexity: O(1) beside what goes.
  public func setTraceback(_ traceback: ObjectHandle?, of exception: ObjectHandle) throws(ObjectError) {
    try setPart(traceback, of: exception, kind: type(.traceback), named: "traceback") {
      setTraceback($0, of: $1)
    }
  }

  private func setPart(
    _ part: ObjectHandle?, of exception: ObjectHandle, kind: @autoclosure () -> ObjectPointer,
    named name: String,
    _ set: (ObjectPointer?, ObjectPointer) -> Void
  ) throws(ObjectError) {
    try step { () throws(ObjectError) in
      let target = try object(
        of: exception, kind: exceptionType(.baseException), else: "exceptions must derive from BaseException"
      ).retained()
      defer { release(target) }
      let message =
        name == "traceback"
        ? "__traceback__ must be a traceback or None"
        : "exception \(name) must be None or derive from BaseException"
      let value = try part.map { (part) throws(ObjectError) in
        try object(of: part, kind: kind(), else: message)
      }
      set(value, target)
    }
  }

  /// The object of a handle, which must be an instance of a class.
  private func object(
    of handle: ObjectHandle, kind: ObjectPointer, else message: String
  ) throws(ObjectError) -> ObjectPointer {
    let object = try pointer(handle)
    guard isSubtype(object.type, kind) else { throw ObjectError(.typeError, message) }
    return object
  }
}
