# What happens to what is still there when a program ends.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def function(x=Thing("a default")):
    pass


first = Thing("first global")
second = Thing("second global")
in_list = [Thing("in a list")]
cycle = Thing("in a cycle")
cycle.me = cycle
_private = Thing("a private name")
attribute_holder = Thing("holder")
attribute_holder.part = Thing("part")
dead = Thing("deleted before")
del dead
first, second = second, first
finalized = Thing("finalized")
weakref.finalize(finalized, print, "finalize of finalized")


class Holds:
    thing = Thing("a class attribute")


def generator():
    try:
        yield
    finally:
        print("generator closed")


suspended = generator()
next(suspended)
print("last line")
