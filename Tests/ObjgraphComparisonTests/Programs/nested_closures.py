# start: innermost
# start: layers
"""Closures within closures, one of them with an empty cell, one that holds itself."""


def outer(a):
    def middle(b):
        def inner(c):
            return a, b, c, middle

        return inner

    return middle


def unbound():
    def early():
        return late

    if False:
        late = None
    return early


def recursive(depth):
    def again(n):
        return again(n - 1) if n else depth

    return again


innermost = outer(["a"])({"b": 1})
empty = unbound()
loop = recursive([3])
layers = {"innermost": innermost, "empty": empty, "loop": loop}
