import gc

import objgraph


def make():
    big = ["something big"]

    def recursive(n):
        return big if n == 0 else recursive(n - 1)

    return recursive


gc.collect()
kept = make()
print(kept(3))
objgraph.show_refs([kept], max_depth=4, filename="cycle.dot", filter=lambda each: type(each).__name__ in ("function", "tuple", "cell", "list"))
objgraph.show_backrefs([kept(0)], max_depth=5, filename="backrefs.dot", filter=lambda each: type(each).__name__ in ("function", "tuple", "cell", "list"))
del kept
print(gc.collect())
