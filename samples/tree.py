"""A tree of three levels: who refers to what.

    heapgraph capture python -o tree.heap.gz samples/tree.py
    heapgraph refs tree.heap.gz tree -o tree.svg
"""


class Tree:
    def __init__(self, name, left=None, right=None):
        self.name = name
        self.left = left
        self.right = right


tree = Tree(
    "root",
    left=Tree("left", left=Tree("leaf 1"), right=Tree("leaf 2")),
    right=Tree("right", left=Tree("leaf 3"), right=Tree("leaf 4")),
)
