class Base:
    kind = "base"

    def method(self):
        pass


class Child(Base):
    def __init__(self):
        self.own = 1


child = Child()
print(type(child), type(Child), type(5), type(None), type(len), type(print) is type(len))
print(isinstance(True, int), issubclass(bool, int), isinstance("a", (int, str)), isinstance(5, int | str))
print(hasattr(child, "own"), hasattr(child, "nope"), getattr(child, "kind"), getattr(child, "x", None))
setattr(child, "new", 2)
delattr(child, "own")
print(vars(child), sorted(n for n in dir(child) if not n.startswith("__")), callable(child.method))
print(vars(Child).keys() >= {"__init__", "__module__"}, Child.__dict__.get("kind"), "kind" in vars(Base))
print(child.method.__name__, child.method.__self__ is child, Child.method.__qualname__, Child.__init__.__qualname__)
print(repr(len), repr(int), repr(Child), repr([].append).split(" at ")[0], int.__name__, (5).__class__)
print(len.__name__, "abc".upper.__name__, type(child).__mro__, Base.__subclasses__() == [Child])
print(id(child) == id(child), hash(5), hash("a") == hash("a"), hash(2**61 - 1), hash(1.5), hash(-1))
print(globals()["child"] is child, "child" in dir(), __name__, __doc__, len("abc"), __file__.split("/")[-1])
print(dir([])[-3:], [n for n in dir("") if n.startswith("is")][:4])
try:
    vars(5)
except TypeError as error:
    print(error)
try:
    delattr(child, "gone")
except AttributeError as error:
    print(error)
try:
    isinstance(5, "int")
except TypeError as error:
    print(error)
