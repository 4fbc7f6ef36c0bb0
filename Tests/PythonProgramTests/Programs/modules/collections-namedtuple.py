from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), *p, p._fields, p._asdict(), p._replace(x=9), Point._make([5, 6]))
x, y = p
print(x + y, hash(p) == hash((1, 2)), isinstance(p, tuple), p + (3,), type(p + (3,)).__name__, p < Point(1, 3), max(p))
Color = namedtuple("Color", "red, green blue", defaults=[0])
print(Color(1, 2), Color._field_defaults, Color.__doc__, Point.x.__doc__, Color.__name__, Color.__module__)
for attempt in lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(x=1, z=2), lambda: setattr(p, "x", 5), lambda: p.z, lambda: namedtuple("Bad", "a a"), lambda: namedtuple("Bad", "class"), lambda: namedtuple("Bad", "_x"), lambda: p._replace(q=1), lambda: setattr(p, "other", 1):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
print(namedtuple("Renamed", "a class a", rename=True)._fields)


class Sub(Point):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Sub(self.x + other.x, self.y + other.y)


print(Sub(3, 4).length, Sub(1, 2) + Sub(3, 4), hasattr(p, "__dict__"), hasattr(Sub(1, 2), "__dict__"))
rows = [Point(2, 1), Point(1, 5)]
print(sorted(rows), sorted(rows, key=lambda row: row.y), {p: "key"}[1, 2])
