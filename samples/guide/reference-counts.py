"""Reference counts, a list that contains itself, and what the collector finds."""

# --- A first count
import sys

basket = ["apple", "pear"]
print(sys.getrefcount(basket))

# --- A second name
cart = basket
print(sys.getrefcount(basket))
cart.append("plum")
print(basket)

# --- Three ways to give a reference back
shelf = [basket, basket]
print("in a list twice:", sys.getrefcount(basket))
shelf.pop()
print("after pop:", sys.getrefcount(basket))
cart = None
print("the name used for something else:", sys.getrefcount(basket))
del shelf
print("the list gone:", sys.getrefcount(basket))


# --- In a function
def look(thing):
    print("inside:", sys.getrefcount(thing))


look(basket)
print("after the call:", sys.getrefcount(basket))


# --- The moment of death
class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "leaves")


ada = Guest("Ada")
also_ada = ada
del ada
print("one name is gone")
del also_ada
print("both are gone")

# --- A list that contains itself
import gc

gc.collect()
gc.disable()
loop = ["start"]
loop.append(loop)
print(loop)
print(sys.getrefcount(loop))

# --- Out of reach
del loop
print("found:", gc.collect())
print("found the second time:", gc.collect())

# --- Two guests
eva = Guest("Eva")
finn = Guest("Finn")
eva.friend, finn.friend = finn, eva
del eva, finn
print("no name is left")
print("found:", gc.collect())
gc.enable()

# --- Objects without a count
print(sys.getrefcount(None), sys.getrefcount(None) == sys.getrefcount(7))
