# Reference counts: a second name, a container, a list that contains itself.

# --- One object, one name
import gc
import sys

import objgraph

gc.collect()
gc.disable()

shelf = ["atlas", "novel"]
print("references to the list:", sys.getrefcount(shelf) - 1)

# --- A second name
books = shelf
print("the same object:", books is shelf)
print("references to the list:", sys.getrefcount(shelf) - 1)

books.append("poems")
print("seen through the first name:", shelf)

# --- Containers hold references too
rooms = [shelf, shelf]
house = {"library": shelf}
print("references to the list:", sys.getrefcount(shelf) - 1)
print("among them from rooms:", sum(room is shelf for room in rooms))

objgraph.show_refs([rooms, house], filename="reference-counts-1.svg")

# --- References go away
rooms.pop()
print("after pop:", sys.getrefcount(shelf) - 1)
del house["library"]
print("after del of an item:", sys.getrefcount(shelf) - 1)
books = None
print("after a new value for the name:", sys.getrefcount(shelf) - 1)


# --- The last reference goes
class Lamp:
    def __init__(self, place):
        self.place = place

    def __del__(self):
        print("the lamp in the", self.place, "goes out")


lamp = Lamp("hall")
second = lamp
print("del lamp")
del lamp
print("del second")
del second
print("next line")

# --- A list that contains itself
loop = []
loop.append(loop)
print(loop)
print("references to the list:", sys.getrefcount(loop) - 1)
print("its first item is the list:", loop[0] is loop)

objgraph.show_refs([loop], filename="reference-counts-2.svg")

# --- Out of reach
gc.collect()
del loop
print("found by the collector:", gc.collect())
print("found the second time:", gc.collect())

# --- Two objects that hold each other
hall = Lamp("hall")
cellar = Lamp("cellar")
hall.other = cellar
cellar.other = hall
print("references to the hall's lamp:", sys.getrefcount(hall) - 1)

objgraph.show_refs(
    [hall],
    filter=lambda thing: not isinstance(thing, type),
    filename="reference-counts-3.svg",
)

gc.collect()
del hall, cellar
print("both names are gone")
print("found by the collector:", gc.collect())

gc.enable()
