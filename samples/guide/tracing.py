# Tracing allocations: which line made what is there.

# --- Start, do, stop
import gc
import tracemalloc

gc.collect()
gc.disable()


def traced(make):
    """How many bytes are there at the end that were not there before, and how many there were at most."""
    make()
    tracemalloc.start()
    tracemalloc.get_traced_memory()
    before, _ = tracemalloc.get_traced_memory()
    made = make()
    after, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return after - before, peak - before


def block():
    return bytes(1_000_000)


print("tracing:", tracemalloc.is_tracing())
print("a million bytes:", traced(block)[0])


# --- The peak
def twice():
    first = bytes(3_000_000)
    del first
    return bytes(1_000_000)


left, most = traced(twice)
print("left at the end:", left)
print("at most:", most)


# --- Fifty thousand objects
class Item:
    __slots__ = ("number", "name")

    def __init__(self, number, name):
        self.number = number
        self.name = name


def build(count):
    items = [None] * count
    for number in range(count):
        name = "item %d" % number
        items[number] = Item(number, name)
    return items


def place(frame, *functions):
    """The function in which a frame is, with the line counted from its def."""
    for function in reversed(functions):
        if frame.lineno >= function.__code__.co_firstlineno:
            return "line %d of %s" % (frame.lineno - function.__code__.co_firstlineno, function.__name__)
    return "elsewhere"


build(100)
tracemalloc.start()
items = build(50_000)
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()

for entry in snapshot.statistics("lineno")[:4]:
    print(place(entry.traceback[0], build), "-", entry.count, "blocks,", entry.size, "bytes")


# --- Who called
def few():
    return build(1_000)


def many():
    return build(4_000)


tracemalloc.start(2)
one, other = few(), many()
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()

for entry in snapshot.statistics("traceback")[:4]:
    caller, inner = entry.traceback
    print(place(inner, build), "from", place(caller, few, many), "-", entry.count, "blocks")

# --- One object
tracemalloc.start()
items = build(10)
trace = tracemalloc.get_object_traceback(items[7])
print("made at", place(trace[0], build))
tracemalloc.stop()
print("not any more:", tracemalloc.get_object_traceback(items[7]))

# --- What became more
seen = {}


def answer(question):
    if question not in seen:
        seen[question] = Item(question, "yes")
    return seen[question].number


def serve(first, last):
    total = 0
    for number in range(first, last):
        total += answer(number)
    return total


serve(0, 100)
tracemalloc.start()
serve(100, 600)
before = tracemalloc.take_snapshot()
serve(600, 1100)
after = tracemalloc.take_snapshot()
tracemalloc.stop()

for change in after.compare_to(before, "lineno")[:2]:
    where = place(change.traceback[0], answer, serve)
    print(where, "-", change.count_diff, "blocks more,", change.size_diff, "bytes more")

# --- The price
tracemalloc.start()
items = build(1_000)
print("tracing takes memory itself:", tracemalloc.get_tracemalloc_memory() > 50_000)
tracemalloc.stop()
gc.enable()
