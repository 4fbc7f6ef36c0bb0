import sys

import objgraph


class Slotted:
    __slots__ = ("a", "b")


class WithDict(Slotted):
    pass


class WithWeak(Slotted):
    __slots__ = ("c", "__weakref__")


one, two, three = Slotted(), WithDict(), WithWeak()
one.a, one.b = [1000], two
two.a, two.extra = [1001], three
three.c = one
print(sys.getsizeof(one), sys.getsizeof(two), sys.getsizeof(three))
objgraph.show_refs([one], max_depth=4, filename="slots.dot", filter=lambda each: not isinstance(each, type))
objgraph.show_refs([Slotted], max_depth=2, filename="class.dot", filter=lambda each: each not in (object, type))
objgraph.show_backrefs([one], max_depth=2, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
