class Money:
    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount == other.amount

    def __hash__(self):
        return hash(self.amount)

    def __repr__(self):
        return f"Money({self.amount})"


class Unhashable:
    def __eq__(self, other):
        return True


a, b = Money(3), Money(3)
print(a == b, a is b, a != b, a == 3, a != 3)
print({a, b}, {a: 1, b: 2}, [a, Money(4)].index(b))
print(1 == 1.0 == True, {1: "a", 1.0: "b", True: "c"})
print((1, 2) == [1, 2], [1, 2] == [1.0, 2.0], "1" == 1)
print({1, 2} == {2, 1}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
print(Unhashable() == object(), object() == Unhashable(), Unhashable.__hash__)
try:
    hash(Unhashable())
except TypeError as error:
    print(error)
try:
    {[]: 1}
except TypeError as error:
    print(error)
print(0.1 + 0.2 == 0.3, 2**53 == float(2**53), 2**53 + 1 == float(2**53 + 1))
