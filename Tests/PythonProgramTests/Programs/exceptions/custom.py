class ApiError(Exception):
    default = "unknown"

    def __init__(self, code, message=None):
        super().__init__(code, message or self.default)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[1]}"


class NotFound(ApiError):
    default = "not found"


class Quiet(Exception):
    def __repr__(self):
        return "own repr"


for error in ApiError(1), NotFound(404), NotFound(404, "no page"), Quiet("x"):
    try:
        raise error
    except ApiError as caught:
        print(caught, repr(caught), caught.args, caught is error)
    except Exception as caught:
        print(caught, repr(caught))
try:
    raise NotFound
except TypeError as error:
    print(error)


class Base(Exception):
    pass


class Multi(Base, KeyError):
    pass


try:
    raise Multi("key")
except LookupError as error:
    print(type(error).__name__, error, error.args)


class Retry(Exception):
    def __init__(self, times):
        self.times = times


print(repr(Retry(3)), Retry(3).args, str(Retry(3)), vars(Retry(3)))


def retry(function, limit):
    for attempt in range(1, limit + 1):
        try:
            return function(attempt)
        except Retry as error:
            print("attempt", attempt, "failed", error.times)
    raise TimeoutError("gave up") from None


print(retry(lambda n: n if n > 2 else (_ for _ in ()).throw(Retry(n)), 5))
try:
    retry(lambda n: (_ for _ in ()).throw(Retry(n)), 2)
except TimeoutError as error:
    print(repr(error))
error = StopIteration(5)
print(error.value, KeyError("a").args, ImportError("m", name="n", path="p").name, SystemExit(3).code, SystemExit().code)
print(AttributeError("m", name="n", obj=1).name, NameError("m", name="q").name, OSError(13, "text", "file").filename)
print(repr(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")), str(OSError(2, "No such file", "x.txt")), type(OSError(2, "a")).__name__)
