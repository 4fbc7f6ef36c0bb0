def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(everything(1, d=4))
print(everything(1, 20, 30, 40, 50, d=4, f=6))
print(everything(1, d=0, b=9))
print(everything(*[1, 2, 3, 4], **{"d": 5, "z": 6}))


def only(*, key):
    return key


def positional(x, /):
    return x


def two(first, second=0):
    return first, second


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as error:
        print(error)


attempt(only, key=1)
attempt(only, 1)
attempt(only)
attempt(only, key=1, other=2)
attempt(positional, x=1)
attempt(positional)
attempt(two)
attempt(two, 1, 2, 3)
attempt(two, 1, first=2)
attempt(two, 1, third=2)
attempt(everything, 1)
attempt(two, second=1)
attempt(lambda: 0, 1)
attempt(lambda a, b, c, *, d, e: 0, 1)
attempt(lambda a, *, d, e: 0, 1)
attempt(two, **{"first": 1, "second": 2})
attempt(len)
attempt(len, 1, 2)
attempt(print, bad=1)
try:
    two(**{"first": 1}, **{"first": 2})
except TypeError as error:
    print(error)
try:
    two(*5)
except TypeError as error:
    print(error)
try:
    two(**5)
except TypeError as error:
    print(error)
try:
    two(**{1: 2})
except TypeError as error:
    print(error)
