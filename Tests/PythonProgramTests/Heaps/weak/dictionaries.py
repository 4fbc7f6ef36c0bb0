import gc
import weakref

import objgraph


class Entry:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Entry({self.name!r})"


gc.collect()
first, second = Entry("first"), Entry("second")
values = weakref.WeakValueDictionary(a=first, b=second)
keys = weakref.WeakKeyDictionary()
keys[first] = ["about first"]
keys[second] = second
everything = weakref.WeakSet([first, second])
objgraph.show_refs([values.data], max_depth=1, filename="values.dot")
objgraph.show_refs([keys.data], max_depth=2, filename="keys.dot", filter=lambda each: type(each).__name__ in ("dict", "ReferenceType", "list", "Entry"))
objgraph.show_refs([everything.data], max_depth=1, filename="set.dot")
objgraph.show_backrefs([first, second], max_depth=1, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
del first
print(len(values), len(keys), len(everything), gc.collect())
del second
print(len(values), len(keys), len(everything), gc.collect())
