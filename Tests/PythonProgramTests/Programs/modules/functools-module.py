import functools


@functools.lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


print(square(2), square(2), square(3), square(4), square(2), square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__wrapped__(5), square.cache_parameters())


@functools.lru_cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info())


@functools.lru_cache(maxsize=None)
def keyed(*args, **kwargs):
    return len(args), sorted(kwargs)


keyed(1, 2)
keyed(1, b=2)
keyed(1.0, 2)
print(keyed.cache_info())
try:
    keyed([])
except TypeError as error:
    print(error)


def power(base, exponent=2, *, sign=1):
    return sign * base ** exponent


cube = functools.partial(power, exponent=3)
print(cube(2), cube(2, sign=-1), cube.func is power, cube.args, cube.keywords, functools.partial(power, 5)(2))
nested = functools.partial(functools.partial(power, 2), 5)
print(nested(), nested.args, nested.func is power, functools.partial(print, "a", sep="-")("b"))
try:
    functools.partial(5)
except TypeError as error:
    print(error)
try:
    cube()
except TypeError as error:
    print(error)


def outer(function):
    @functools.wraps(function)
    def wrapper():
        "Of the wrapper."
        return function()
    return wrapper


@outer
def inner():
    "Of the function."


inner.tag = 1
print(inner.__name__, inner.__doc__, inner.__wrapped__.__name__, inner.__qualname__, vars(inner)["tag"])
print(list(map(functools.partial(pow, 2), range(4))), type(cube).__name__, type(square).__name__)
