from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), isinstance(p, tuple), hash(p) == hash((1, 2)))
x, y = p
print(x, y, p._fields, p._asdict(), p._replace(x=10), Point._make([7, 8]), p + (3,))
Employee = namedtuple("Employee", "name title salary", defaults=["none", 0])
print(Employee("ada"), Employee("bob", salary=5), Employee._field_defaults, Employee.__name__)
print(sorted([Point(2, 1), Point(1, 5)]), max(Point(1, 1), Point(1, 2)), Point(1, 2) < Point(1, 3))


class Vector(namedtuple("VectorBase", "a b")):
    __slots__ = ()

    @property
    def length(self):
        return (self.a ** 2 + self.b ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.a + other.a, self.b + other.b)


v = Vector(3, 4)
print(v, v.length, v + v, type(v + v).__name__, hasattr(v, "__dict__"), Point.x.__doc__, Point.__doc__)
print(namedtuple("Odd", "a def a", rename=True)._fields, {p: "key"}[1, 2], f"{p.x:>3}|{p!r}")
for action in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: setattr(p, "x", 5), lambda: p.z,
               lambda: namedtuple("Bad", "a a"), lambda: namedtuple("Bad", "_x"), lambda: p._replace(q=1),
               lambda: namedtuple("Bad", "class"), lambda: Point._make([1])):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
