# Methods that other functions ask for: numbers, lengths, directories, bytes.
import math


class Length:
    def __init__(self, metres):
        self.metres = metres

    def __int__(self):
        return int(self.metres)

    def __float__(self):
        return float(self.metres)

    def __index__(self):
        return int(self.metres)

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __round__(self, digits=None):
        return f"round to {digits}"

    def __bool__(self):
        return self.metres > 0

    def __abs__(self):
        return abs(self.metres)

    def __bytes__(self):
        return b"length"

    def __dir__(self):
        return ["one", "another"]

    def __format__(self, spec):
        return f"<{spec}>"


length = Length(2.5)
print(int(length), float(length), [10, 20, 30][length], hex(length))
print(math.trunc(length), math.floor(length), math.ceil(length))
print(round(length), round(length, 2))
print(bool(length), bool(Length(-1)), not length, abs(Length(-3)))
print(bytes(length), dir(length))
print(f"{length:wide}", f"{length}", format(length, "x"))
print(range(10)[length], "abc" * length)
for wrong in (lambda: int(object()), lambda: [1][1.0], lambda: "a" * 1.5, lambda: hex("x"), lambda: abs("x")):
    try:
        wrong()
    except TypeError as error:
        print(error)
