# Each built-in exception with the classes it derives from.
kinds = [
    ArithmeticError, AssertionError, AttributeError, BlockingIOError, BrokenPipeError, BufferError, ConnectionError,
    ConnectionResetError, DeprecationWarning, EOFError, FileExistsError, FileNotFoundError, FloatingPointError,
    GeneratorExit, ImportError, IndentationError, IndexError, InterruptedError, IsADirectoryError, KeyError,
    KeyboardInterrupt, LookupError, MemoryError, ModuleNotFoundError, NameError, NotADirectoryError,
    NotImplementedError, OSError, OverflowError, PermissionError, RecursionError, ReferenceError, ResourceWarning,
    RuntimeError, RuntimeWarning, StopIteration, SyntaxError, SyntaxWarning, SystemError, SystemExit, TabError,
    TimeoutError, TypeError, UnboundLocalError, UnicodeDecodeError, UnicodeEncodeError, UserWarning, ValueError,
    Warning, ZeroDivisionError,
]
for kind in kinds:
    print(kind.__name__, "<", *(base.__name__ for base in kind.__mro__[1:-1]))
print(IOError is OSError, EnvironmentError is OSError)
print([kind.__name__ for kind in kinds if not issubclass(kind, Exception)])
for kind in (ValueError, KeyError, OSError, StopIteration, SystemExit, ImportError, AttributeError, NameError):
    for arguments in ((), ("one",), ("one", 2)):
        error = kind(*arguments)
        print(repr(error), "|", str(error), "|", error.args)
