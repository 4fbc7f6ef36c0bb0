import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, "weakref gives", ref() is not None)


t = Thing("t")
ref = weakref.ref(t, lambda r: print("callback, reference gives", r()))
del t
t = Thing("first")
ref = weakref.ref(t)
notes = []
many = [weakref.ref(t, lambda r, n=n: notes.append(n)) for n in "abc"]
del t
print(notes)


class Parent:
    def __del__(self):
        print("del parent")


class Child:
    def __del__(self):
        print("del child")


p = Parent()
p.child = Child()
watch = weakref.ref(p, lambda r: print("parent's callback"))
watch_child = weakref.ref(p.child, lambda r: print("child's callback"))
del p


class Saved:
    def __del__(self):
        global saved
        saved = self
        print("saved again")


saved = None
s = Saved()
watch = weakref.ref(s, lambda r: print("callback of saved"))
del s
print(watch() is saved, type(saved).__name__)
saved = None
print("now really:", watch())


def remove(ref):
    print("removing", len(registry))
    registry.remove(ref)


registry = []
things = [Child() for _ in range(3)]
registry.extend(weakref.ref(thing, remove) for thing in things)
things.pop(1)
print(len(registry))
things.clear()
print(len(registry))
gc.collect()
x, y = Child(), Child()
x.y, y.x = y, x
wx = weakref.ref(x, lambda r: print("x's callback"))
del x, y
print("found", gc.collect())
