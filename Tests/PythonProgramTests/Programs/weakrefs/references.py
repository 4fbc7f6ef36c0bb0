import gc
import sys
import weakref


class Thing:
    def __init__(self, name="thing"):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"


t = Thing()
base = sys.getrefcount(t)
r = weakref.ref(t)
print(r() is t, r() is r(), sys.getrefcount(t) - base, weakref.getweakrefcount(t), weakref.ref(t) is r, r == weakref.ref(t), type(r).__name__)
print(repr(r).split(" at ")[0], "'Thing'" in repr(r), hash(r) == hash(t))
with_callback = weakref.ref(t, lambda ref: print("callback", ref is with_callback, ref()))
print(with_callback is r, with_callback == r, weakref.getweakrefcount(t), weakref.getweakrefs(t)[0] is r, with_callback.__callback__ is not None, r.__callback__)
del t
print(r(), with_callback(), "dead" in repr(r), r == with_callback, r == r)
try:
    print(hash(with_callback))
except TypeError as error:
    print(error)
order = []
t = Thing()
refs = [weakref.ref(t, lambda ref, n=n: order.append(n)) for n in range(4)]
del refs[1]
del t
print(order)
for value in 1, "text", (), [], {}, None, object(), 1.5, b"", range(3):
    try:
        weakref.ref(value)
        print(type(value).__name__, "can")
    except TypeError as error:
        print(error)
for value in {1}, frozenset([1]), lambda: 0, Thing, len, (n for n in []), type("L", (list,), {})(), type("F", (float,), {})():
    print(type(value).__name__, weakref.ref(value)() is value)


class Slotted:
    __slots__ = ("x",)


class SlottedWeak:
    __slots__ = ("x", "__weakref__")


try:
    weakref.ref(Slotted())
except TypeError as error:
    print(error)
s = SlottedWeak()
print(weakref.ref(s)() is s, s.__weakref__ is weakref.ref(s))
print(weakref.ref(Thing())())


class KeyedRef(weakref.ref):
    def __init__(self, target, callback=None, key=None):
        super().__init__(target, callback)
        self.key = key

    def __new__(cls, target, callback=None, key=None):
        return super().__new__(cls, target, callback)


t = Thing()
k = KeyedRef(t, key=5)
print(k() is t, k.key, k is weakref.ref(t), k == weakref.ref(t), weakref.getweakrefcount(t))


def bad(ref):
    raise ValueError("in callback")


t.again = weakref.ref(t, bad)
keep = t.again
del t
print("after a callback that raises")
