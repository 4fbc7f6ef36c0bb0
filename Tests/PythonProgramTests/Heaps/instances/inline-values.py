import gc
import sys

import objgraph


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


inline, looked_at, changed, replaced = Point([1000], "a"), Point([1001], "b"), Point([1002], "c"), Point([1003], "d")
vars(looked_at)
vars(changed)["added"] = "z"
replaced.__dict__ = {"x": "new", 5: "a number as a key"}
for name, point in ("inline", inline), ("looked at", looked_at), ("changed", changed), ("replaced", replaced):
    print(name, [type(each).__name__ for each in gc.get_referents(point)], sys.getsizeof(point))
objgraph.show_refs([inline, looked_at, changed, replaced], max_depth=2, filename="four.dot", filter=lambda each: each is not Point)
objgraph.show_backrefs([inline.x, looked_at.x], max_depth=2, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
