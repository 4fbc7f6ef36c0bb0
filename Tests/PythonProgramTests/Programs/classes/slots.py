class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Named(Point):
    __slots__ = ("name",)


class Open(Point):
    pass


class WithDict:
    __slots__ = ("a", "__dict__")


p = Point(1, 2)
print(p.x, p.y, Point.__slots__, hasattr(p, "__dict__"), hasattr(p, "__weakref__"))
for attempt in lambda: setattr(p, "z", 3), lambda: p.z, lambda: vars(p), lambda: setattr(p, "__class__", Open):
    try:
        attempt()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
try:
    del p.x
except AttributeError as error:
    print(error)
n = Named(1, 2)
n.name = "n"
print(n.x, n.name, hasattr(n, "__dict__"))
o = Open(1, 2)
o.z = 3
print(vars(o), o.x)
w = WithDict()
w.a = 1
w.b = 2
print(vars(w), w.a)
print(type(Point.x).__name__, Point.x.__name__, Point.x.__get__(Point(5, 6)), repr(Point.x))
for bases, body in ((), {"__slots__": ("a",), "a": 1}), ((Point, WithDict), {}), ((), {"__slots__": ("1a",)}), \
        ((int,), {"__slots__": ("x",)}), ((tuple,), {"__slots__": ("x",)}), ((), {"__slots__": "single"}):
    try:
        print(type("Made", bases, body).__name__)
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
class Hidden:
    __slots__ = ("__private", "public")

    def __init__(self):
        self.__private = 1


print(Hidden.__slots__, [name for name in vars(Hidden) if "p" in name and not name.startswith("__")])
