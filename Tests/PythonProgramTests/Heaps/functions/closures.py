import gc
import sys

import objgraph


def counter(start):
    count = [start]
    label = "count"

    def up():
        count[0] += 1
        return label, count[0]

    def read():
        return count[0]

    return up, read


def own(each):
    return not (isinstance(each, dict) and "__name__" in each)


gc.collect()
up, read = counter(1000)
up()
print(read(), sys.getrefcount(up), sys.getrefcount(up.__closure__[0]), sys.getsizeof(up.__closure__))
objgraph.show_refs([up, read], max_depth=3, filename="closures.dot", filter=lambda each: own(each) and type(each).__name__ in ("function", "tuple", "cell", "list", "int"))
objgraph.show_refs([read], max_depth=1, filename="function.dot", filter=own)
objgraph.show_backrefs([up.__closure__[0].cell_contents], max_depth=3, filename="backrefs.dot", filter=own)
del up, read
print(gc.collect())
