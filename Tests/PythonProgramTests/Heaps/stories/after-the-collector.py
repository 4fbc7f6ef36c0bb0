import gc
import sys

import objgraph


class Ring:
    def __init__(self, name):
        self.name = name


gc.collect()
gc.disable()
ring = [Ring(name) for name in "abc"]
for left, right in zip(ring, ring[1:] + ring[:1]):
    left.next = right
outside = ring[0]
print(sys.getrefcount(outside))
del ring, left, right
objgraph.show_refs([outside], max_depth=5, filename="before.dot", filter=lambda each: each is not Ring)
outside.next.next.next = None
objgraph.show_refs([outside], max_depth=5, filename="opened.dot", filter=lambda each: each is not Ring)
print(gc.collect(), objgraph.count("Ring"))
del outside
print(gc.collect(), objgraph.count("Ring"))
