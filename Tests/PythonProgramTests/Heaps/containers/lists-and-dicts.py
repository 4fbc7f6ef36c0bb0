import gc
import sys

import objgraph

gc.collect()
shared = ["shared"]
data = {"numbers": [1000, 1001], "shared": shared, "pair": (shared, 2.5)}
print(gc.collect(), sys.getsizeof(data), sys.getrefcount(shared))
objgraph.show_refs([data], filename="refs.dot")
objgraph.show_backrefs([shared], max_depth=2, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
