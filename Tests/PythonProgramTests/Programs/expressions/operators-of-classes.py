# Every binary operator, its reflected and its augmented form.
class Sum:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __add__(self, other):
        if isinstance(other, (Sum, int)):
            return Sum(f"({self}+{other})")
        return NotImplemented

    def __radd__(self, other):
        return Sum(f"r({other}+{self})")

    def __iadd__(self, other):
        self.text += f" += {other}"
        return self

    def __sub__(self, other):
        return Sum(f"({self}-{other})")

    def __mul__(self, other):
        return Sum(f"({self}*{other})")

    def __rmul__(self, other):
        return Sum(f"r({other}*{self})")

    def __matmul__(self, other):
        return Sum(f"({self}@{other})")

    def __truediv__(self, other):
        return Sum(f"({self}/{other})")

    def __floordiv__(self, other):
        return Sum(f"({self}//{other})")

    def __mod__(self, other):
        return Sum(f"({self}%{other})")

    def __rmod__(self, other):
        return Sum(f"r({other}%{self})")

    def __divmod__(self, other):
        return f"divmod {self} {other}"

    def __pow__(self, other):
        return Sum(f"({self}**{other})")

    def __lshift__(self, other):
        return Sum(f"({self}<<{other})")

    def __rshift__(self, other):
        return Sum(f"({self}>>{other})")

    def __and__(self, other):
        return Sum(f"({self}&{other})")

    def __or__(self, other):
        return Sum(f"({self}|{other})")

    def __xor__(self, other):
        return Sum(f"({self}^{other})")

    def __neg__(self):
        return Sum(f"(-{self})")

    def __pos__(self):
        return Sum(f"(+{self})")

    def __invert__(self):
        return Sum(f"(~{self})")

    def __abs__(self):
        return f"abs {self}"


a, b = Sum("a"), Sum("b")
print(a + b, a + 1, 1 + a, a - 1, a * 2, 2 * a, a @ b, a / b, a // b, a % b, a ** b)
print(a << 1, a >> 1, a & b, a | b, a ^ b, -a, +a, ~a, abs(a), divmod(a, b))
c = a
a += 5
print(a, c is a)
a -= 1
print(a, c is a)
try:
    print(a + "text")
except TypeError as error:
    print(error)
try:
    print(1 - b)
except TypeError as error:
    print(error)
