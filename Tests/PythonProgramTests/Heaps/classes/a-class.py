import sys

import objgraph


class Simple:
    """Documented."""

    number = 1000

    def method(self, argument=[1001]):
        return self.value


print(sys.getrefcount(Simple), len(vars(Simple)))
objgraph.show_refs([Simple], max_depth=2, filename="class.dot", filter=lambda each: each not in (object, type))
objgraph.show_backrefs([Simple], max_depth=1, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
instance = Simple()
instance.value = 1
objgraph.show_backrefs([Simple], max_depth=1, filename="with-an-instance.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
