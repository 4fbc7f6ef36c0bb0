import sys

size = sys.getsizeof


def nothing():
    pass


def with_defaults(a, b=1, *, c=2):
    return a


def closure():
    x = 1
    y = 2

    def inner():
        return x, y
    return inner


def generator(n):
    for i in range(n):
        yield i


inner = closure()
print("functions", size(nothing), size(with_defaults), size(inner), size(lambda: 0), size(generator))
print("closure tuple and cell", size(inner.__closure__), size(inner.__closure__[0]))
print("generators", size(generator(3)), size(x for x in []), size(closure.__code__) > 100)
print("methods", size("".join), size([].append), size(closure.__get__(1)), size(print))


class Class:
    def method(self):
        pass

    @property
    def prop(self):
        return 1

    @classmethod
    def of_class(cls):
        pass


c = Class()
print(size(c.method), size(Class.method), size(Class.of_class), size(Class.prop), size(Class.__dict__), size(vars(Class)) == size(Class.__dict__))
try:
    1 / 0
except ZeroDivisionError as error:
    print("exception", size(error), "traceback", size(error.__traceback__), size(error.args))


def with_locals():
    a, b, c = 1, 2, 3
    return size(sys._getframe()) > 100


print(with_locals(), size(sys.exc_info()), size(range), size(type(None)))
