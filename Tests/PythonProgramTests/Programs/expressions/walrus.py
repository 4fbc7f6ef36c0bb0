values = [3, 8, 1, 9, 4]
print([square for value in values if (square := value * value) > 10], square)
if (count := len(values)) > 3:
    print("many:", count)
lines = iter(["one", "two", "", "three"])
while line := next(lines):
    print(line)
print((n := 5) + n, n)


def inside():
    total = 0
    sums = [total := total + value for value in values]
    return sums, total


print(inside())
print(any((hit := value) > 8 for value in values), hit)
print([y := 1, y ** 2, (z := y + 1)], z)
print(f"{(w := 7)} {w!r:>3}")
