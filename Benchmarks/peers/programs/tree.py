from measuring import measure


class Tree:
    def __init__(self, depth):
        self.left = self.right = None
        if depth:
            self.left = Tree(depth - 1)
            self.right = Tree(depth - 1)


def count(tree):
    return 1 + sum(count(child) for child in (tree.left, tree.right) if child)


measure(lambda: Tree(16), count, 5)
