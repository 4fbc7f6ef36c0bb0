import weakref


class Node:
    def __init__(self, name):
        self.name = name


node = Node("n")
ref = weakref.ref(node)
print(ref() is node, type(ref).__name__, isinstance(ref, weakref.ref))
print(weakref.ref(node) is ref)
print(weakref.getweakrefcount(node), weakref.getweakrefs(node) == [ref])
other = Node("n")
print(ref == weakref.ref(other), ref == weakref.ref(node))
del node
print(ref(), ref == weakref.ref(other))
dead = weakref.ref(other)
del other
print(dead == ref, dead == dead)
for value in (1, "text", (1, 2), None, [1], {}, 1.5, object()):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
for value in ({1}, frozenset([2]), len, Node, lambda: None, (n for n in [])):
    print(type(value).__name__, weakref.ref(value)() is value)
