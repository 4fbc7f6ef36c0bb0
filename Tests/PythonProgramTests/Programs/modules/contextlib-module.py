from contextlib import contextmanager, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b:
    print(a, b)
with tag("quiet"):
    raise ValueError("inside")
try:
    with tag("loud"):
        raise KeyError("through")
except KeyError as error:
    print("caught", error)


@tag("decorated")
def work(x):
    print("working", x)
    return x


print(work(1), work(2), work.__name__)
with suppress(KeyError, ZeroDivisionError):
    print("before")
    1 / 0
    print("never")
with suppress(ValueError):
    pass
try:
    with suppress(KeyError):
        [][0]
except IndexError as error:
    print("not suppressed", error)


@contextmanager
def no_yield():
    return
    yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def swap(error):
    try:
        yield
    except Exception as original:
        raise error from original


try:
    with no_yield():
        pass
except RuntimeError as error:
    print(error)
try:
    with two_yields():
        pass
except RuntimeError as error:
    print(error)
try:
    with swap(KeyError("new")):
        raise ValueError("old")
except KeyError as error:
    print(repr(error), repr(error.__cause__))
manager = tag("once")
with manager:
    pass
try:
    with manager:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__, error)
