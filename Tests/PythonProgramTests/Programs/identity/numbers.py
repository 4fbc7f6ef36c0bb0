a, b = 256, 256
print(a is b)
c = int("256")
print(a is c)
d, e = int("257"), int("257")
print(d is e, d == e)
print(int("-5") is int("-5"), int("-6") is int("-6"))
m = 256
x = 257
y = 257
print(x is y)


def constant():
    return 257


def other():
    return 257


print(constant() is constant(), constant() is other(), constant() is x)
folded = 100 + 157
print(x is m + int("1"), folded is x)
f, g = 1.5, 1.5
print(f is g, f is float("1.5"), float("0") is float("0"))
for n in range(255, 259):
    print(n, n is int(str(n)))
total = 0
for _ in range(256):
    total += 1
print(total is a, (total + 1) is x)
print(len("a" * 256) is a, len("a" * 257) is x, abs(-256) is a, hash(256) is a, round(256.2) is a, True is (1 == 1), bool(5) is True, int(True) is int("1"))
big = 10 ** 30
same = 10 ** 30
print(big is same, big == same, big + 0 is big, big * 1 is big)
t = (1, 2.5, "x")
u = (1, 2.5, "x")
joined = (1, 2.5) + ("x",)
print(t is u, t is tuple(t), t is joined, tuple([]) is tuple(()))
print(id([]) != 0, None is None, NotImplemented is NotImplemented, ... is Ellipsis)
print(id(1) == id(1), id(x) == id(y), id(object()) == id(object()), id(d) == id(e))
