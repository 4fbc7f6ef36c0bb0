import gc
import sys

import objgraph


class Subject:
    def __init__(self):
        self.observers = []

    def attach(self, observer):
        self.observers.append(observer)


class Window:
    def __init__(self, title, subject):
        self.title = title
        subject.attach(self.changed)

    def changed(self):
        pass


def own(each):
    return not isinstance(each, type) and not (isinstance(each, dict) and "__name__" in each)


gc.collect()
subject = Subject()
window = Window("main", subject)
Window("closed long ago", subject)
print(objgraph.count("Window"), sys.getrefcount(window), gc.collect())
objgraph.show_refs([subject], max_depth=4, filename="subject.dot", filter=lambda each: own(each) and type(each).__name__ != "function")
forgotten = [each for each in objgraph.by_type("Window") if each is not window]
objgraph.show_backrefs(forgotten, max_depth=4, filename="who-holds-it.dot", filter=lambda each: own(each) and each is not forgotten)
