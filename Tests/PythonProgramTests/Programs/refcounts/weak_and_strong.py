import sys
import weakref


class Node:
    pass


node = Node()
print(sys.getrefcount(node), weakref.getweakrefcount(node))
reference = weakref.ref(node)
print(sys.getrefcount(node), weakref.getweakrefcount(node))
print(sys.getrefcount(reference()))
again = weakref.ref(node)
print(again is reference, sys.getrefcount(reference))
called = weakref.ref(node, lambda r: None)
print(called is reference, weakref.getweakrefcount(node))
proxy = weakref.proxy(node)
print(sys.getrefcount(node), weakref.getweakrefcount(node))
strong = reference()
print(sys.getrefcount(node))
del strong
values = weakref.WeakValueDictionary(a=node)
print(sys.getrefcount(node), len(values))
del node
print(reference(), len(values))
