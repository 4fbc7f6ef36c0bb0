import gc
import sys

import objgraph


class Button:
    def __init__(self):
        self.handlers = []

    def click(self):
        pass


gc.collect()
button = Button()
button.handlers.append(button.click)
button.handlers.append(button.handlers.append)
method = button.click
print(sys.getrefcount(button), sys.getsizeof(method))
objgraph.show_refs([method], max_depth=3, filename="method.dot", filter=lambda each: not isinstance(each, type) and not (isinstance(each, dict) and "__name__" in each))
objgraph.show_backrefs([button], max_depth=2, filename="backrefs.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
del button, method
print(gc.collect())
