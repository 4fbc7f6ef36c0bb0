"""Weak references, and the moment at which an object dies."""

# --- A reference that does not keep
import sys
import weakref


class Page:
    def __init__(self, title):
        self.title = title

    def __repr__(self):
        return f"<page {self.title}>"


page = Page("Bees")
link = weakref.ref(page)
print(link())
print(link() is page)
print(sys.getrefcount(page), weakref.getweakrefcount(page))

# --- Dead
del page
print(link())

# --- Told when it dies
page = Page("Ants")
link = weakref.ref(page, lambda which: print("the page is gone, and the reference says", which()))
page = None

# --- The order of things
class Entry(Page):
    def __del__(self):
        print("finalizer of", self.title)


entry = Entry("Wasps")
first = weakref.ref(entry, lambda which: print("the callback made first; dead:", second() is None))
second = weakref.ref(entry, lambda which: print("the callback made second; dead:", first() is None))
del entry

# --- At the end of an object
page = Page("Moths")
farewell = weakref.finalize(page, print, "goodbye to", "Moths")
print(farewell.alive)
del page
print(farewell.alive)

# --- A cache that lets go
pages = weakref.WeakValueDictionary()


def page_of(title):
    found = pages.get(title)
    if found is None:
        print("making", title)
        found = pages[title] = Page(title)
    return found


one = page_of("Flies")
two = page_of("Flies")
print(one is two, len(pages))
del one, two
print(len(pages))
three = page_of("Flies")

# --- Notes about objects
notes = weakref.WeakKeyDictionary()
notes[three] = "needs a picture"
print(notes[three], len(notes))
del three
print(len(notes))

# --- A parent that is not kept
import gc


class Node:
    def __init__(self, parent=None):
        self.children = []
        self.parent_link = None
        if parent is not None:
            parent.children.append(self)
            self.parent_link = weakref.ref(parent)

    def parent(self):
        return self.parent_link and self.parent_link()

    def __del__(self):
        print("a node goes")


gc.collect()
root = Node()
leaf = Node(root)
print(leaf.parent() is root)
del leaf
del root
print("left for the collector:", gc.collect())

# --- A cycle with a weak reference
root = Node()
root.children.append(root)
watch = weakref.ref(root, lambda which: print("callback"))
del root
print("still there:", watch() is not None)
gc.collect()
print("still there:", watch() is not None)

# --- What cannot be referred to weakly
for thing in (7, "text", (1, 2), [], {}, {1, 2}, Page, len):
    try:
        weakref.ref(thing)
        print(type(thing).__name__, "yes")
    except TypeError as error:
        print(type(thing).__name__, "no:", error)
