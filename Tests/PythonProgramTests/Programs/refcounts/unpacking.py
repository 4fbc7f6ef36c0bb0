import sys


def pair(thing):
    return thing, thing


value = ["v"]
print(sys.getrefcount(value))
a, b = pair(value)
print(sys.getrefcount(value))
a, *rest = [value] * 4
print(len(rest), sys.getrefcount(value))
(a, b), c = pair(value), 0
print(sys.getrefcount(value))
a, b = b, a
print(sys.getrefcount(value))
[x, y, z] = (value for _ in range(3))
print(sys.getrefcount(value))
del x, y, z, a, b
print(sys.getrefcount(value))
merged = [*rest, *rest]
print(sys.getrefcount(value))
merged[:] = []
del rest
print(sys.getrefcount(value))
if (found := value):
    print(sys.getrefcount(found))
