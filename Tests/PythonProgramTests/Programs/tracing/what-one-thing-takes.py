import gc
import tracemalloc


class Plain:
    def __init__(self):
        self.a = self.b = None


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = self.b = None


def measure(label, make, count=1000):
    kept = [None] * count
    make()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for index in range(count):
        kept[index] = make()
    after = tracemalloc.get_traced_memory()[0]
    print(label, round((after - before) / count))


tracemalloc.start()
for _ in range(100):
    Plain()
measure("plain instance", Plain)
measure("slotted instance", Slotted)
measure("empty list", list)
measure("list of one", lambda: [None])
measure("tuple of two", lambda: tuple([None, None]))
measure("empty dict", dict)
measure("dict of one text", lambda: {"a": None})
measure("dict of one number", lambda: {1: None})
measure("set of one", lambda: {1})
measure("float", lambda: float("1.5"))
measure("integer", lambda: int("1000"))
measure("text", lambda: "abc".upper() + "!")
measure("object", object)
measure("bytes", lambda: bytes(100))
measure("function", lambda: lambda: 0)
measure("nothing", lambda: None)
tracemalloc.stop()
