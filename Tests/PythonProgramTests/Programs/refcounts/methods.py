import sys


class Thing:
    def method(self):
        return sys.getrefcount(self)

    @classmethod
    def made(cls):
        return cls()


thing = Thing()
print(sys.getrefcount(thing))
print(thing.method())
bound = thing.method
print(sys.getrefcount(thing))
print(bound())
several = [thing.method for _ in range(3)]
print(sys.getrefcount(thing))
print(bound.__self__ is thing, bound.__func__ is Thing.method)
print(Thing.method(thing))
del several
print(sys.getrefcount(thing))
del bound
print(sys.getrefcount(thing))
base = sys.getrefcount(Thing)
many = [Thing() for _ in range(7)]
print(sys.getrefcount(Thing) - base)
del many
print(sys.getrefcount(Thing) - base)
