import sys

import objgraph

values = {(1, 2), "text", 1000}
frozen = frozenset([1001])
nested = (((1002,), frozen), values, ())
print(sys.getsizeof(values), sys.getsizeof(frozen), sys.getsizeof(nested))
objgraph.show_refs([nested], max_depth=4, filename="nested.dot")
objgraph.show_refs([values, frozen], max_depth=1, filename="sets.dot", refcounts=True)
