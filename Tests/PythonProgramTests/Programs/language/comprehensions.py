print([x * x for x in range(6) if x % 2])
print({x % 3 for x in range(10)}, {x: x ** 2 for x in range(4)})
print([(a, b) for a in "ab" for b in (1, 2) if (a, b) != ("a", 2)])
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print(sum(x for x in range(10)), list(x for x in "abc"))
print([y for x in range(5) if (y := x * 2) > 3], y)
print({k: v for k, v in zip("abc", [1, 2, 3]) if v != 2})
print([x if x > 0 else -x for x in (-2, 3)], [*range(3), *"ab"])
print([f"{i}:{c}" for i, c in enumerate("xyz")])
x = "outer"
inner = [x for x in range(3)]
print(x, inner)


def first(n):
    return [n + k for k in range(n)]


print([first(n) for n in range(3)])


class Table:
    size = 3
    cells = [size_ for size_ in range(size)]


print(Table.cells, any(c > 1 for c in Table.cells), all(c for c in Table.cells))
print({**{"a": 1}, "b": 2, **{"a": 3}}, [*{"k": 1}], (*"ab", "c"))
print(list(map(lambda p: p[0] + p[1], [(1, 2), (3, 4)])), max((len(w), w) for w in ["aa", "b"]))
