print(hash(0), hash(1), hash(-1), hash(-2), hash(True), hash(1.0), hash(0.5), hash(2 ** 61), hash(2 ** 61 - 1), hash(-(2 ** 61)))
print(hash(float("inf")), hash(-float("inf")), hash(10 ** 20), hash(1e20) == hash(10 ** 20), hash(()) == hash(tuple()))
print(hash(1j), hash((1, 2)) == hash((1.0, 2.0)), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash("") == hash(b""))


class Key:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __hash__(self):
        print("hash", self.name, end="; ")
        return self.value

    def __eq__(self, other):
        print(self.name, "==", other.name, end="; ")
        return self.name[0] == other.name[0]


a1, a2, b = Key("a1", 1), Key("a2", 1), Key("b", 1)
table = {a1: "first"}
print()
table[a2] = "second"
print()
table[b] = "third"
print()
print(len(table), [key.name for key in table], table[a1])
print(a2 in table, {a1, a2, b} and "set")
print(table.get(Key("c", 2)), table.pop(b))
print(hash(True) == hash(1), {1: "int", True: "bool", 1.0: "float"}, {(1, 2): "t"}[(1, 2.0)])
for bad in ([], {}, set(), bytearray(), ([],), slice(1), {1: 2}.keys()):
    try:
        print(type(bad).__name__, isinstance(hash(bad), int))
    except TypeError as error:
        print(error)
