from collections import OrderedDict, defaultdict

groups = defaultdict(list)
for word in ["apple", "avocado", "bean"]:
    groups[word[0]].append(word)
print(groups, groups["z"], len(groups), groups.get("q"), "q" in groups, groups.default_factory)
counts = defaultdict(int)
for letter in "hello":
    counts[letter] += 1
print(dict(counts), counts, defaultdict(None, {"a": 1}), defaultdict(lambda: "x")["any"])
try:
    defaultdict()["missing"]
except KeyError as error:
    print(repr(error))
try:
    defaultdict(5)
except TypeError as error:
    print(error)
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), groups.copy() == groups, type(groups.copy()).__name__, groups == dict(groups))
o = OrderedDict([("a", 1), ("b", 2)])
o["c"] = 3
o.move_to_end("a")
print(o, list(o), o.popitem(), o.popitem(last=False), o)
o["x"] = 1
o.move_to_end("x", last=False)
print(list(o.items()), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), list(reversed(o)))
o.update(z=1)
del o["x"]
o["x"] = "again"
print(o, o.pop("z"), o.setdefault("new", 0), len(o), o.copy(), OrderedDict())
for attempt in lambda: OrderedDict().popitem(), lambda: o.move_to_end("none"), lambda: o.pop("none"):
    try:
        print(attempt())
    except KeyError as error:
        print(repr(error))


class Counter(dict):
    def __missing__(self, key):
        return 0


c = Counter()
c["a"] += 1
print(c, c["zero"], c)
