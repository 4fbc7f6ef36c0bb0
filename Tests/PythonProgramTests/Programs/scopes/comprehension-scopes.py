x = "outside"
print([x for x in range(3)], x)
print({x: y for x in "ab" for y in range(2)}, x)
print([[i * j for j in range(i)] for i in range(4)])
print([(i, j) for i in range(3) if i for j in range(i)])
functions = [lambda: i for i in range(3)]
print([function() for function in functions])


def make():
    base = 10
    return [lambda n=n: base + n for n in range(3)]


print([function() for function in make()])


class Table:
    size = 3
    cells = list(range(size))
    try:
        wrong = [size for _ in cells]
    except NameError as error:
        wrong = str(error)


print(Table.cells, Table.wrong)
rows = [[1, 2], [3], []]
print([cell for row in rows for cell in row], {len(row) for row in rows})
print(list(a + b for a in "xy" for b in "12" if (a, b) != ("x", "2")))
try:
    lazy = (1 / value for value in missing)
except NameError as error:
    print("the first source is evaluated at once:", error)
lazy = (missing for value in [1])
try:
    next(lazy)
except NameError as error:
    print("the rest when asked:", error)
