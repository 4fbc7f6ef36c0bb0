import gc
import sys
from collections import OrderedDict, defaultdict

import objgraph

gc.collect()
ordered = OrderedDict(a=[1000], b=[1001])
groups = defaultdict(list)
groups["x"].append(ordered)
groups["y"].append(groups)
print(sys.getsizeof(ordered), sys.getsizeof(groups))
objgraph.show_refs([ordered], max_depth=2, filename="ordered.dot")
objgraph.show_refs([groups], max_depth=2, filename="groups.dot", filter=lambda each: not isinstance(each, type))
del groups, ordered
print(gc.collect())
