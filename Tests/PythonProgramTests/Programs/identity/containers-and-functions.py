class Thing:
    def method(self):
        pass

    @staticmethod
    def static():
        pass


t = Thing()
print(t.method is t.method, t.method == t.method, Thing.method is Thing.method, Thing.static is Thing.static, t.static is Thing.static)
print(t.__dict__ is t.__dict__, vars(t) is t.__dict__, Thing.__dict__ is Thing.__dict__, Thing.__dict__ == Thing.__dict__, type(t) is t.__class__)


def constants():
    return (1, "two", 3.0), frozenset([1]), [1], "text"


first, second = constants(), constants()
print([a is b for a, b in zip(first, second)])


def make():
    def inner():
        return (1, 2)
    return inner


f, g = make(), make()
print(f is g, f.__code__ is g.__code__, f() is g(), f.__defaults__ is None, f.__closure__ is None, f.__globals__ is g.__globals__)
listed = [1, 2]
print(listed is list(listed), listed == list(listed), listed[:] is listed, tuple(listed) is tuple(listed), sorted(listed) is listed)
pair = (1, listed)
print(pair[:] is pair, tuple(pair) is pair, pair + () is pair, pair * 1 is pair, (pair + ())[1] is listed)
d = {}
e = d
d["k"] = d
print(e["k"] is d, d.copy() is d, d.keys() is d.keys(), dict(d) is d, dict(d)["k"] is d)
fs = frozenset([1, 2])
print(frozenset(fs) is fs, fs.copy() is fs, fs | set() is fs, frozenset() is frozenset(), set(fs) is fs)
print(iter(listed) is iter(listed), (i := iter(listed)) is iter(i), range(3) is range(3), range(3) == range(3))
rows = [[]] * 3
rows[0].append(1)
print(rows, rows[0] is rows[2], [[] for _ in range(2)][0] is [[] for _ in range(2)][1])
x = y = []
x += [1]
print(x is y)
x = x + [2]
print(x is y, y)
s = "a"
r = s
s += "b"
print(s is r, r)
n = 1000
m = n
n += 0
print(n is m, n + 0 is n, n * 1 is n, n // 1 is n, -(-n) is n, int(n) is n, abs(n) is n, round(n) is n)
print(True is True, (not 0) is True, (1 == 1) is True, bool([1]) is True, (None or None) is None, print is print, type is type(type), int is type(5))


class Same:
    def __new__(cls):
        return cls.only


Same.only = object.__new__(Same)
print(Same() is Same())
z = float("2.5")
print(z is float(z), +z is z, z + 0 is z, float("nan") is float("nan"))
