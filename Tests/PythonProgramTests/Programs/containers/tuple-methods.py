t = (1, 2, 2, 3)
print(t.count(2), t.index(3), t + (4,), t * 2, t[1:3], t[-1], len(t), 2 in t, (), (1,), ((1,),), t < (1, 3))
print(tuple("abc"), tuple([1]), tuple(range(3)), tuple({"a": 1}), tuple(t) is t, t[:] is t, (1, "a", None), hash((1, 2)) == hash((1, 2)))
a = (1, [2])
a[1].append(3)
print(a)
try:
    hash(a)
except TypeError as error:
    print(error)
for attempt in lambda: t.index(9), lambda: t[10], lambda: (1,) + [2], lambda: t["a"], lambda: tuple(5), lambda: ().index(1), lambda: t.__setitem__(0, 1), lambda: t < 5:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    t[0] = 9
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
print(sorted([(2, "a"), (1, "b"), (1, "a")]), max((1, 2), (1, 3)), {(1, 2): "key"}[1, 2], *t, sep=" | ")
print((1, 2) == (1.0, 2.0), [(i, j) for i, j in zip("ab", (1, 2))], tuple(x for x in ()))
print(repr((1,)), str(("a",)), (((), ()), ()), bool(()), bool((None,)))
