import functools

trace = []


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        trace.append((function.__name__, args, kwargs))
        return function(*args, **kwargs)
    return wrapper


def repeat(times):
    print("factory", times)

    def decorate(function):
        print("decorating", function.__name__)

        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@logged
@repeat(2)
def double(n):
    """Doubles."""
    return n * 2


@repeat(times=3)
@logged
def triple(n):
    """Triples."""
    return n * 3


print(double(1), triple(2), trace)
print(double.__name__, triple.__name__, logged(len).__name__, logged(len).__wrapped__ is len)


def register(cls):
    cls.registered = True
    return cls


@register
class Thing:
    @logged
    def method(self, x):
        return x

    @staticmethod
    @logged
    def helper():
        return "helped"


print(Thing.registered, Thing().method(5), Thing.helper(), len(trace), trace[-1])
print((lambda f: f)(lambda: "plain")())


@lambda f: f.__name__
def replaced():
    pass


print(replaced)
