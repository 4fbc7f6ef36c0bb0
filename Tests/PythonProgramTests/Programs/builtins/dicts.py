table = {"b": 2, "a": 1, 3: "three"}
print(table, len(table), table["a"], table.get("z"), table.get("z", 0), "a" in table, 3 in table)
table["c"] = 4
table["b"] = 20
print(list(table), list(table.values()), list(table.items())[:2])
print(table.pop("a"), table.pop("zz", None), table.setdefault("n", []), table.setdefault("b", 5))
table.update({"b": 0}, x=1)
print(table, table.popitem(), list(reversed(table)))
keys, items = table.keys(), table.items()
table["late"] = True
print(keys, "late" in keys, ("b", 0) in items, keys & {"b", "q"}, sorted({"b"} | {"z"}))
print({1: "a"} | {1: "b", 2: "c"}, dict([("k", 1)], m=2), dict(zip("ab", (1, 2))), dict.fromkeys([1, 2], "v"))
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: 1} != {1: 1.0}, {True: "yes", 1: "one"})
table.clear()
print(table, bool(table), {**{}, "k": {"n": {}}})
nested = {"list": [1], "self": None}
nested["self"] = nested
print(nested)
copy = nested.copy()
print(copy["list"] is nested["list"], copy["self"] is nested, list(copy.keys() - {"list"}))
table |= {"or": 1}
print(table, type(keys).__name__, type(items).__name__, iter(keys).__class__.__name__)
for action in (lambda: {}["x"], lambda: {}.popitem(), lambda: {[]: 1}, lambda: {} < {},
               lambda: dict(5), lambda: dict([1]), lambda: {}.pop(1), lambda: {1: 2}.keys()[0]):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
