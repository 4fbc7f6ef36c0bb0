import functools
import sys

count = sys.getrefcount


class Thing:
    def method(self):
        return count(self)

    @property
    def own(self):
        return count(self)

    @classmethod
    def of_class(cls):
        pass

    def __call__(self):
        return count(self)

    def __len__(self):
        return count(self)

    def __getitem__(self, key):
        return count(self)

    def __add__(self, other):
        return count(self), count(other)


t = Thing()
base = count(t)
print("base", base, "method:", t.method(), "property:", t.own, "call:", t(), "len:", len(t), "item:", t[0], "add:", t + t, "via class:", Thing.method(t))
bound = t.method
print("bound method:", count(t) - base, bound())
again = t.method
print("two bound methods:", count(t) - base)
del bound, again
print("gone:", count(t) - base)


def closure(value):
    def inner():
        return count(value)

    return inner


c = closure(t)
print("closure:", count(t) - base, c(), count(c.__closure__[0]), count(c))
d = closure(t)
print("two closures:", count(t) - base)
cell = c.__closure__[0]
del c
print("the cell alone:", count(t) - base)
cell.cell_contents = None
del d
print("emptied:", count(t) - base)
p = functools.partial(print, t, key=t)
print("partial:", count(t) - base)
p = None


def with_default(x=t, *, y=t):
    pass


print("defaults:", count(t) - base)
del with_default
lam = lambda x=t: x
print("lambda's default:", count(t) - base)
del lam


def outer():
    x = Thing()
    before = count(x)

    def reads():
        return x

    after = count(x)
    del reads
    return before, after, count(x)


print("captured:", outer())


def changed():
    x = Thing()

    def replace():
        nonlocal x
        old = x
        x = None
        return count(old)

    return replace()


print("replaced:", changed())
print("class:", count(Thing) - count(Thing), type(count(Thing)).__name__)
before = count(Thing)
many = [Thing() for _ in range(10)]
print("ten instances:", count(Thing) - before)
subclass = type("Sub", (Thing,), {})
print("a subclass:", count(Thing) - before - 10)
del many
print("without instances:", count(Thing) - before)


@functools.lru_cache
def cached(x):
    return x


cached(t)
print("cached as key and result:", count(t) - base)
cached.cache_clear()
print("cleared:", count(t) - base)
s = super(Thing, t)
print("super:", count(t) - base)
del s
sm = staticmethod(t)
print("staticmethod:", count(t) - base)
