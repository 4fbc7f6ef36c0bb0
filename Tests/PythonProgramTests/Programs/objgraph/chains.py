import gc
import inspect

import objgraph


class Node:
    def __init__(self, name, next=None):
        self.name, self.next = name, next

    def __repr__(self):
        return f"<{self.name}>"


last = Node("last")
middle = Node("middle", last)
first = Node("first", middle)
chain = objgraph.find_ref_chain(first, lambda x: x is last)
print(chain)
print(objgraph.find_ref_chain(first, lambda x: x == "middle"))
print(objgraph.find_ref_chain(first, lambda x: x == "not there", max_depth=2))
registry = {"entry": [first]}
del first, middle
back = objgraph.find_backref_chain(last, lambda x: x is registry)
print([type(x).__name__ for x in back])
print(objgraph.find_backref_chain(registry["entry"][0], lambda x: False, max_depth=0))
module_chain = objgraph.find_backref_chain(registry["entry"][0], objgraph.is_proper_module)
print([type(x).__name__ if not inspect.ismodule(x) else x.__name__ for x in module_chain])
print(objgraph.is_proper_module(gc), objgraph.is_proper_module(5), objgraph.is_proper_module(inspect))
ring = Node("a")
ring.next = Node("b", ring)
print(objgraph.find_ref_chain(ring, lambda x: x == "b"))
print(objgraph.find_ref_chain(ring, lambda x: x is Node, extra_ignore=[id(ring.next)]))
objgraph.show_chain(chain, filename="chain.dot")
