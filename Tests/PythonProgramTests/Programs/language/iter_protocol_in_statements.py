class Steps:
    def __init__(self, *values):
        self.values = values

    def __iter__(self):
        print("[iter]", end=" ")
        for value in self.values:
            print(f"[{value}]", end=" ")
            yield value
        print("[end]", end=" ")


s = Steps(1, 2, 3)
for value in s:
    if value == 2:
        break
print("after break")
a, b, c = s
print(a, b, c)
first, *rest = s
print(first, rest)
print(2 in s)
print(9 in s)
print([*s, 0], (*s,), {*s} == {1, 2, 3})
print(max(s), sorted(s, reverse=True))
print(dict.fromkeys(s, "v"), list(zip(s, "ab")))
print((lambda *args: args)(*s, *s))
row = [0]
row += s
print(row)
row[:1] = s
print(row)
row.extend(Steps("x"))
print(row, ",".join(Steps("p", "q")))
try:
    a, b = s
except ValueError as error:
    print(error)
try:
    a, b, c, d = s
except ValueError as error:
    print(error)
print(any(Steps(0, 5, 6)), all(Steps(1, 0, 2)), next(iter(Steps("n"))))
for x, y in zip(Steps(1, 2), Steps(3)):
    print(x, y)
for i, s.attribute in enumerate("ab"):
    print(i, s.attribute)
for row[0] in Steps("t"):
    print(row[0])
