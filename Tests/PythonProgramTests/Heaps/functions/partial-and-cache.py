import functools
import gc
import sys

import objgraph


def area(width, height, unit=None):
    return [width, height, unit]


@functools.lru_cache(maxsize=3)
def cached(key):
    return [key]


gc.collect()
partial = functools.partial(area, [1000], unit=["m"])
results = [cached(key) for key in ("a", "b", "a")]
print(sys.getsizeof(partial), sys.getrefcount(results[0]), cached.cache_info())
objgraph.show_refs([partial], max_depth=2, filename="partial.dot", filter=lambda each: each is not area and each is not functools.partial)
objgraph.show_backrefs([results[1]], max_depth=1, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
del results
print(gc.collect(), cached.cache_info())
