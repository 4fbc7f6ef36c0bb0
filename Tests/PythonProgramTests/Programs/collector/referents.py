import gc


class Plain:
    def __init__(self):
        self.one = [1]
        self.two = {"two": 2}


class Slotted:
    __slots__ = ("left", "right")


def kinds(*things):
    return sorted(type(thing).__name__ for thing in gc.get_referents(*things))


print("int", kinds(5))
print("list", gc.get_referents([1, "two", 3.0]))
print("tuple", kinds((1, "two", None)))
print("dict", kinds({"key": [1]}))
print("set", sorted(gc.get_referents({3, 4})))
print("instance", kinds(Plain()))
slotted = Slotted()
print("slots", kinds(slotted))
slotted.left = 1.5
print("slots", kinds(slotted))
print("bound method", kinds(Plain().__init__))
print("cell", kinds((lambda x: (lambda: x))(7).__closure__[0]))
print("two things", kinds([1], ["a"]))
print("iterator", kinds(iter([1])))
print("none", gc.get_referents())
