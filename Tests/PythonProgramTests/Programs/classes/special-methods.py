class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __repr__(self):
        return "Vector" + repr(self.parts)

    def __str__(self):
        return "<" + ", ".join(map(str, self.parts)) + ">"

    def __format__(self, spec):
        return f"formatted with {spec!r}"

    def __len__(self):
        return len(self.parts)

    def __getitem__(self, index):
        return self.parts[index]

    def __contains__(self, value):
        print("contains", value)
        return value in self.parts

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __bool__(self):
        return any(self.parts)

    def __call__(self, factor):
        return Vector(*[part * factor for part in self.parts])

    def __iter__(self):
        print("iterating")
        return iter(self.parts)

    def __reversed__(self):
        return "reversed!"

    def __int__(self):
        return 7

    def __index__(self):
        return 2

    def __float__(self):
        return 2.5

    def __round__(self, digits=None):
        return ("rounded", digits)


v = Vector(1, 2, 3)
print(v, repr(v), str(v), [v], f"{v}", f"{v:wide}", f"{v!r}", "%s %r" % (v, v))
print(len(v), v[0], v[1:], 2 in v, 9 not in v, v == Vector(1, 2, 3), v != Vector(1), v == 5)
print({v: 1}[Vector(1, 2, 3)], bool(Vector(0)), bool(v), v(10), list(v), [*v], reversed(v))
print(int(v), float(v), round(v), round(v, 2), "abcd"[v], [0] * v, hex(v), range(5)[v])
x, y, z = v
print(x, y, z, max(v), sum(v), sorted(v, reverse=True))


class OldStyle:
    """Goes round by __getitem__ alone."""

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError
        return index * 10


print(list(OldStyle()), 20 in OldStyle(), 5 in OldStyle())


class NoHash:
    def __eq__(self, other):
        return True


try:
    {NoHash()}
except TypeError as error:
    print(error)
print(NoHash.__hash__, NoHash() != 1)


class Bad:
    def __len__(self):
        return -1

    def __repr__(self):
        return 5

    def __str__(self):
        return "str of bad"

    def __hash__(self):
        return "x"

    def __iter__(self):
        return 1


for function in len, repr, str, hash, iter, list:
    try:
        print(function(Bad()))
    except (TypeError, ValueError) as error:
        print(function.__name__, type(error).__name__, error)
