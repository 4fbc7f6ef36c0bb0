import sys
from collections import namedtuple

import objgraph

Point = namedtuple("Point", "x y")
start, end = Point([1000], "a"), Point(y="b", x=None)
line = (start, end, start._replace(y="c"))
print(sys.getsizeof(start), sys.getrefcount(start[0]))
objgraph.show_refs([line], max_depth=3, filename="line.dot", filter=lambda each: each is not Point)
objgraph.show_backrefs([start.x], max_depth=2, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
