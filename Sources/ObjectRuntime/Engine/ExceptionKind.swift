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
  case blockingIOError = "BlockingIOError"
  case childProcessError = "ChildProcessError"
  case connectionError = "ConnectionError"
  case fileExistsError = "FileExistsError"
  case interruptedError = "InterruptedError"
  case isADirectoryError = "IsADirectoryError"
  case notADirectoryError = "NotADirectoryError"
  case processLookupError = "ProcessLookupError"
  case brokenPipeError = "BrokenPipeError"
  case connectionAbortedError = "ConnectionAbortedError"
  case connectionRefusedError = "ConnectionRefusedError"
  case connectionResetError = "ConnectionResetError"
  case unicodeError = "UnicodeError"
  case unicodeDecodeError = "UnicodeDecodeError"
  case unicodeEncodeError = "UnicodeEncodeError"
  case unicodeTranslateError = "UnicodeTranslateError"
  case stopAsyncIteration = "StopAsyncIteration"
  case indentationError = "IndentationError"
  case tabError = "TabError"
  case incompleteInputError = "_IncompleteInputError"
  case deprecationWarning = "DeprecationWarning"
  case runtimeWarning = "RuntimeWarning"
  case userWarning = "UserWarning"
  case resourceWarning = "ResourceWarning"
  case bytesWarning = "BytesWarning"
  case encodingWarning = "EncodingWarning"
  case futureWarning = "FutureWarning"
  case importWarning = "ImportWarning"
  case pendingDeprecationWarning = "PendingDeprecationWarning"
  case syntaxWarning = "SyntaxWarning"
  case unicodeWarning = "UnicodeWarning"
  case pythonFinalizationError = "PythonFinalizationError"
  case baseExceptionGroup = "BaseExceptionGroup"

  /// The class that it is derived from; `nil` for `BaseException`.
  public var base: ExceptionKind? {
    switch self {
    case .baseException: nil
    case .exception, .generatorExit, .keyboardInterrupt, .systemExit, .baseExceptionGroup: .baseException
    case .floatingPointError, .overflowError, .zeroDivisionError: .arithmeticError
    case .indexError, .keyError: .lookupError
    case .moduleNotFoundError: .importError
    case .notImplementedError, .recursionError, .pythonFinalizationError: .runtimeError
    case .unboundLocalError: .nameError
    case .fileNotFoundError, .permissionError, .timeoutError, .blockingIOError, .childProcessError,
      .connectionError, .fileExistsError, .interruptedError, .isADirectoryError, .notADirectoryError,
      .processLookupError:
      .osError
    case .brokenPipeError, .connectionAbortedError, .connectionRefusedError, .connectionResetError:
      .connectionError
    case .unicodeError: .valueError
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: .unicodeError
    case .indentationError, .incompleteInputError: .syntaxError
    case .tabError: .indentationError
    case .deprecationWarning, .runtimeWarning, .userWarning, .resourceWarning, .bytesWarning,
      .encodingWarning, .futureWarning, .importWarning, .pendingDeprecationWarning, .syntaxWarning,
      .unicodeWarning:
      .warning
    case .stopAsyncIteration, .arithmeticError, .assertionError, .attributeError, .bufferError, .eofError,
      .importError,
      .lookupError,
      .memoryError, .nameError, .osError, .referenceError, .runtimeError, .stopIteration, .syntaxError,
      .systemError, .typeError, .valueError, .warning:
      .exception
    }
  }

  /// Whether it is another or is derived from it.
  func isKind(of other: ExceptionKind) -> Bool {
    var next: ExceptionKind? = self
    while let kind = next {
      if kind == other { return true }
      next = kind.base
    }
    return false
  }

  /// The bytes of an instance, without the collector's header.
  var basicSize: Int {
    switch self {
    case .osError, .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError: 112
    case .importError: 104
    case .syntaxError: 136
    case .attributeError, .baseExceptionGroup: 88
    case .nameError, .stopIteration, .systemExit: 80
    default: base?.basicSize ?? 72
    }
  }

  /// The class of a system error by its number on Linux; `nil` for one that has none of its own.
  static func ofSystemError(_ number: Int) -> ExceptionKind? {
    switch number {
    case 1, 13: .permissionError
    case 2: .fileNotFoundError
    case 3: .processLookupError
    case 4: .interruptedError
    case 10: .childProcessError
    case 11, 114, 115: .blockingIOError
    case 17: .fileExistsError
    case 20: .notADirectoryError
    case 21: .isADirectoryError
    case 32, 108: .brokenPipeError
    case 103: .connectionAbortedError
    case 104: .connectionResetError
    case 110: .timeoutError
    case 111: .connectionRefusedError
    default: nil
    }
  }
}
