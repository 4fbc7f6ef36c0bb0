import gc
import sys

import objgraph


class Frame:
    __slots__ = ("name", "caller", "locals")

    def __init__(self, name, caller):
        self.name, self.caller, self.locals = name, caller, {}


gc.collect()
main = Frame("main", None)
helper = Frame("helper", main)
main.locals["data"] = helper.locals["argument"] = [1000]
helper.locals["self"] = helper
print(sys.getrefcount(main), sys.getrefcount(helper), sys.getsizeof(helper))
objgraph.show_refs([helper], max_depth=3, filename="frames.dot", filter=lambda each: each is not Frame, extra_info=lambda each: f"{sys.getsizeof(each)} bytes")
objgraph.show_backrefs([main.locals["data"]], max_depth=3, filename="holders.dot", filter=lambda each: isinstance(each, Frame) or isinstance(each, dict) and "__name__" not in each)
del main, helper
print(gc.collect())
