import gc
import sys
import weakref

import objgraph


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)


class WeakNode(Node):
    def __init__(self, name, parent=None):
        super().__init__(name, parent)
        self.parent = parent and weakref.ref(parent)


def own(each):
    return not isinstance(each, type) and not (isinstance(each, dict) and "__name__" in each)


gc.collect()
strong, weak = Node("parent"), WeakNode("weak parent")
child, weak_child = Node("child", strong), WeakNode("weak child", weak)
print(sys.getrefcount(strong), sys.getrefcount(weak))
objgraph.show_refs([strong], max_depth=5, filename="strong.dot", filter=own)
objgraph.show_refs([weak], max_depth=5, filename="weak.dot", filter=own)
objgraph.show_backrefs([strong], max_depth=3, filename="holders.dot", filter=own)
objgraph.show_backrefs([weak], max_depth=3, filename="weak-holders.dot", filter=own)
del strong, child
print("cycle:", gc.collect())
del weak, weak_child
print("no cycle:", gc.collect())
