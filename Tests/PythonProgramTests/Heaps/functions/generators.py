import gc
import sys

import objgraph


def numbers(start):
    kept = [start]
    other = {"k": kept}
    yield kept
    yield other


def outer(source):
    label = ["outer"]
    yield from source


gc.collect()
fresh, running, delegating = numbers(1000), numbers(1001), outer(numbers(1002))
next(running)
next(delegating)
print(sys.getsizeof(fresh), sys.getrefcount(running))
objgraph.show_refs([fresh, running], max_depth=2, filename="generators.dot", filter=lambda each: type(each).__name__ not in ("code", "function", "str"))
objgraph.show_refs([delegating], max_depth=3, filename="delegating.dot", filter=lambda each: type(each).__name__ not in ("code", "function", "str"))
expression = (item for item in [[1003], [1004]])
next(expression)
objgraph.show_refs([expression], max_depth=2, filename="expression.dot", filter=lambda each: type(each).__name__ not in ("code", "function", "str"))
running.close()
objgraph.show_refs([running], max_depth=2, filename="closed.dot", filter=lambda each: type(each).__name__ not in ("code", "function"))
print(gc.collect())
