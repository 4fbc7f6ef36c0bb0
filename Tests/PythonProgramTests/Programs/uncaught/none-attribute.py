class Tree:
    def __init__(self, value, left=None):
        self.value, self.left = value, left


def deepest(tree):
    return tree.left.left.left.value


print(deepest(Tree(1, Tree(2, Tree(3, Tree(4))))))
print(deepest(Tree(1, Tree(2))))
