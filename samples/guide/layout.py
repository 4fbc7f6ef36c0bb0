"""Headers and layout: what sys.getsizeof counts, and what it does not."""

# --- Sizes of small things
import sys

for thing in (0, 1, 2**30, 2.5, True, None, "", "a", "bee", b"", (), [], {}, set(), object()):
    print(f"{str(thing) if type(thing) is not object else 'object()':>12} {sys.getsizeof(thing):4}")

# --- Step by step
print([sys.getsizeof(2 ** (30 * digits)) for digits in range(5)])
print([sys.getsizeof("a" * length) for length in range(5)])
print([sys.getsizeof((None,) * length) for length in range(5)])

# --- Letters
for text in ("bee", "b\xe9e", "b\u0113e", "b\U0001f41de"):
    print(len(text), sys.getsizeof(text), sys.getsizeof(text * 2) - sys.getsizeof(text))

# --- Contents are not counted
flat = [None, None]
deep = [list(range(1000)), "x" * 1000]
print(sys.getsizeof(flat), sys.getsizeof(deep))


# --- A sum
def total(thing, seen):
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    size = sys.getsizeof(thing)
    if type(thing) is list:
        size += sum(total(item, seen) for item in thing)
    return size


print(total(flat, set()), total(deep, set()))

# --- Room to grow
steps, items = [], []
for _ in range(40):
    size = sys.getsizeof(items)
    if not steps or steps[-1][1] != size:
        steps.append((len(items), size))
    items.append(None)
print(steps)
print(sys.getsizeof([None] * 5), sys.getsizeof(list(range(5))), sys.getsizeof([None, None, None, None, None]))

# --- Room to shrink
items = [None] * 100
print(sys.getsizeof(items))
while len(items) > 60:
    items.pop()
print(len(items), sys.getsizeof(items))
while len(items) > 45:
    items.pop()
print(len(items), sys.getsizeof(items))

# --- A dictionary
table, steps = {}, []
for number in range(100):
    size = sys.getsizeof(table)
    if not steps or steps[-1][1] != size:
        steps.append((len(table), size))
    table[number] = None
print("numbers as keys:", steps)
table, steps = {}, []
for number in range(100):
    size = sys.getsizeof(table)
    if not steps or steps[-1][1] != size:
        steps.append((len(table), size))
    table[str(number)] = None
print("texts as keys:  ", steps)


# --- An instance
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


point = Point(1, 2)
print(sys.getsizeof(point))
point.z = 3
print(sys.getsizeof(point))
print(vars(point), sys.getsizeof(vars(point)))

# --- The size of a dictionary of attributes
print(sys.getsizeof({"x": 1, "y": 2, "z": 3}))
last = [Point(number, number) for number in range(50)][-1]
print(sys.getsizeof(vars(last)))
