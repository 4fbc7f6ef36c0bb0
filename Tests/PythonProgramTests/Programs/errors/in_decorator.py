import functools


def checked(*types):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for arg, kind in zip(args, types):
                if not isinstance(arg, kind):
                    raise TypeError(f"{function.__name__}: {arg!r} is no {kind.__name__}")
            return function(*args)
        return wrapper
    return decorate


@checked(int, str)
def repeat(count, text):
    return text * count


print(repeat(2, "ab"))
print(repeat("2", "ab"))
