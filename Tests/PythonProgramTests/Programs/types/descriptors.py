"""Methods taken from types, and `super`."""

import gc
import sys


def show(title, function):
    try:
        print(title, "->", repr(function()))
    except Exception as error:
        print(title, "->", type(error).__name__, error)


class C:
    pass


class Initialized:
    def __init__(self, x):
        self.x = x


class Made:
    def __new__(cls, x):
        return super().__new__(cls, x)


class MadePlainly:
    def __new__(cls, x):
        return object.__new__(cls)


class TooMuch:
    def __init__(self):
        super().__init__(1)


class X(Exception):
    pass


class Stack(list):
    def push(self, value):
        super().append(value)
        return self

    def __len__(self):
        return super().__len__() + 100

    def __getitem__(self, key):
        return ("item", super().__getitem__(key))

    def __repr__(self):
        return "Stack" + super().__repr__()


class Recorded:
    def __init__(self):
        self.names = []

    def __setattr__(self, name, value):
        if name != "names":
            self.names.append(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.names.append("del " + name)
        super().__delattr__(name)

    def __getattribute__(self, name):
        if name == "secret":
            return "found"
        if name == "missing":
            raise AttributeError("it is missing")
        return super().__getattribute__(name)


class WithFallback(Recorded):
    def __getattr__(self, name):
        return "fallback for " + name


class Number(int):
    def __add__(self, other):
        return Number(super().__add__(other) + 1)

    def __neg__(self):
        return super().__neg__() - 1000

    def __repr__(self):
        return "Number(" + super().__repr__() + ")"

    def __eq__(self, other):
        return super().__eq__(other)

    def __hash__(self):
        return super().__hash__()


class Text(str):
    def __str__(self):
        return "<" + super().__str__() + ">"

    def upper(self):
        return super().upper() + "!"

    def __mod__(self, other):
        return super().__mod__(other) + "?"


class Failure(Exception):
    def __init__(self, code, *rest):
        super().__init__("failed", code, *rest)
        self.code = code

    def __str__(self):
        return "Failure: " + super().__str__()


class Registered:
    names = []

    def __init_subclass__(cls, label="none", **keywords):
        super().__init_subclass__(**keywords)
        Registered.names.append((cls.__name__, label))


class First(Registered, label="one"):
    pass


class Second(First):
    pass


class Mapping(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)

    def __missing__(self, key):
        return "no " + str(key)


class Borrowed:
    shout = str.upper
    length = list.__len__
    __repr__ = object.__repr__
    __hash__ = object.__hash__


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))


class Diamond:
    def name(self):
        return "Diamond"


class Left(Diamond):
    def name(self):
        return "Left " + super().name()


class Right(Diamond):
    def name(self):
        return "Right " + super().name()


class Bottom(Left, Right):
    def name(self):
        return "Bottom " + super().name()

    @classmethod
    def make(cls):
        return cls

    @property
    def kind(self):
        return super().name


show("str.upper(1)", lambda: str.upper(1))
show("str.upper('a')", lambda: str.upper("a"))
show("str.upper()", lambda: str.upper())
show("list.append(1, 2)", lambda: list.append(1, 2))
show("list.append()", lambda: list.append())
show("list.append([], 1, 2)", lambda: list.append([], 1, 2))
show("dict.fromkeys", lambda: dict.fromkeys([1]))
show("dict.fromkeys of a derived class", lambda: type(Mapping.fromkeys([1])).__name__)
show("object.__init__(1, 2)", lambda: object.__init__(1, 2))
show("object.__new__()", lambda: object.__new__())
show("object.__new__(1)", lambda: object.__new__(1))
show("object.__new__(int)", lambda: object.__new__(int))
show("list.__new__(int)", lambda: list.__new__(int))
show("int.__new__(bool)", lambda: int.__new__(bool))
show("int.__new__(int, '3')", lambda: int.__new__(int, "3"))
show("str.__new__(C)", lambda: str.__new__(C))
show("tuple.__new__(tuple, [1])", lambda: tuple.__new__(tuple, [1]))
show("list.__new__(list, [1])", lambda: list.__new__(list, [1]))
show("dict.__new__(dict, a=1)", lambda: dict.__new__(dict, a=1))
show("Exception.__new__(X, 1)", lambda: Exception.__new__(X, 1))
show("int.__add__(1, 'a')", lambda: int.__add__(1, "a"))
show("int.__add__(1, 2.0)", lambda: int.__add__(1, 2.0))
show("int.__add__('a', 1)", lambda: int.__add__("a", 1))
show("int.__add__()", lambda: int.__add__())
show("int.__add__(1)", lambda: int.__add__(1))
show("int.__radd__(1, 2)", lambda: int.__radd__(1, 2))
show("int.__rsub__(1, 2)", lambda: int.__rsub__(1, 2))
show("int.__pow__(2, 3, 5)", lambda: int.__pow__(2, 3, 5))
show("float.__add__(1.0, 2)", lambda: float.__add__(1.0, 2))
show("list.__add__([1], 2)", lambda: list.__add__([1], 2))
show("list.__mul__([1], 2)", lambda: list.__mul__([1], 2))
show("list.__iadd__([1], (2,))", lambda: list.__iadd__([1], (2,)))
show("str.__mod__('%d', 3)", lambda: str.__mod__("%d", 3))
show("list.__len__([1])", lambda: list.__len__([1]))
show("list.__len__(3)", lambda: list.__len__(3))
show("list.__contains__([1], 1)", lambda: list.__contains__([1], 1))
show("list.__getitem__([])", lambda: list.__getitem__([]))
show("list.__init__([], 1, 2)", lambda: list.__init__([], 1, 2))
show("dict.__setitem__({}, 1)", lambda: dict.__setitem__({}, 1))
show("[].__len__(1)", lambda: [].__len__(1))
show("[].__len__(x=1)", lambda: [].__len__(x=1))
show("int.__neg__(3)", lambda: int.__neg__(3))
show("int.__bool__(0)", lambda: int.__bool__(0))
show("int.__index__(True)", lambda: int.__index__(True))
show("int.__float__(3)", lambda: int.__float__(3))
show("list.__eq__([1], [1])", lambda: list.__eq__([1], [1]))
show("list.__lt__([1], (1,))", lambda: list.__lt__([1], (1,)))
show("object.__eq__(1, 1)", lambda: object.__eq__(1, 1))
show("object.__eq__(1, 2)", lambda: object.__eq__(1, 2))
show("object.__ne__(1, 2)", lambda: object.__ne__(1, 2))
show("object.__str__(3)", lambda: object.__str__(3))
show("object.__repr__(3)", lambda: object.__repr__(3)[:15])
show("Exception.__str__", lambda: Exception.__str__(Exception(1, 2)))
show("Exception.__repr__", lambda: Exception.__repr__(X(1)))
show("object.__format__(3, '')", lambda: object.__format__(3, ""))
show("object.__format__(C(), 'x')", lambda: object.__format__(C(), "x"))
show("int.__format__(3, '>3')", lambda: int.__format__(3, ">3"))
show("object.__sizeof__(C())", lambda: object.__sizeof__(C()))
show("[].__sizeof__()", lambda: [].__sizeof__())
show("object.__getattribute__(3, 'real')", lambda: object.__getattribute__(3, "real"))
show("object.__getattribute__(3, 'nope')", lambda: object.__getattribute__(3, "nope"))
show("object.__delattr__(C(), 'x')", lambda: object.__delattr__(C(), "x"))
show("object.__setattr__(object(), 'a', 1)", lambda: object.__setattr__(object(), "a", 1))
show("object.__setattr__(object(), 'a')", lambda: object.__setattr__(object(), "a"))
show("object.__init_subclass__(a=1)", lambda: object.__init_subclass__(a=1))
show("C.__init_subclass__()", lambda: C.__init_subclass__())
show("C.mro()", lambda: C.mro())
show("C.__subclasses__()", lambda: C.__subclasses__())
show("Diamond.__subclasses__()", lambda: Diamond.__subclasses__())
show("C.__call__", lambda: type(C.__call__()).__name__)
show("type.__call__(C)", lambda: type(type.__call__(C)).__name__)
show("C.__init__", lambda: C.__init__)
show("C.__repr__", lambda: C.__repr__)
show("C.__new__ is object.__new__", lambda: C.__new__ is object.__new__)
show("list.__hash__", lambda: list.__hash__)
show("[].__hash__", lambda: [].__hash__)
show("str.__hash__('a') == hash('a')", lambda: str.__hash__("a") == hash("a"))
show("object.__hash__(C) == hash(C)", lambda: object.__hash__(C) == hash(C))
show("len.__call__([])", lambda: len.__call__([]))
show("a function's __call__", lambda: (lambda x: x + 1).__call__(1))
show("C(1)", lambda: C(1))
show("Initialized(1).y", lambda: Initialized(1).y)
show("Made(1)", lambda: Made(1))
show("MadePlainly(1)", lambda: type(MadePlainly(1)).__name__)
show("TooMuch()", lambda: TooMuch())
show("Exception(x=1)", lambda: Exception(x=1))
show("X(x=1)", lambda: X(x=1))
show("AttributeError(name='n')", lambda: AttributeError("m", name="n", obj=3).name)
show("ImportError(path='p')", lambda: ImportError("m", name="n", path="p").path)

show("str.upper is str.upper", lambda: str.upper is str.upper)
show("str.upper", lambda: str.upper)
show("list.append", lambda: list.append)
show("object.__init__", lambda: object.__init__)
show("dict.fromkeys", lambda: str(dict.fromkeys)[:45])
show("[].append", lambda: str([].append)[:43])
show("[].__len__", lambda: str([].__len__)[:45])
show("len", lambda: len)
show("names of a method descriptor", lambda: (str.upper.__name__, str.upper.__qualname__, str.upper.__objclass__))
show("names of a slot wrapper", lambda: (object.__init__.__name__, object.__init__.__qualname__))
show("names of a method wrapper", lambda: ([].__len__.__self__, [].__len__.__name__, [].__len__.__qualname__, [].__len__.__objclass__))
show("names of a bound method", lambda: ("a".join.__self__, "a".join.__name__, "a".join.__qualname__, "a".join.__module__))
show("name of a function", lambda: len.__name__)
show("no module", lambda: list.append.__module__)
show("__get__ of another class", lambda: str.upper.__get__(1))
show("__get__", lambda: str.join.__get__("a")(["x", "y"]))
show("__get__ of a class", lambda: str.join.__get__(None, str))
show("__get__ of nothing", lambda: str.join.__get__(None))
values = []
show("equal bound methods", lambda: (values.append == values.append, values.append is values.append, hash(values.append) == hash(values.append), values.__len__ == values.__len__, [].append == [].append))
for title, object_ in [
    ("str.upper", str.upper), ("object.__init__", object.__init__), ("[].__len__", [].__len__), ("[].append", [].append),
    ("super", super(bool, True)),
]:
    kind = type(object_)
    print(title, kind, sys.getsizeof(object_), kind.__basicsize__, hex(kind.__flags__), [type(part).__name__ for part in gc.get_referents(object_)])

show("super(C)", lambda: super(C))
show("super(C, C())", lambda: super(C, C()))
show("super()", lambda: super(1))
show("super(C, 1)", lambda: super(C, 1))
show("super(1, 2, 3)", lambda: super(1, 2, 3))
show("super(C, C()).nope", lambda: super(C, C()).nope)
show("super(bool, True).__repr__()", lambda: super(bool, True).__repr__())
show("super(bool, True).real", lambda: super(bool, True).real)
show("super(C, C()).__class__", lambda: super(C, C()).__class__)
show("super(C, C()).__thisclass__", lambda: super(C, C()).__thisclass__)
show("super(C, C()).__self_class__", lambda: super(C, C()).__self_class__)
show("super(Left, Bottom()).name()", lambda: super(Left, Bottom()).name())



class Kept(Left):
    def name(self):
        above = super()
        function = lambda: self
        return "Kept " + above.name() + " " + str(above) + " " + type(function()).__name__

    @classmethod
    def top(cls):
        return super().__init_subclass__()


def outside():
    return super()


show("super() of its own", lambda: Kept().name())
show("super() in a class method", lambda: Kept.top())
show("super() outside", outside)
stack = Stack([1])
show("a derived list", lambda: (stack.push(2), len(stack), stack[0], stack.__len__(), list.__len__(stack), str(stack)))
recorded = Recorded()
recorded.a = 1
recorded.b = 2
del recorded.a
show("recorded attributes", lambda: (recorded.names, recorded.secret, recorded.b))
show("a missing one", lambda: recorded.missing)
show("another missing one", lambda: recorded.a)
show("hasattr", lambda: (hasattr(recorded, "missing"), hasattr(recorded, "b"), getattr(recorded, "missing", 5)))
show("a fallback", lambda: (WithFallback().missing, WithFallback().secret, WithFallback().nothing))
show("a derived int", lambda: (Number(3) + 4, -Number(3), Number(3) == 3, hash(Number(3)), Number(3) - 1, {Number(3): 1}[3]))
show("a derived str", lambda: (str(Text("a")), Text("a").upper(), Text("%d") % 3, Text("a") + "b"))
show("a derived exception", lambda: (str(Failure(3, 4)), Failure(3).args, Failure(3).code, repr(Failure(3))))
show("derived classes", lambda: Registered.names)
mapping = Mapping(a=1)
mapping["b"] = 2
show("a derived dict", lambda: (mapping, mapping["a"], mapping["c"], mapping.get("c"), "c" in mapping, dict.__getitem__(mapping, "c")))
show("borrowed", lambda: Borrowed.shout("a"))
show("borrowed by an instance", lambda: Borrowed().shout())
show("borrowed representation", lambda: repr(Borrowed())[:32])
show("a derived tuple", lambda: (Pair(1, 2), Pair(1, 2)[1], type(Pair(1, 2)).__name__))
show("a diamond", lambda: (Bottom().name(), Bottom.make().__name__, Bottom().kind()))
show("getattr", lambda: getattr([], "append")(1))
show("hasattr of special methods", lambda: [hasattr(value, "__iter__") for value in ([], 1, "", {}, iter([]), C())])
show("hasattr __call__", lambda: [hasattr(value, "__call__") for value in (len, C, C(), show, [].append)])
show("map of a descriptor", lambda: list(map(str.upper, "abc")))
show("sorted by a descriptor", lambda: sorted(["b", "A", "c"], key=str.lower))
show("class getitem", lambda: Stack.__class_getitem__ is not None)


def numbers():
    try:
        got = yield 1
        while True:
            got = yield got
    except ValueError as error:
        yield "caught " + str(error)
    finally:
        pass
    return "done"


generator = numbers()
show("next", lambda: generator.__next__())
show("send", lambda: (generator.send(5), generator.send(6)))
show("throw", lambda: generator.throw(ValueError("bad")))
show("next at the end", lambda: next(generator))
show("next behind the end", lambda: generator.send(None))
show("send at the start", lambda: numbers().send(1))
show("throw another", lambda: numbers().throw(KeyError("k")))
show("throw nothing", lambda: numbers().throw(3))
show("close", lambda: (generator.close(), numbers().close()))
show("iter", lambda: iter(generator) is generator and generator.__iter__() is generator)
show("names", lambda: (generator.__name__, generator.__qualname__, generator.gi_running, generator.gi_frame, generator.gi_code.co_name))

for value in ([], object(), {}, "", 1, (), set(), 1.5, None, C(), len, iter([]), Exception(), generator, C, range(1)):
    print(type(value).__name__, dir(value))
