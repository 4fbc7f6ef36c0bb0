print(list(enumerate("abc")), list(enumerate(["x"], start=10)), list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as error:
    print(error)
print(list(map(str, [1, 2])), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1, ""])), list(filter(str.isdigit, "a1b2")))
print(sorted("bca"), sorted([3, 1], reverse=True), sorted({"b": 1, "a": 2}), sorted([[2], [1, 5]]), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
print(sum([1, 2, 3]), sum([1.5, 2]), sum([], 5), sum((n for n in range(4)), start=10), min(3, 1, 2), max([4, 9]), min("b", "a"), min([], default="none"), max("apple", "fig", key=len), min([3, -4], key=abs), max([1, 1.0, True]))
print(any([0, "x"]), all([1, ""]), any([]), all([]), abs(-5), abs(2.5), len("abc"), len({1: 2}), len(range(7)))
it = iter([1, 2])
print(next(it), next(it), next(it, "default"), iter(it) is it)
try:
    next(it)
except StopIteration as error:
    print("stop", error.args)
counter = iter([1, 2, 3, 0, 9])
print(list(iter(lambda: next(counter), 0)), list(counter))
print([type(x).__name__ for x in (enumerate([]), zip(), map(str, []), filter(None, []), reversed([]), iter(lambda: 0, 1), range(1))])
for attempt in lambda: zip(5), lambda: map(str), lambda: filter(1), lambda: list(filter(5, [1])), lambda: enumerate(), lambda: enumerate(5), lambda: reversed({1}), lambda: reversed(5), lambda: next(5), lambda: iter(), lambda: sum("ab"), lambda: sum([b""], b""), lambda: min(), lambda: min(5), lambda: max([]), lambda: max([1, "a"]), lambda: sorted([1, None]), lambda: len(iter([])), lambda: any(1), lambda: all(None), lambda: list(map(lambda a, b: 0, [1])), lambda: iter(1, 2), lambda: min(1, 2, default=3):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
