def permutations(items):
    if not items:
        yield ()
        return
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1:]):
            yield (item, *rest)


def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source + target
        yield from hanoi(n - 1, spare, target, source)


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


print(list(permutations([1, 2, 3])))
print(" ".join(hanoi(3)), sum(1 for _ in hanoi(8)))
tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
print(list(tree), max(tree), 3 in tree, [*tree][::-1])
print(list(zip(tree, "abc")))
a, b, *rest = tree
print(a, b, rest)
