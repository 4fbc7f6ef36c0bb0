x = y = [1]
x += [2]
print(y, x is y)
t = (1, 2)
u = t
t += (3,)
print(u, t)
s = r = "a"
s += "b"
print(s, r)
data = {"n": [1]}
data["n"] += [2]
data["m"] = data.get("m", 0) + 1
print(data)
frozen = ([1],)
try:
    frozen[0] += [2]
except TypeError as error:
    print(error, frozen)


class Holder:
    limit = 10


h = Holder()
h.limit += 1
print(h.limit, Holder.limit, vars(h))
h.a, h.b = 1, 2
del h.a
print(vars(h))
count: int = 3
name: str
print(count, __annotations__)
try:
    name
except NameError as error:
    print(error)
numbers = list(range(5))
del numbers[0], numbers[-1]
print(numbers)
a = b = c = 0
del a, (b, c)
for known in "a", "b", "c":
    print(known in vars(), end=" ")
print()
n = 10
n -= 3
n *= 4
n //= 3
n **= 2
n %= 50
n <<= 2
n |= 1
n ^= 3
n &= 0xFF
n >>= 1
print(n)
f = 7
f /= 2
print(f)
