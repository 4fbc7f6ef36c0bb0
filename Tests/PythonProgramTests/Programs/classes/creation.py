class Single:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        print("init", args)


print(Single(1) is Single(2))


class Other:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never called")


print(Other())


class Inches(float):
    def __new__(cls, text):
        return super().__new__(cls, text.rstrip('"'))

    def __repr__(self):
        return f"{float(self)} inches"


length = Inches('2.5"')
print(length, length + 1, type(length + 1).__name__, length == 2.5, hash(length) == hash(2.5))


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (a, b))

    first = property(lambda self: self[0])


print(Pair(1, 2), Pair(1, 2).first, Pair(1, 2) == (1, 2), len(Pair(3, 4)), type(Pair(1, 2)[:]).__name__)


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __getitem__(self, index):
        return "item " + str(super().__getitem__(index))


s = Stack([1]).push(2)
print(s, s[0], [*s], len(s), isinstance(s, list), s == [1, 2], type(s + [1]).__name__)


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        return key * 2


d = Default(a=1)
print(d["a"], d["zz"], d.get("zz"), "zz" in d)


class Text(str):
    def __str__(self):
        return "the text"


print(Text("abc"), Text("abc").upper(), f"{Text('abc')}", "abc" == Text("abc"), type(str(Text("x"))).__name__)
for attempt in lambda: object(1), lambda: type("X", (), {})(1), lambda: int.__new__(str), lambda: object.__new__(5), \
        lambda: Inches(), lambda: type("Y", (), {"__init__": lambda self: 5})():
    try:
        attempt()
    except TypeError as error:
        print(error)
Made = type("Made", (Single,), {"extra": 1, "shout": lambda self: "!" * self.extra})
print(Made.__name__, Made.extra, Made.__mro__[1].__name__, Made.__module__)
