class AppError(Exception):
    code = 1

    def __init__(self, message="app error", **details):
        super().__init__(message)
        self.details = details


class NetworkError(AppError, ConnectionError):
    code = 2


class Timeout(NetworkError):
    code = 3


for error in (AppError(), NetworkError("down", host="h"), Timeout("slow", seconds=5), OSError(2, "gone"), KeyError("k"), ValueError(1, 2)):
    try:
        raise error
    except NetworkError as caught:
        print("network", caught.code, caught, caught.details)
    except (AppError, LookupError) as caught:
        print("app or lookup", repr(caught), caught.args)
    except OSError as caught:
        print("os", caught.errno, caught.strerror, caught, repr(caught))
    except BaseException as caught:
        print("other", caught, caught.args)
print([c.__name__ for c in Timeout.__mro__])
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(KeyboardInterrupt, Exception))
print(issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(UnicodeDecodeError, ValueError))
error = ValueError("a")
print(error == ValueError("a"), str(ValueError()), str(ValueError("a", 1)), str(KeyError("a")), repr(StopIteration(5)))
print(error.__context__, error.__cause__, error.__traceback__, error.__suppress_context__)
error.extra = "kept"
try:
    raise error
except ValueError as again:
    print(again is error, again.extra, again.__traceback__.tb_lineno, again.with_traceback(None).__traceback__)
try:
    raise ValueError("one") from KeyError("two")
except ValueError as chained:
    print(repr(chained.__cause__), chained.__context__)
try:
    try:
        1 / 0
    finally:
        [][0]
except IndexError as last:
    print(repr(last.__context__), last.__cause__)
