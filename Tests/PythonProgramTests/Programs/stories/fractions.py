# Rational numbers: equal ones have equal hashes, also to integers and floats.
from math import gcd


class Ratio:
    __slots__ = ("top", "bottom")

    def __new__(cls, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"{cls.__name__}({top}, 0)")
        self = super().__new__(cls)
        shared = gcd(top, bottom) * (-1 if bottom < 0 else 1)
        self.top, self.bottom = top // shared, bottom // shared
        return self

    def __repr__(self):
        return f"{self.top}/{self.bottom}" if self.bottom != 1 else f"{self.top}"

    def _with(self, other, make):
        if isinstance(other, int):
            other = Ratio(other)
        return make(self, other) if isinstance(other, Ratio) else NotImplemented

    def __add__(self, other):
        return self._with(other, lambda a, b: Ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))

    def __mul__(self, other):
        return self._with(other, lambda a, b: Ratio(a.top * b.top, a.bottom * b.bottom))

    def __truediv__(self, other):
        return self._with(other, lambda a, b: Ratio(a.top * b.bottom, a.bottom * b.top))

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __neg__(self):
        return Ratio(-self.top, self.bottom)

    def __eq__(self, other):
        return self._with(other, lambda a, b: (a.top, a.bottom) == (b.top, b.bottom))

    def __lt__(self, other):
        return self._with(other, lambda a, b: a.top * b.bottom < b.top * a.bottom)

    def __hash__(self):
        return hash(self.top) if self.bottom == 1 else hash((self.top, self.bottom))

    def __float__(self):
        return self.top / self.bottom

    __radd__ = __add__
    __rmul__ = __mul__


half, third = Ratio(1, 2), Ratio(2, -6)
print(half, third, half + third, half - third, half * third, half / third, 1 + half, 1 - half, 4 * half)
print(Ratio(4, 2) == 2, 2 == Ratio(4, 2), half == 0.5, half != third, Ratio(3) in {3: "three"}, {half, Ratio(2, 4)})
print(sorted([half, third, Ratio(7, 3), Ratio(0)]), max(half, third), half > third, sum([half, third, half], Ratio(0)))
print(float(Ratio(1, 3)), f"{float(third):+.3f}")
total, term = Ratio(1), Ratio(1)
for number in range(1, 20):
    term = term / number
    total = total + term
print(total, float(total))
for wrong in (lambda: Ratio(1, 0), lambda: half / 0, lambda: half + "x", lambda: half < None, lambda: half >= third):
    try:
        print(wrong())
    except (ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
try:
    half.name = "half"
except AttributeError as error:
    print(error)
