# Layout: what an object's memory consists of, and what sys.getsizeof says of it.

# --- A word is eight bytes
import sys

print("an object without anything:", sys.getsizeof(object()))
print("None:", sys.getsizeof(None))
print("a float:", sys.getsizeof(0.5))

# --- Numbers grow
for power in (1, 30, 60, 90, 300):
    print("2 to the", power, "takes", sys.getsizeof(2**power))

# --- Strings by their widest character
for text in ("", "a", "ab", "abcdefgh", "ab\u00e9", "ab\u0434", "ab\U0001f333"):
    print(ascii(text), sys.getsizeof(text))

# --- Containers have references
numbers = [10, 20, 30]
triple = (10, 20, 30)
print("tuples of 0, 1, 2, 3 items:", [sys.getsizeof((0,) * count) for count in range(4)])
print("a list of three:", sys.getsizeof(numbers))

# --- Not what is inside
letter = ["a"]
book = ["a" * 1_000_000]
print("the lists:", sys.getsizeof(letter), sys.getsizeof(book))
print("what the second one holds:", sys.getsizeof(book[0]))

# --- Lists leave room
sizes = []
growing = []
for number in range(20):
    growing.append(number)
    size = sys.getsizeof(growing)
    if not sizes or sizes[-1] != (size - 56) // 8:
        sizes.append((size - 56) // 8)
print("places for items:", sizes)
print("places in a copy:", (sys.getsizeof(growing[:]) - 56) // 8)

# --- Dicts
print("an empty one:", sys.getsizeof({}))
steps = []
table = {}
for number in range(50):
    table[number] = None
    if not steps or steps[-1][1] != sys.getsizeof(table):
        steps.append((len(table), sys.getsizeof(table)))
for count, size in steps:
    print("from", count, "entries:", size)


# --- An instance
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


point = Point(3, 4)
print("an instance:", sys.getsizeof(point))
point.color = "red"
print("with one more attribute:", sys.getsizeof(point))

# --- Asking for __dict__
asked = Point(3, 4)
print("the same instance:", asked.__dict__ is asked.__dict__, asked.__dict__)
print("the instance:", sys.getsizeof(asked))
print("its dict:", sys.getsizeof(asked.__dict__))
asked.__dict__["x"] = 5
print("x is now", asked.x)


# --- The sum
def total(thing, seen):
    """The bytes of an object and of what it holds, each object once."""
    if id(thing) in seen:
        return 0
    seen.add(id(thing))
    size = sys.getsizeof(thing)
    if isinstance(thing, dict):
        size += sum(total(key, seen) + total(value, seen) for key, value in thing.items())
    elif isinstance(thing, (list, tuple)):
        size += sum(total(item, seen) for item in thing)
    return size


rows = [[1.5, 2.5], [1.5, 2.5]]
print("the outer list:", sys.getsizeof(rows))
print("all of it:", total(rows, set()))
