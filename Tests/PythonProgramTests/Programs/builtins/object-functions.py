class Plain:
    """Doc."""
    attribute = 1

    def method(self):
        pass


p = Plain()
p.x = 1
print(type(p) is Plain, type(p).__name__, type(Plain).__name__, type(type).__name__, type(1), type(None), type(print), type(len).__name__, type(p.method), type(lambda: 0), type([].append))
print(isinstance(p, Plain), isinstance(p, object), isinstance(Plain, type), isinstance(1, (str, int)), isinstance(1, int | str), issubclass(bool, int), issubclass(Plain, object), isinstance([], (tuple, (list, set))))
print(hasattr(p, "x"), getattr(p, "y", None), vars(p), sorted(n for n in dir(p) if not n.startswith("__")), sorted(n for n in vars(Plain) if not n.startswith("__")))
print(callable(p), callable(Plain), callable(p.method), id(p) == id(p), id(p) != id(Plain()), repr(p).startswith("<__main__.Plain object at 0x"), repr(Plain), repr(Plain.method).startswith("<function Plain.method at 0x"))
print(repr(p.method).split(" of ")[0], repr(len), repr([].append).split(" of ")[0], repr(int), repr(type), repr(ValueError), repr(None), repr(NotImplemented), repr(...), repr(str.upper), repr(property), repr(object))
print(hash("a") == hash("a"), hash(p) == hash(p), hash(None) == hash(None), hex(0), hex(16), hex(-1), round(3.14159, 2), divmod(9, 4), divmod(-9, 4), divmod(9.5, 2))
print(dir([])[:3], "append" in dir(list), "__init__" in dir(5), len(dir(object)), dir(object)[0])
print(bool(), int(), float(), str(), list(), tuple(), dict(), set(), frozenset(), bytes(), object().__class__)


def inside(a, b=2):
    c = 3
    return sorted(vars()), sorted(dir())


print(inside(1))
print([n for n in dir() if not n.startswith("__")])
for attempt in lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: getattr(p, "zz"), lambda: vars(5), lambda: type(), lambda: type(1, 2), lambda: hash([]), lambda: hash({}), lambda: id(), lambda: setattr(p), lambda: delattr(p, "zz"), lambda: dir(1, 2), lambda: isinstance(1, "int"), lambda: callable(), lambda: repr(), lambda: int(p), lambda: bool(1, 2), lambda: object.missing, lambda: Plain.method(), lambda: p.method(1), lambda: super(int, "a"), lambda: hasattr(1, 2):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
