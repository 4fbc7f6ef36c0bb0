# Slots: ten thousand instances, with and without __slots__.

# --- Two classes
import gc
import sys
import tracemalloc
import weakref


class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


plain = Plain(3, 4)
slotted = Slotted(3, 4)
print("ordinary:", sys.getsizeof(plain))
print("with slots:", sys.getsizeof(slotted))

# --- Where a slot is
print(type(Slotted.x).__name__)
print(Slotted.x.__get__(slotted))
print("has a __dict__:", hasattr(Plain(3, 4), "__dict__"), hasattr(slotted, "__dict__"))


# --- Measuring
def traced(make, count):
    """How many bytes are allocated by making so many objects."""
    gc.collect()
    room = [None] * count
    tracemalloc.start()
    tracemalloc.get_traced_memory()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(count):
        room[number] = make(3, 4)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return after - before


print("one with slots:", traced(Slotted, 1))


# --- What a new class leaves free
class Fresh:
    def __init__(self, x, y):
        self.x = x
        self.y = y


print("one after the other:", [traced(Fresh, 1) for number in range(10)])
for number in range(30):
    Fresh(3, 4)
print("later:", [traced(Fresh, 1) for number in range(5)])

# --- Ten thousand of each
for number in range(30):
    Plain(3, 4)
late = Plain(3, 4)
count = 10_000
ordinary = traced(Plain, count)
slim = traced(Slotted, count)
print("ordinary:", round(ordinary / count), "bytes each, together about", round(ordinary / 1000), "kB")
print("with slots:", round(slim / count), "bytes each, together about", round(slim / 1000), "kB")

# --- Getsizeof sees no difference
plains = [Plain(3, 4) for number in range(count)]
slotteds = [Slotted(3, 4) for number in range(count)]
print("ordinary:", sum(sys.getsizeof(thing) for thing in plains))
print("with slots:", sum(sys.getsizeof(thing) for thing in slotteds))

# --- When somebody asks for the dicts
gc.collect()
tracemalloc.start()
for thing in plains:
    thing.__dict__
more = tracemalloc.get_traced_memory()[0]
tracemalloc.stop()
print("more for each:", round(more / count))


# --- Other ways to keep two values
def as_tuple(x, y):
    return (x, y)


def as_list(x, y):
    return [x, y]


def as_dict(x, y):
    return {"x": x, "y": y}


for make in (as_tuple, as_list, as_dict):
    print(make.__name__, round(traced(make, count) / count))

# --- What slots forbid
try:
    slotted.z = 5
except AttributeError as error:
    print("AttributeError:", error)
try:
    weakref.ref(slotted)
except TypeError as error:
    print("TypeError:", error)


class Referable:
    __slots__ = ("x", "__weakref__")


referable = Referable()
print("a weak reference:", weakref.ref(referable)() is referable)
print("one word more:", sys.getsizeof(Referable()), traced(lambda x, y: Referable(), 1))


# --- A subclass has to say it again
class Careless(Slotted):
    pass


class Careful(Slotted):
    __slots__ = ("z",)


careless = Careless(3, 4)
careless.anything = "goes"
print("without slots:", hasattr(careless, "__dict__"))
careful = Careful(3, 4)
careful.z = 5
print("with slots:", hasattr(careful, "__dict__"), sys.getsizeof(careful))

# --- An empty slot
empty = Referable()
try:
    print(empty.x)
except AttributeError as error:
    print("AttributeError:", error)
