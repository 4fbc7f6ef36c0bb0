s = {3, 1, 2}
s.add(5)
s.add(1)
s.update([7, 8], (9,))
s.discard(100)
s.remove(9)
print(sorted(s), len(s), 3 in s, 100 in s)
a, b = {1, 2, 3}, {2, 3, 4}
print(a & b, a | b, a - b, a ^ b, a.union([9], "x") == {1, 2, 3, 9, "x"}, a.intersection(b, [3]), a.difference([1]), a.symmetric_difference([1, 5]))
print(a <= b, a < a | b, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([7]), a == {3, 2, 1}, a == [1, 2, 3], {1} < {1, 2} < {1, 2, 3})
c = a.copy()
c &= b
print(c, c is a)
c |= {10}
c -= {2}
c ^= {3, 4}
print(sorted(c))
c.intersection_update([4, 10, 11])
c.difference_update([11])
c.symmetric_difference_update({4})
print(sorted(c), c.pop(), c, set(), frozenset(), frozenset([1]), {1, 1.0, True}, set("hello") == set("helo"))
f = frozenset("ab")
print(hash(f) == hash(frozenset("ba")), {f: 1}[frozenset("ab")], f | {"c"} == frozenset("abc"), type(f | {"c"}).__name__, type({"c"} | f).__name__, frozenset(f) is f)
print({frozenset([1]), frozenset([1])}, {1, 2} == frozenset([1, 2]), frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})
print({5, 3, 8, 1}, {100, 50, 25}, set(range(10, 0, -1)), {-1, -2, -3}, {2 ** 61, 7}, {0.5, 1.5})
print(set("abcdef"), {"one", "two", "three"}, {(1, 2), (3, 4)}, {None, True, "x", 2})
print({n % 3 for n in range(10)}, list({"b": 1, "a": 2}.keys() & {"a"}), sorted({"x", "y"} | {"z"}))
for attempt in lambda: {[]}, lambda: {1}.remove(2), lambda: set().pop(), lambda: {1} | [2], lambda: set(5), lambda: {1} < [2], lambda: frozenset([1]).add(2), lambda: set([1])[0], lambda: {1} + {2}, lambda: {{1}}, lambda: hash({1}), lambda: {1}.update(5):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
t = {1, 2, 3}
for value in list(t):
    t.discard(value)
print(t, bool(t))
