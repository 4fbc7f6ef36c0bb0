import sys


class Base:
    pass


def count(thing):
    return sys.getrefcount(thing) - 2


start = count(Base)


class First(Base):
    pass


# A subclass holds its base in __base__, __bases__ and __mro__.
print("one subclass", count(Base) - start)


class Second(Base):
    pass


print("two subclasses", count(Base) - start)
print([cls.__name__ for cls in Base.__subclasses__()])
one = Base()
print("an instance", count(Base) - start)
name = one.__class__
print("a name", count(Base) - start)
del name, one
print("released", count(Base) - start)
instances = [First() for _ in range(3)]
print("instances of a subclass", count(Base) - start)
