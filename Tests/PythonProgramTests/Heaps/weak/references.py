import sys
import weakref

import objgraph


class Page:
    def __init__(self, title):
        self.title = title


page = Page("title")
plain = weakref.ref(page)
with_callback = weakref.ref(page, lambda reference: None)
proxy = weakref.proxy(page)
print(sys.getrefcount(page), weakref.getweakrefcount(page), sys.getsizeof(plain))
objgraph.show_refs([[plain, with_callback]], max_depth=2, filename="refs.dot", filter=lambda each: type(each).__name__ != "code")
objgraph.show_backrefs([page], max_depth=1, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
del page, proxy
objgraph.show_refs([plain], max_depth=1, filename="dead.dot")
