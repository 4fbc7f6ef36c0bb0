import sys


def keeper(thing):
    def inner():
        return thing
    return inner


def forgetful(thing):
    def inner():
        return None
    return inner


thing = {"a": 1}
print(sys.getrefcount(thing))
first = keeper(thing)
print(sys.getrefcount(thing))
more = [keeper(thing) for _ in range(3)]
print(sys.getrefcount(thing))
none = forgetful(thing)
print(sys.getrefcount(thing))
cell = first.__closure__[0]
print(type(cell).__name__, cell.cell_contents is thing)
del first
print(sys.getrefcount(thing))
del cell
print(sys.getrefcount(thing))
more.pop()
print(sys.getrefcount(thing), len(more))
defaulted = lambda value=thing: value
print(sys.getrefcount(thing))
defaulted.__defaults__ = None
print(sys.getrefcount(thing))
