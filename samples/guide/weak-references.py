# Weak references: knowing an object without keeping it.

# --- A reference that does not count
import gc
import sys
import weakref

import objgraph

gc.collect()
gc.disable()


class Page:
    def __init__(self, title):
        self.title = title


page = Page("Heaps")
weak = weakref.ref(page)
print("references to the page:", sys.getrefcount(page) - 1)
print("weak references:", weakref.getweakrefcount(page))
print("through the weak one:", weak().title)

# --- The object dies
del page
print("now it says:", weak())


# --- The moment of death
def gone(reference):
    print("callback: the page is gone,", reference())


page = Page("Stacks")
weak = weakref.ref(page, gone)
other = page
print("del page")
del page
print("del other")
del other
print("next line")


# --- What comes first
class Loud(Page):
    def __del__(self):
        print("__del__:", self.title, "can still be used, and the weak reference leads to it:", plain() is self)


loud = Loud("Queues")
plain = weakref.ref(loud)
first = weakref.ref(loud, lambda reference: print("callback of the first:", reference(), plain()))
second = weakref.ref(loud, lambda reference: print("callback of the second:", reference(), plain()))
del loud

# --- One is enough
page = Page("Trees")
print("the same weak reference twice:", weakref.ref(page) is weakref.ref(page))
one = weakref.ref(page)
another = weakref.ref(page)
print("weak references:", weakref.getweakrefcount(page))
called = weakref.ref(page, gone)
print("with a callback, one more:", weakref.getweakrefcount(page))
del called

# --- A proxy
proxy = weakref.proxy(page)
print("title:", proxy.title)
del page
try:
    print(proxy.title)
except ReferenceError as error:
    print("ReferenceError:", error)

# --- A cycle dies later
left, right = Page("Left"), Page("Right")
left.next, right.next = right, left
weak = weakref.ref(left)
del left, right
print("after del:", weak().title)
found = gc.collect()
print("the collector found", found, "and now it says:", weak())


# --- A child that knows its parent
class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = weakref.ref(parent) if parent else None
        self.children = []
        if parent:
            parent.children.append(self)


root = Node("root")
leaf = Node("leaf", root)
print(leaf.name, "->", leaf.parent().name)

objgraph.show_refs(
    [root],
    max_depth=5,
    filter=lambda thing: isinstance(thing, (Node, list, weakref.ref)),
    filename="weak-references-1.svg",
)

gc.collect()
del root
print("the parent:", leaf.parent())
print("nothing was left for the collector:", gc.collect() == 0)

# --- A cache that forgets
cache = weakref.WeakValueDictionary()


def load(title):
    """The page with this title: the one that somebody still uses, or a new one."""
    page = cache.get(title)
    if page is None:
        print("loading", title)
        page = cache[title] = Page(title)
    return page


mine = load("Graphs")
yours = load("Graphs")
print("one page:", mine is yours)
print("pages in the cache:", len(cache))

objgraph.show_refs(
    [cache, mine],
    filter=lambda thing: isinstance(thing, (dict, weakref.WeakValueDictionary, weakref.ref, Page)),
    filename="weak-references-2.svg",
)

del mine, yours
print("pages in the cache:", len(cache))

# --- Who cannot be referred to
for thing in (7, "text", (1, 2), [1], {1: 2}):
    try:
        weakref.ref(thing)
    except TypeError as error:
        print(error)


class Names(list):
    pass


names = Names(["Ann", "Bob"])
print("but:", weakref.ref(names)())

gc.enable()
