"""Cycles: two that hold each other, one with a finalizer, and one that a weak reference leaves open.

    heapgraph capture python -o cycle.heap.gz samples/cycle.py
    heapgraph refs cycle.heap.gz parent -o cycle.svg --legend
"""

import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = parent
        if parent is not None:
            parent.children.append(self)


class WeakNode(Node):
    """The same tree without a cycle: the way up holds nothing."""

    def __init__(self, name, parent=None):
        super().__init__(name, parent)
        self.parent = weakref.ref(parent) if parent is not None else None


class Connection:
    """Has a finalizer, so the order in which a cycle is taken apart matters."""

    def __init__(self, owner):
        self.owner = owner

    def __del__(self):
        pass


parent = Node("parent")
child = Node("child", parent)
parent.connection = Connection(parent)

weak_parent = WeakNode("parent")
weak_child = WeakNode("child", weak_parent)
