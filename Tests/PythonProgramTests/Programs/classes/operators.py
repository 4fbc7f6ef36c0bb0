class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"<{self.x} {self.y}>"

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(self.x + other.x, self.y + other.y)
        return NotImplemented

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __neg__(self):
        return self * -1

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __abs__(self):
        return (self @ self) ** 0.5

    def __iadd__(self, other):
        self.x += other.x
        return self


a, b = Vector(1, 2), Vector(3, 4)
print(a + b, a * 2, 2 * a, -a, a @ b, abs(b), sum([a, b]))
c = a
c += b
print(a, c is a)
for action in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a < b, lambda: ~a, lambda: a[0]):
    try:
        action()
    except TypeError as error:
        print(error)
