/// An exception: what CPython raises for the same misuse.
///
/// An error made by the runtime has a kind and a message, and becomes an object of the space only where a program
/// looks at it; an exception that a program raised is that object.
///
/// Swift lets every error cross between tasks. One that has an ``exception`` must stay with the task that uses its
/// space; the others may go anywhere.
public struct ObjectError: Error, @unchecked Sendable {
  private final class Contents {
    let kind: ExceptionKind
    let message: String
    let exception: ObjectHandle?

    init(kind: ExceptionKind, message: String, exception: ObjectHandle?) {
      self.kind = kind
      self.message = message
      self.exception = exception
    }
  }

  private let contents: Contents

  /// Makes an error of a kind and a message.
  ///
  /// - Parameters:
  ///   - kind: which exception it is.
  ///   - message: what is wrong.
  public init(_ kind: ExceptionKind, _ message: String) {
    contents = Contents(kind: kind, message: message, exception: nil)
  }

  /// Makes an error of an exception that exists in a space.
  ///
  /// - Parameters:
  ///   - exception: the exception.
  ///   - kind: the nearest built-in class that it is an instance of.
  ///   - message: what is wrong.
  public init(exception: ObjectHandle, kind: ExceptionKind, message: String) {
    contents = Contents(kind: kind, message: message, exception: exception)
  }

  /// The nearest built-in exception class.
  public var kind: ExceptionKind { contents.kind }

  /// What is wrong, in CPython's words.
  public var message: String { contents.message }

  /// The exception as an object of its space, where it is one.
  public var exception: ObjectHandle? { contents.exception }
}

extension ObjectError: CustomStringConvertible {
  /// The exception's class and its message, as a traceback's last line has them.
  public var description: String { message.isEmpty ? kind.rawValue : "\(kind.rawValue): \(message)" }
}
