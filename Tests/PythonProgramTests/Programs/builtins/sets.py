def show(group):
    return sorted(group, key=str)


a, b = {1, 2, 3, 4}, {3, 4, 5}
print(show(a | b), show(a & b), show(a - b), show(a ^ b), a > b, {3} < a, a >= a)
a.add(9); a.add(1); a.discard(77); a.remove(2)
print(show(a), len(a), 9 in a, a.isdisjoint({0}), {3}.issubset(a), a.issuperset([1, 3]))
a.update([7], "xy"); a -= {"x"}; a |= {0}; a &= {0, 1, 3, 7, "y"}; a ^= {1, 100}
print(show(a), show(a.union([5], [6])), show(a.intersection(range(5))), show(a.difference([0])))
print(set(), frozenset(), frozenset([1]), {1}, type({}).__name__, set("aab") == {"a", "b"})
print({1, 2} == frozenset([2, 1]), {frozenset([1]): "key"}[frozenset([1])], type(frozenset() | {1}).__name__)
print({0, 1, 2, 3}, {i * i for i in range(5)}, set(range(10, 0, -1)))
print(len({1, 1.0, True}), len({0.0, -0.0}), {"a"} | {"a"}, show({n % 3 for n in range(10)}))
copy = a.copy()
copy.clear()
print(copy, len(a), [1] in [[1]], {1}.pop())
for action in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1} + {2},
               lambda: {1} | [2], lambda: a[0], lambda: frozenset().add(1), lambda: set(5), lambda: hash({1})):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
