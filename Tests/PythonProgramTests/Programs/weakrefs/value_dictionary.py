import weakref


class Item:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Item({self.name!r})"


cache = weakref.WeakValueDictionary()
kept = [Item(name) for name in "abc"]
for item in kept:
    cache[item.name] = item
del item
print(len(cache), sorted(cache), list(cache.values()))
print(cache["a"], cache.get("z"), "b" in cache)
kept.pop(1)
print(sorted(cache.items()) == [("a", kept[0]), ("c", kept[1])])
cache["temporary"] = Item("temporary")
print("temporary" in cache, len(cache))
try:
    cache["b"]
except KeyError as error:
    print("KeyError:", error)
print(cache.setdefault("a", Item("other")), cache.pop("c"))
kept.clear()
print(dict(cache))
