for values in ([1], [1, 2, 3], 5, "ab"):
    try:
        a, b = values
        print(a, b)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    first, *rest, last = [1]
except ValueError as error:
    print(error)
try:
    (a, b), c = [(1, 2, 3), 4]
except ValueError as error:
    print(error)
for index, (name, size) in enumerate([("a", 1), ("b",)]):
    print(index, name, size)
