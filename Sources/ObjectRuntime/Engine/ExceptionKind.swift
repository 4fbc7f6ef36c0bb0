/// A built-in exception class, by its name.
public enum ExceptionKind: String, CaseIterable, Sendable {
  case baseException = "BaseException"
  case exception = "Exception"
  case generatorExit = "GeneratorExit"
  case keyboardInterrupt = "KeyboardInterrupt"
  case systemExit = "SystemExit"
  case arithmeticError = "ArithmeticError"
  case assertionError = "AssertionError"
  case attributeError = "AttributeError"
  case bufferError = "BufferError"
  case eofError = "EOFError"
  case importError = "ImportError"
  case lookupError = "LookupError"
  case memoryError = "MemoryError"
  case nameError = "NameError"
  case osError = "OSError"
  case referenceError = "ReferenceError"
  case runtimeError = "RuntimeError"
  case stopIteration = "StopIteration"
  case syntaxError = "SyntaxError"
  case systemError = "SystemError"
  case typeError = "TypeError"
  case valueError = "ValueError"
  case warning = "Warning"
  case floatingPointError = "FloatingPointError"
  case overflowError = "OverflowError"
  case zeroDivisionError = "ZeroDivisionError"
  case indexError = "IndexError"
  case keyError = "KeyError"
  case moduleNotFoundError = "ModuleNotFoundError"
  case notImplementedError = "NotImplementedError"
  case recursionError = "RecursionError"
  case unboundLocalError = "UnboundLocalError"
  case fileNotFoundError = "FileNotFoundError"
  case permissionError = "PermissionError"
  case timeoutError = "TimeoutError"
  case unicodeError = "UnicodeError"
  case unicodeDecodeError = "UnicodeDecodeError"
  case unicodeEncodeError = "UnicodeEncodeError"
  case unicodeTranslateError = "UnicodeTranslateError"
  case stopAsyncIteration = "StopAsyncIteration"
  case indentationError = "IndentationError"
  case deprecationWarning = "DeprecationWarning"
  case runtimeWarning = "RuntimeWarning"
  case userWarning = "UserWarning"
  case resourceWarning = "ResourceWarning"
  case baseExceptionGroup = "BaseExceptionGroup"

  /// The class that it is derived from; `nil` for `BaseException`.
  public var base: ExceptionKind? {
    switch self {
    case .baseException: nil
    case .exception, .generatorExit, .keyboardInterrupt, .systemExit, .baseExceptionGroup: .baseException
    case .floatingPointError, .overflowError, .zeroDivisionError: .arithmeticError
    case .indexError, .keyError: .lookupError
    case .moduleNotFoundError: .importError
    case .notImplementedError, .recursionError: .runtimeError
    case .unboundLocalError: .nameError
    case .fileNotFoundError, .permissionError, .timeoutError: .osError
    case .unicodeError: .valueError
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
    case .indentationError: .syntaxError
    case .deprecationWarning, .runtimeWarning, .userWarning, .resourceWarning: .warning
    case .stopAsyncIteration, .arithmeticError, .assertionError, .attributeError, .bufferError, .eofError,
      .importError,
      .lookupError,
      .memoryError, .nameError, .osError, .referenceError, .runtimeError, .stopIteration, .syntaxError,
      .systemError, .typeError, .valueError, .warning:
      .exception
    }
  }

  /// The bytes of an instance, without the collector's header.
  var basicSize: Int {
    switch self {
    case .osError, .fileNotFoundError, .permissionError, .timeoutError, .unicodeDecodeError,
      .unicodeEncodeError,
      .unicodeTranslateError:
      112
    case .importError, .moduleNotFoundError: 104
    case .syntaxError, .indentationError: 136
    case .attributeError, .baseExceptionGroup: 88
    case .nameError, .unboundLocalError, .stopIteration, .systemExit: 80
    default: 72
    }
  }
}
