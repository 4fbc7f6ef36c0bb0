import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("before", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("after", result)
        return result

    return wrapper


def times(count):
    def decorate(function):
        def wrapper(value):
            for _ in range(count):
                value = function(value)
            return value

        return wrapper

    return decorate


@logged
def add(a, b=1):
    """Adds."""
    return a + b


@times(3)
@logged
def double(x):
    return x * 2


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(2, 3))
print(double(1), double.__name__)


class Register:
    known = []

    def __init__(self, function):
        self.function = function
        Register.known.append(function.__name__)

    def __call__(self, *args):
        return "registered", self.function(*args)


@Register
def first(x):
    return x


@Register
def second():
    return 2


print(Register.known, first("x"), second(), type(first).__name__)


def add_method(cls):
    cls.extra = lambda self: "extra of " + type(self).__name__
    return cls


@add_method
class Plain:
    pass


print(Plain().extra())
print(add.__qualname__, add.__module__)
