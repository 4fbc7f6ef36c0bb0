import gc

gc.collect()


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("del", self.name)


def ring(*names):
    nodes = [Node(name) for name in names]
    for one, two in zip(nodes, nodes[1:] + nodes[:1]):
        one.other = two


alone = Node("self")
alone.other = alone
del alone
print("deleted, not finalized")
gc.collect()
print("collected")
ring("a", "b", "c")
print("ring made")
gc.collect()
print("ring collected")
one = Node("broken")
one.other = one
one.other = None
del one
print("a broken cycle needs no collection", gc.collect())
