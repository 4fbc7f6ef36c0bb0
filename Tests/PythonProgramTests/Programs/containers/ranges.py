r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:4], r[::-1], 5 in r, 6 in r, r.index(8), r.count(8), r.start, r.stop, r.step)
print(range(0) == range(5, 5), range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)), list(range(5, 0, -2)), list(range(3, 3)), bool(range(0)))
print(range(10 ** 20)[10 ** 19], len(range(0, 10 ** 18, 7)), 10 ** 19 in range(10 ** 20), max(range(5)), sum(range(101)), list(reversed(range(3))))
for attempt in lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.5), lambda: range(3)[5], lambda: range(3).index(9), lambda: range(), lambda: len(range(10 ** 30)), lambda: range(3) + range(2):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
i = iter(range(3))
print(next(i), list(i), next(i, "done"), type(i).__name__, type(iter([])).__name__, type(iter({})).__name__, type(iter("")).__name__, type(iter(())).__name__, type(iter(set())).__name__)
