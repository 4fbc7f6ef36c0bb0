/// An exception that was raised where nobody can catch it: in a finalizer or a callback of a weak reference or of the
/// collector.
public struct UnraisableError: Sendable {
  /// The exception's class.
  public let kind: ExceptionKind
  /// What is wrong.
  public let message: String
  /// What was called, as its `repr`.
  public let place: String
  /// The exception itself.
  package let error: ObjectError

  init(error: ObjectError, place: String) {
    kind = error.kind
    message = error.message
    self.place = place
    self.error = error
  }
}

/// What is told of an exception that nobody can catch.
public typealias UnraisableHook = (UnraisableError) -> Void
