/// What a function made for the host runs: the space and the arguments, borrowed; the result is owned by the caller.
package typealias FunctionBody = (ObjectSpace, [ObjectPointer]) throws(ObjectError) -> ObjectPointer

/// A machine that runs what the space itself cannot: functions that a program was compiled to, and generators.
package protocol ObjectInterpreter: AnyObject {
  /// Calls a function whose code is the machine's own.
  ///
  /// - Parameters:
  ///   - function: the function.
  ///   - arguments: the positional arguments, borrowed.
  ///   - keywords: the arguments by name, borrowed.
  /// - Returns: the result, owned by the caller.
  func call(
    _ function: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], in space: ObjectSpace
  ) throws(ObjectError) -> ObjectPointer

  /// Closes a generator that has not ended and is going, so that its `finally` blocks run.
  func close(_ generator: ObjectPointer, in space: ObjectSpace) throws(ObjectError)

  /// Lets the frame object of a generator that goes take over what the generator's call holds, where somebody holds it.
  func releaseFrame(ofGenerator generator: ObjectPointer)

  /// Calls an object of a built-in kind that the space does not know how to call.
  func callOther(
    _ object: ObjectPointer, _ arguments: [ObjectPointer],
    keywords: [(name: ObjectPointer, value: ObjectPointer)], in space: ObjectSpace
  ) throws(ObjectError) -> ObjectPointer

  /// An attribute of a frame or generator that only the machine knows, owned by the caller; `nil` for any other.
  func attribute(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer?

  /// The name of a built-in function of the machine's; `nil` for other objects.
  func name(ofFunction function: ObjectPointer) -> String?

  /// What `super()` without arguments means in the call that is running, borrowed: the class that the function stands in,
  /// and its first argument.
  ///
  /// - Throws: ``ObjectError`` of kind `runtimeError` where the function stands in none.
  func superArguments() throws(ObjectError) -> (type: ObjectPointer, object: ObjectPointer)

  /// Sends a value to a generator, as its `send`.
  ///
  /// - Returns: what it yields, owned by the caller.
  /// - Throws: `StopIteration` with what it returns at its end.
  func send(_ value: ObjectPointer, toGenerator generator: ObjectPointer) throws(ObjectError) -> ObjectPointer

  /// Raises an exception where a generator is suspended, as its `throw`.
  ///
  /// - Parameter exception: the exception; its reference is taken over.
  /// - Returns: what it yields then, owned by the caller.
  /// - Throws: `StopIteration` with what it returns at its end, and what it raises.
  func raise(
    _ exception: ObjectPointer, inGenerator generator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer

  /// Closes a generator, as its `close`.
  ///
  /// - Returns: what it returned, owned by the caller.
  func closeGenerator(_ generator: ObjectPointer) throws(ObjectError) -> ObjectPointer

  /// Goes on with a suspended generator.
  ///
  /// - Parameter value: what is sent to it, borrowed.
  /// - Returns: what it yields, owned by the caller; `nil` at its end.
  func resume(_ generator: ObjectPointer, sending value: ObjectPointer) throws(ObjectError) -> ObjectPointer?
}

// What a machine without generators or frames of its own answers.
extension ObjectInterpreter {
  package func attribute(_ name: String, of object: ObjectPointer) throws(ObjectError) -> ObjectPointer? {
    nil
  }

  package func releaseFrame(ofGenerator generator: ObjectPointer) {}

  package func name(ofFunction function: ObjectPointer) -> String? { nil }

  package func superArguments() throws(ObjectError) -> (type: ObjectPointer, object: ObjectPointer) {
    throw ObjectError(.runtimeError, "super(): no current frame")
  }

  package func send(
    _ value: ObjectPointer, toGenerator generator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer { throw Self.noGenerators }

  package func raise(
    _ exception: ObjectPointer, inGenerator generator: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer { throw Self.noGenerators }

  package func closeGenerator(_ generator: ObjectPointer) throws(ObjectError) -> ObjectPointer {
    throw Self.noGenerators
  }

  package func resume(
    _ generator: ObjectPointer, sending value: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer? { throw Self.noGenerators }

  private static var noGenerators: ObjectError {
    ObjectError(.systemError, "the generator belongs to a machine that is not there")
  }
}
