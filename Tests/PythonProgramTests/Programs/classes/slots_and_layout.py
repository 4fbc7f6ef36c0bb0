class Base:
    __slots__ = ("a",)


class Child(Base):
    __slots__ = ("b",)


class Open(Base):
    pass


class Other:
    __slots__ = ("c",)


child = Child()
child.a, child.b = 1, 2
print(child.a, child.b, Child.__slots__, hasattr(child, "__dict__"), Base.a.__get__(child), type(Base.a).__name__)
opened = Open()
opened.a, opened.free = 1, 2
print(vars(opened), opened.a)
for action in (lambda: setattr(child, "c", 1), lambda: child.__dict__, lambda: Base().a, lambda: delattr(Child(), "b"),
               lambda: type("Bad", (Base, Other), {}), lambda: type("Clash", (), {"__slots__": ("x",), "x": 1}),
               lambda: type("Wrong", (), {"__slots__": ("not a name",)}), lambda: type("Int", (int,), {"__slots__": ("x",)}),
               lambda: setattr(child, "__class__", Other), lambda: setattr(5, "__class__", str),
               lambda: type("Final", (bool,), {}), lambda: type("Twice", (Base, Base), {}), lambda: type("N", (5,), {})):
    try:
        print("no error", action())
    except (AttributeError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
del child.a
print(hasattr(child, "a"), child.b)


class Mixed:
    __slots__ = ["x", "__dict__"]

    def __init__(self):
        self.x, self.y = 1, 2


print(vars(Mixed()), Mixed().x, Mixed.__slots__)
