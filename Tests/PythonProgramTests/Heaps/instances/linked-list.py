import gc
import sys

import objgraph


class Link:
    __slots__ = ("value", "next", "previous")

    def __init__(self, value, previous=None):
        self.value, self.next, self.previous = value, None, previous
        if previous:
            previous.next = self


gc.collect()
first = last = Link(1000)
for value in range(1001, 1004):
    last = Link(value, last)
print(sys.getsizeof(first), sys.getrefcount(first), sys.getrefcount(last))
objgraph.show_refs([first], max_depth=6, filename="links.dot", filter=lambda each: isinstance(each, (Link, int)))
objgraph.show_backrefs([last], max_depth=6, filename="backwards.dot", filter=lambda each: isinstance(each, (Link, int)), refcounts=True)
del first, last
print(gc.collect())
