# A chain of a hundred thousand links dies without running out of stack, and in order.
import gc
import sys


class Link:
    gone = 0
    __slots__ = ("next", "number")

    def __init__(self, number, following):
        self.number, self.next = number, following

    def __del__(self):
        Link.gone += 1


def chain(length):
    first = None
    for number in range(length, 0, -1):
        first = Link(number, first)
    return first


first = chain(100000)
print(sys.getrefcount(first), sys.getrefcount(first.next), first.next.next.number)
middle = first
for _ in range(50000):
    middle = middle.next
print(middle.number, Link.gone)
del first
print("half is gone:", Link.gone)
last = middle
while last.next is not None:
    last = last.next
last.next = middle
del middle
print("a ring is kept:", Link.gone)
gc.collect()
print("by a name:", Link.gone, last.number, last.next.number)
gc.collect()
del last
print("found:", gc.collect(), "all gone:", Link.gone)
nested = []
for _ in range(100000):
    nested = [nested]
print(len(nested), sys.getrefcount(nested[0]))
del nested
print("the nest is gone")
deep = ()
for _ in range(100000):
    deep = (deep,)
try:
    hash(deep)
except RecursionError as error:
    print("RecursionError", str(error)[:32])
del deep
print("the end")
