people = [("bob", 25, 1.8), ("ada", 36, 1.6), ("cy", 25, 1.7), ("Dee", 36, 1.9)]
print(sorted(people))
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: (-p[1], p[0].lower())))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(max(people, key=lambda p: p[2]), min(people, key=lambda p: len(p[0])))
print(sorted("the Quick brown Fox".split()), sorted("the Quick brown Fox".split(), key=str.lower))
print(sorted([True, 0, 2.5, -1]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({3, 1, 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))


class Traced:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Traced.compared += 1
        return self.n < other.n

    def __repr__(self):
        return str(self.n)


row = [Traced(n) for n in (4, 2, 7, 1, 5)]
print(sorted(row), Traced.compared > 4, max(row) if hasattr(Traced, "__gt__") else "", row)
row.sort(reverse=True)
print(row, [t.n for t in sorted(row, key=lambda t: t.n % 3)])
keyed = []
print(sorted([3, 1, 2], key=lambda n: keyed.append(n) or n), keyed)
numbers = [3, 1, 2]
print(numbers.sort(), numbers, list(reversed(numbers)), sorted(numbers, reverse=True)[0])
changing = [3, 2, 1]
try:
    changing.sort(key=lambda n: changing.append(n) or n)
except ValueError as error:
    print(error)
for bad in ([1, "a"], [None, 1], [[1], ["a"]], [1j, 2j], [{}, {}]):
    try:
        sorted(bad)
    except TypeError as error:
        print(error)
