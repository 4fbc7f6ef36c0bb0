import sys


class Zero:
    __slots__ = ()


class One:
    __slots__ = ("a",)


class Three:
    __slots__ = ("a", "b", "c")


class Weak:
    __slots__ = ("a", "__weakref__")


class Both:
    __slots__ = ("a", "__dict__")


class Child(Three):
    __slots__ = ("d",)


class Open(Three):
    pass


for cls in (Zero, One, Three, Weak, Both, Child, Open):
    print(cls.__name__, sys.getsizeof(cls()), hasattr(cls(), "__dict__"), cls.__basicsize__)
three = Three()
three.a = [1, 2, 3]
print(sys.getsizeof(three))
try:
    three.z = 1
except AttributeError as error:
    print(error)
try:
    three.b
except AttributeError as error:
    print(error)
print(Three.__slots__, type(Three.a).__name__)
