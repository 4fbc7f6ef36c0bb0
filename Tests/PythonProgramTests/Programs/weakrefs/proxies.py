import weakref


class Thing:
    def __init__(self):
        self.value = 1

    def method(self, x):
        return self.value + x

    def __add__(self, other):
        return "added"

    def __len__(self):
        return 7

    def __getitem__(self, key):
        return key

    def __call__(self):
        return "called"

    def __str__(self):
        return "thing"

    def __bool__(self):
        return False

    def __iter__(self):
        return iter([1, 2])

    def __eq__(self, other):
        return other == "equal"


t = Thing()
p = weakref.proxy(t)
print(p.value, p.method(2), p + 1, len(p), p["k"], str(p), bool(p), list(p), p == "equal", type(p).__name__, isinstance(p, Thing), p.__class__ is Thing)
p.value = 5
p.new = 6
print(t.value, t.new, weakref.proxy(t) is p, p(), callable(p), weakref.getweakrefcount(t))
del p.new
print(hasattr(t, "new"))
try:
    hash(p)
except TypeError as error:
    print(error)


class Plain:
    pass


plain = Plain()
q = weakref.proxy(plain, lambda proxy: print("callback"))
print(type(q).__name__, repr(q).startswith("<weakproxy at 0x"))
try:
    q()
except TypeError as error:
    print(error)
del plain
for attempt in lambda: q.x, lambda: str(q), lambda: setattr(q, "x", 1), lambda: bool(q), lambda: q + 1:
    try:
        attempt()
    except (ReferenceError, TypeError) as error:
        print(type(error).__name__, error)
print(isinstance(q, weakref.ProxyType), isinstance(p, weakref.CallableProxyType), weakref.ReferenceType is weakref.ref, len(weakref.ProxyTypes))
