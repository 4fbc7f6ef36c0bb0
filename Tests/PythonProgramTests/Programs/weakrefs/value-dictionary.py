import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


d = weakref.WeakValueDictionary()
a, b = Thing("a"), Thing("b")
d["a"] = a
d["b"] = b
d["temporary"] = Thing("temporary")
print(len(d), sorted(d), "a" in d, "temporary" in d, d["a"] is a, d.get("x"), d.get("x", 1))
del a
print(len(d), list(d), list(d.values()), list(d.items()))
try:
    d["a"]
except KeyError as error:
    print(repr(error))
c = Thing("c")
d.update({"c": c, "c2": c})
print(sorted(d.keys()), d.pop("c2"), d.setdefault("c", b), d.setdefault("new", b), len(d))
print(sorted(d.valuerefs(), key=lambda ref: ref().name)[0]().name, d.pop("none", "default"), d.copy()["c"] is c)
for key, value in d.items():
    print(key, value)
del b, value
print(sorted(d))
cycle = Thing("cycle")
cycle.me = cycle
d["cycle"] = cycle
del cycle
print("cycle" in d, gc.collect() > 0, "cycle" in d)
try:
    d["number"] = 5
except TypeError as error:
    print(error)
iterating = weakref.WeakValueDictionary()
things = [Thing(str(n)) for n in range(4)]
for thing in things:
    iterating[thing.name] = thing
del thing
seen = []
for key in iterating:
    seen.append(key)
    if things:
        things.pop()
print(seen, list(iterating), len(iterating))
d.clear()
print(len(d), bool(d), repr(d).split(" at ")[0])


class Cache:
    made = 0

    def __init__(self):
        self.items = weakref.WeakValueDictionary()

    def get(self, name):
        item = self.items.get(name)
        if item is None:
            Cache.made += 1
            item = self.items[name] = Thing(name)
        return item


cache = Cache()
x = cache.get("x")
y = cache.get("x")
print(x is y, Cache.made)
del x, y
cache.get("x")
print(Cache.made, len(cache.items))
