import gc


class Plain:
    pass


class Slotted:
    __slots__ = ("a",)


class Empty:
    __slots__ = ()


print("int", gc.is_tracked(5), gc.is_tracked(2.5))
print("str", gc.is_tracked("text"), gc.is_tracked(b"bytes"))
print("None", gc.is_tracked(None))
print("list", gc.is_tracked([]), gc.is_tracked([1]))
print("dict", gc.is_tracked({}), gc.is_tracked({"a": 1}), gc.is_tracked({"a": []}))
print("set", gc.is_tracked(set()), gc.is_tracked(frozenset([1])))
print("tuple", gc.is_tracked(()), gc.is_tracked(tuple([[]])))
print("instance", gc.is_tracked(Plain()), gc.is_tracked(Slotted()), gc.is_tracked(Empty()))
print("class", gc.is_tracked(Plain), gc.is_tracked(lambda: 0))
print("generator", gc.is_tracked(x for x in []))
print("method", gc.is_tracked(Plain().__init__), gc.is_tracked([].append))
table = {}
table["n"] = 1
print("grown", gc.is_tracked(table))
table["n"] = table
print("changed", gc.is_tracked(table))
pair = tuple([1, "two"])
print("before", gc.is_tracked(pair))
gc.collect()
print("after", gc.is_tracked(pair))
