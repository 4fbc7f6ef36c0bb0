class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Indexed:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 10


print(list(Countdown(3)), list(Indexed()), 20 in Indexed(), max(Countdown(5)), sum(Indexed()))
it = iter([1, 2])
print(next(it), next(it), next(it, "none"), list(it))
lines = iter(["a", "b", "stop", "c"])
print(list(iter(lambda: next(lines), "stop")), next(lines))
print(list(zip([1, 2, 3], "ab")), list(zip()), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "x"])))
print(list(enumerate("ab", 5)), list(reversed("abc")), list(filter(lambda n: n > 1, [1, 2, 3])))
print(any([]), all([]), any([0, "x"]), all([1, 0]), sum([[1], [2]], []), sum([0.1] * 10))
print(min("b", "a"), max([1, 2], [1, 3]), min([], default="d"), max("aa", "b", key=len), min({3: "x", 2: "y"}))
print(sorted({"b": 1, "a": 2}), sorted([3, 1], key=lambda n: -n), list(map(str, range(3))), *"xyz", sep="|")
a = iter("abcd")
print(list(zip(a, a)), [x for x in zip("ab", "cd", "ef")], dict(enumerate("ab")))
for action in (lambda: iter(5), lambda: next([]), lambda: list(zip([1], [1, 2], strict=True)),
               lambda: min([]), lambda: sum(["a"]), lambda: reversed({1}), lambda: next(iter([])),
               lambda: list(map(1, [2])), lambda: enumerate(), lambda: sorted([1, None])):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
