class Version:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        print("lt", self.number, other)
        return self.number < other.number if isinstance(other, Version) else NotImplemented

    def __le__(self, other):
        print("le", self.number, other)
        return NotImplemented

    def __eq__(self, other):
        print("eq", self.number, other)
        return NotImplemented

    def __repr__(self):
        return f"v{self.number}"


class Newer(Version):
    def __gt__(self, other):
        print("gt of subclass", self.number, other)
        return "answer"

    def __eq__(self, other):
        print("eq of subclass", self.number, other)
        return True


a, b, n = Version(1), Version(2), Newer(3)
print(a < b, a > b)
print(a < n)
print(a == n, n == a, a == b, a != b, a == a)
for attempt in lambda: a <= b, lambda: a >= 1, lambda: a < 1:
    try:
        print(attempt())
    except TypeError as error:
        print(error)
print(sorted([Version(3), Version(1), Version(2)]))
print(min([b, a]), max([a, b]))
print(a in [b, a], [a, b].index(b), [a] == [a])


class Weird:
    def __eq__(self, other):
        return "not a bool"

    def __ne__(self, other):
        return []


print(Weird() == 1, Weird() != 1, 1 == Weird(), not (Weird() != 1))
