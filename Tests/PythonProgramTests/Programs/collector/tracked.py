import gc


class Plain:
    pass


class Slotted:
    __slots__ = ("x",)


class Empty:
    __slots__ = ()


def function():
    yield


samples = {
    "int": 5, "str": "a", "float": 1.5, "None": None, "bytes": b"", "empty tuple": (), "list": [], "set": set(), "frozenset": frozenset([1]), "empty dict": {},
    "instance": Plain(), "slotted": Slotted(), "no slots": Empty(), "class": Plain, "function": function, "built-in": len, "generator": function(), "module": gc,
    "method": Plain().__init__, "bool": True, "range": range(3), "slice": slice(1), "object": object(), "code": function.__code__, "iterator": iter([]), "exception": ValueError(),
    "property": property(), "cell": (lambda: samples), "view": {}.keys(), "type": int,
}
for name, sample in samples.items():
    print(name, gc.is_tracked(sample))
one = 1
print("tuple of numbers:", gc.is_tracked((one, 2)), "tuple of list:", gc.is_tracked(([], 2)))
t = tuple([one, 2, 3])
print("before a collection:", gc.is_tracked(t))
gc.collect()
print("after:", gc.is_tracked(t))
d = {"a": 1}
print("dict of numbers:", gc.is_tracked(d))
d["b"] = "text"
print("and text:", gc.is_tracked(d))
d["c"] = []
print("with a list:", gc.is_tracked(d))
del d["c"]
gc.collect()
print("without it, after a collection:", gc.is_tracked(d))
print("comprehension:", gc.is_tracked({n: n for n in range(3)}), "copy:", gc.is_tracked({"a": 1}.copy()), "vars:", gc.is_tracked(vars(Plain())))
nested = ((1, 2), (3, (4,)))
gc.collect()
print("nested constants:", gc.is_tracked(nested))
print("is_finalized:", gc.is_finalized(Plain()), gc.is_finalized(5))
