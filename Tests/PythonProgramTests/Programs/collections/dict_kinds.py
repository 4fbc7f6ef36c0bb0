from collections import OrderedDict, defaultdict

groups = defaultdict(list)
for word in ("apple", "avocado", "bean", "beet", "corn"):
    groups[word[0]].append(word)
print(groups, groups["z"], len(groups), groups.get("q"), "q" in groups)
counts = defaultdict(int, a=5)
counts["a"] += 1
counts["b"] -= 1
print(dict(counts), counts.default_factory, counts == {"a": 6, "b": -1})
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 2
print(nested["x"]["y"], list(nested), {k: dict(v) for k, v in nested.items()})
plain = defaultdict()
try:
    plain["missing"]
except KeyError as error:
    print("KeyError", error, plain)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
order = OrderedDict(a=1, b=2, c=3)
order.move_to_end("a")
order["b"] = 20
print(order, list(order), order.popitem(), order.popitem(last=False), order)
order.update(x=1, y=2)
order.move_to_end("y", last=False)
print(order, list(reversed(order)), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(OrderedDict([(1, "x")]) | {2: "y"}, OrderedDict(), repr(OrderedDict.fromkeys("ab")), isinstance(order, dict))
try:
    order.move_to_end("nope")
except KeyError as error:
    print("KeyError", error)
