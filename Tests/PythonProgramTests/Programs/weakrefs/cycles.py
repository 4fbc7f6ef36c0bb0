import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name


def said(text):
    return lambda ref: print(text)


gc.collect()
gc.disable()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
ra, rb = weakref.ref(a, said("a is gone")), weakref.ref(b, said("b is gone"))
del a, b
print(ra() is not None, rb().other.name)
print("found", gc.collect(), ra(), rb())
c = Node("c")
c.me = c
c.ref = weakref.ref(c, said("never said: the reference dies with its object"))
watch = weakref.ref(c)
del c
print("found", gc.collect(), watch())


class Child:
    def __init__(self, parent):
        self.parent = weakref.ref(parent)


parent = Node("parent")
parent.children = [Child(parent) for _ in range(3)]
child = parent.children[0]
print(child.parent().name)
del parent
print(child.parent(), "found", gc.collect())


class Finalized(Node):
    def __del__(self):
        print("del sees its reference as", self.ref())


f = Finalized("f")
f.me = f
f.ref = weakref.ref(f)
del f
print("found", gc.collect())
g = Finalized("g")
g.ref = weakref.ref(g)
del g
print("end")
