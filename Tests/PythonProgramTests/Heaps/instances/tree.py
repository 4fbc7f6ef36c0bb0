import gc
import sys

import objgraph


class Tree:
    def __init__(self, name, *children):
        self.name = name
        self.children = list(children)


gc.collect()
tree = Tree("root", Tree("left", Tree("leaf 1")), Tree("right", Tree("leaf 2"), Tree("leaf 3")))
print(sys.getsizeof(tree), sys.getrefcount(tree), sys.getrefcount(Tree))
objgraph.show_refs([tree], max_depth=8, filename="tree.dot", filter=lambda each: not isinstance(each, type))
objgraph.show_backrefs([tree.children[1].children[0]], max_depth=8, filename="up.dot", filter=lambda each: not (isinstance(each, dict) and "__name__" in each))
del tree
print(gc.collect())
