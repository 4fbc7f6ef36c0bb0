import weakref


class Node:
    def __del__(self):
        print("del")


def noted(name):
    def callback(reference):
        print(name, reference(), reference in refs)
    return callback


node = Node()
refs = []
for name in ("first", "second", "third"):
    refs.append(weakref.ref(node, noted(name)))
print(refs[0].__callback__ is not None, weakref.ref(node).__callback__)
dropped = weakref.ref(node, noted("dropped"))
del dropped
del node
print("node is gone", [ref.__callback__ for ref in refs])
