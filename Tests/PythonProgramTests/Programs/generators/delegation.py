def inner():
    try:
        received = yield "inner 1"
        print("inner received", received)
        received = yield "inner 2"
        print("inner received", received)
    except ValueError as error:
        print("inner caught", error)
        yield "after catch"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [1, 2]
    yield from "ab"
    last = yield from (n for n in ())
    print("nothing gives", last)
    return "outer result"


o = outer()
print(next(o), o.send("A"), o.throw(ValueError("V")))
print(list(o))
o = outer()
next(o)
print(o.gi_yieldfrom.__name__)
o.close()


def chain(*sources):
    for source in sources:
        yield from source


print(list(chain([1], (2, 3), range(2), {"k": 1})))


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(Tree(2, Tree(1), Tree(4, Tree(3)))))


def accumulate():
    total = 0
    while (value := (yield total)) is not None:
        total += value
    return total


def averages():
    while True:
        total = yield from accumulate()
        print("total", total)


a = averages()
print(next(a), a.send(5), a.send(6), a.send(None), a.send(1))
try:
    list(chain(5))
except TypeError as error:
    print(error)


def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield "bottom"


print(list(deep(50)))
