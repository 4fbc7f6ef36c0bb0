class Counter:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.function(*args, **kwargs)


@Counter
def add(a, b=1):
    return a + b


print(add(1), add(1, b=5), add.calls, callable(add), callable(add.calls))


class Indent:
    level = 0

    def __enter__(self):
        Indent.level += 1
        return "  " * Indent.level

    def __exit__(self, *details):
        Indent.level -= 1
        print("left level", Indent.level + 1, details[0].__name__ if details[0] else "")
        return details[0] is KeyError


with Indent() as outer:
    with Indent() as inner:
        print(repr(outer), repr(inner))
        raise KeyError("swallowed")
    print("still in the outer one")
with (Indent() as a, Indent() as b):
    print(len(a), len(b))


def early():
    with Indent():
        return "returned"


print(early())
for _ in range(2):
    with Indent():
        continue
try:
    with 5:
        pass
except TypeError as error:
    print(error)
