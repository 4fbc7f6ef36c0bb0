import contextlib


@contextlib.contextmanager
def managed(name, log):
    log.append("enter " + name)
    try:
        yield len(log)
    except LookupError as error:
        log.append(f"{name} caught {error!r}")
        raise RuntimeError("translated") from error
    finally:
        log.append("exit " + name)


log = []
with managed("a", log) as n, managed("b", log) as m:
    print(n, m)
try:
    with managed("c", log):
        {}["k"]
except RuntimeError as error:
    print(error, repr(error.__cause__))
print(log)
with contextlib.suppress(KeyError):
    {}[1]
try:
    with contextlib.suppress():
        {}[1]
except KeyError as error:
    print("not suppressed", error)


@managed("decorator", log)
def decorated(x):
    return x * 2


print(decorated(4), decorated(5), log[-4:], decorated.__name__)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)
manager = managed("once", log)
with manager:
    pass
try:
    with manager:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__)
