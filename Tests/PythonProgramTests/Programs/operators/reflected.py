# Who is asked first: the left operand, unless the right one's class derives from the left one's.
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"{type(self).__name__}({self.cents})"


def reflect(name):
    def method(self, other):
        return f"{name} of {self!r} with {other!r}"

    setattr(Money, name, method)


for operator in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split():
    reflect(f"__r{operator}__")

money = Money(7)
print(1 + money, 2 - money, 3 * money, sep="\n")
print(1.5 / money, 2 // money, "text" @ money, sep="\n")
print(2 ** money, 2 << money, 2 >> money, sep="\n")
print(6 & money, 6 | money, 6 ^ money, sep="\n")
print(divmod(9, money))
print([1] + money if hasattr(money, "__radd__") else None)


class Base:
    def __add__(self, other):
        return "Base.__add__"

    def __radd__(self, other):
        return "Base.__radd__"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.__radd__"


print(Base() + Derived(), Derived() + Base(), Base() + Base(), sep=", ")


class Polite:
    def __add__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented


print(Polite() == Polite(), Polite() != Polite())
try:
    Polite() + 1
except TypeError as error:
    print(error)
