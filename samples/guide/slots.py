"""Instances with slots against ordinary ones, ten thousand of each."""

# --- Two classes
import sys


class Ordinary:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


ordinary, slotted = Ordinary(1, 2), Slotted(1, 2)
print(sys.getsizeof(ordinary), sys.getsizeof(slotted))
print(hasattr(ordinary, "__dict__"), hasattr(slotted, "__dict__"))

# --- Where a slot is
print(type(Slotted.x).__name__, Slotted.x.__get__(slotted), slotted.y)
try:
    slotted.z = 3
except AttributeError as error:
    print(error)

# --- Ten thousand of each
import gc
import tracemalloc


def memory_of(make, number=10000):
    """How many bytes objects take, on average."""
    kept = [None] * number
    gc.collect()
    tracemalloc.start()
    for index in range(number):
        kept[index] = make()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size // number


print("ordinary:  ", memory_of(lambda: Ordinary(1, 2)))
print("with slots:", memory_of(lambda: Slotted(1, 2)))
print("tuple:     ", memory_of(lambda: tuple([1, 2])))
print("dictionary:", memory_of(lambda: {"x": 1, "y": 2}))


# --- A dictionary that was asked for
def ordinary_and_asked():
    made = Ordinary(1, 2)
    vars(made)
    return made


print("ordinary, asked:", memory_of(ordinary_and_asked))

# --- The first instances of a class
class Late:
    def __init__(self):
        self.x = 1


print("the first ten:     ", memory_of(Late, 10))
print("the next ten:      ", memory_of(Late, 10))
print("ten thousand later:", memory_of(Late))

# --- What slots take away
import weakref

try:
    weakref.ref(slotted)
except TypeError as error:
    print(error)


class Referable:
    __slots__ = ("x", "y", "__weakref__")


print(weakref.ref(Referable()) is not None, sys.getsizeof(Referable()))

# --- A class in between
class Derived(Slotted):
    pass


derived = Derived(1, 2)
derived.z = 3
print(vars(derived), sys.getsizeof(derived))
