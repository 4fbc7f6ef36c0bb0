# Identity: which equal values are one object, and why.

# --- Equal is not the same
import sys

import objgraph

red = [255, 0, 0]
crimson = [255, 0, 0]
scarlet = red
print("equal:", red == crimson, "one object:", red is crimson)
print("equal:", red == scarlet, "one object:", red is scarlet)
print("id says the same:", id(red) == id(crimson), id(red) == id(scarlet))

# --- An id is borrowed
print("two lists, one after the other:", id([1]) == id([2]))
one, two = [1], [2]
print("two lists at the same time:", id(one) == id(two))

# --- Small integers
print("256:", int("256") is int("256"))
print("257:", int("257") is int("257"))
kept = [number for number in range(-100, 1000) if int(str(number)) is int(str(number))]
print("from", kept[0], "to", kept[-1])

# --- Large numbers in one program
price = 1000
cost = 1000
print("written twice:", price is cost)


def fee():
    return 1000


print("in a function:", price is fee())
folded = 10 * 100
print("computed by the compiler:", price is folded)
ten = 10
print("computed when it runs:", price is ten * 100)
print("read from a text:", price is int("1000"))

# --- Only of the same type
print("equal:", price == 1000.0)
rounded = 1000.0
print("one object:", price is rounded)

# --- Strings that look like names
color = "crimson"
same = "crimson"
joined = "".join(["crim", "son"])
print("written twice:", color is same)
print("joined when it runs:", color == joined, color is joined)
print("after intern:", color is sys.intern(joined))

# --- Strings that do not
title = "heap graph"
heading = "heap graph"
print("written twice:", title is heading)
again = " ".join(["heap", "graph"])
print("joined when it runs:", title is again)
print("interned, both:", sys.intern(title) is sys.intern(again))

# --- Strings of one character
print("a letter cut out:", color[0] is "".join(["c"]))
seven = "7"
print("chr:", chr(55) is seven)
print("str of a number:", str(7) is str(7))

# --- What there is once
print("None:", [].append(1) is {}.get(1))
print("True:", (1 < 2) is (3 < 4))
print("empty tuples:", tuple([]) is tuple(""))
print("empty strings:", "abc"[3:] is "".join([]))
print("references to None:", sys.getrefcount(None))
holders = [None] * 1000
print("with a thousand more:", sys.getrefcount(None))

# --- One text or a thousand
words = ["-".join(["heap", "graph"]) for number in range(1000)]
print("different objects:", len(set(id(word) for word in words)))
words = [sys.intern(word) for word in words]
print("after intern:", len(set(id(word) for word in words)))

# --- A row too few
board = [[0, 0, 0]] * 2
board[0][1] = 7
print(board)

objgraph.show_refs([board], filename="identity-1.svg")

# --- A row for each
board = [[0, 0, 0] for row in range(2)]
board[0][1] = 7
print(board)

objgraph.show_refs([board], filename="identity-2.svg")

# --- The default that stays
def add(item, basket=[]):
    basket.append(item)
    return basket


first = add("pear")
second = add("plum")
print(second)
print("one basket:", first is second, second is add.__defaults__[0])

# --- Not a number
missing = float("nan")
print("equal to itself:", missing == missing)
print("in the list:", missing in [missing])
print("another one in the list:", float("nan") in [missing])
