a = b = c = 1
a, b = b + 1, a + 5
print(a, b, c)
first, *middle, last = range(6)
print(first, middle, last)
(x, (y, z)), w = (1, [2, 3]), "w"
print(x, y, z, w)
row = [0] * 5
row[1], row[2] = 7, 8
row[3:] = "abc"
row[::2] = ["even"] * 3
print(row)
i = 0
i, row[i] = 3, "index"
print(i, row)
row = [1, 2]
row += (3,)
row *= 2
print(row)
n = 10
n -= 3; n *= 2; n //= 4; n **= 3; n %= 10; n <<= 2; n |= 1; n ^= 3; n &= 0xE; n >>= 1
print(n)
t = (1, [2])
try:
    t[1] += [3]
except TypeError as error:
    print(error, t)
if (m := len(row)) > 3:
    print("walrus", m)
while (m := m - 1) > 3:
    print(m, end=" ")
print()
[p, q] = {"k1": 1, "k2": 2}
print(p, q)
number: int = 5
unset: str
print(number, "unset" in globals(), __annotations__)
del a, b
print("a" in globals(), c)
