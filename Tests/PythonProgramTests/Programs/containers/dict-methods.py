d = {"a": 1, "b": 2}
d["c"] = 3
print(d, len(d), "a" in d, 1 in d, d.get("x"), d.get("x", 0), d["b"], list(d), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", "none"), d.popitem(), d, d.setdefault("b", 9), d.setdefault("n", []), d)
d.update({"b": 5}, k=6)
d.update([("p", 1), ("q", 2)])
print(d, d | {"z": 0}, {"z": 0} | {"z": 1})
d |= {"b": "changed"}
print(d, d.copy() == d, d.copy() is d)
del d["b"]
d["b"] = "at the end now"
d["k"] = "in its old place"
print(d, list(reversed(d)), list(reversed(d.items()))[0])
print(dict(a=1), dict([(1, 2)]), dict({"x": 1}, y=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], "v"), {})
keys, values, items = d.keys(), d.values(), d.items()
d["new"] = None
print(keys, len(values), ("new", None) in items, keys & {"new", "x"}, keys - {"new"} == set(d) - {"new"}, type(keys).__name__, values)
print({1: "int", 1.0: "float", True: "bool"}, {None: 0, (1, 2): 3, "": 4, 0: 5, False: 6})
print({n: n * n for n in range(4)}, {v: k for k, v in {"a": 1}.items()}, {"a": 1, **{"b": 2}, "a": 3})
for attempt in lambda: {}["k"], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict(5), lambda: dict([1]), lambda: dict(["abc"]), lambda: {1: 2} < {}, lambda: {}.update(5), \
        lambda: {} + {}, lambda: {}.get(), lambda: {}[[]], lambda: {}.__delitem__("q"), lambda: dict.fromkeys(5), lambda: {1: 1} | [(1, 2)]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
d.clear()
print(d, keys, bool(d), {} == d)


class Key:
    def __init__(self, name, number):
        self.name, self.number = name, number

    def __hash__(self):
        print("hash", self.name)
        return self.number

    def __eq__(self, other):
        print("eq", self.name, other.name)
        return self.name[0] == other.name[0]


table = {Key("a1", 1): "first"}
table[Key("a2", 1)] = "second"
table[Key("b1", 1)] = "third"
print(len(table), [key.name for key in table], table[Key("b2", 1)])
