# A tree: what it holds, who holds its parts, and by which way.

# --- A tree
import gc

import objgraph

gc.collect()


class Node:
    def __init__(self, name, *children):
        self.name = name
        self.children = list(children)


tree = Node(
    "animals",
    Node("birds", Node("owl"), Node("swan")),
    Node("fish", Node("pike")),
)


def count(node):
    return 1 + sum(count(child) for child in node.children)


print("nodes:", count(tree))
print("nodes in memory:", objgraph.count("Node"))


# --- What it holds
def name(thing):
    return thing.name if isinstance(thing, Node) else ""


def no_classes(thing):
    return not isinstance(thing, type)


objgraph.show_refs([tree], max_depth=5, filter=no_classes, extra_info=name, filename="tree-1.svg")

# --- One step
for held in gc.get_referents(tree):
    print(type(held).__name__)

# --- An owl escapes
favorites = {"by night": tree.children[0].children[0]}
tree.children.pop(0)
print("nodes in the tree:", count(tree))
print("nodes in memory:", objgraph.count("Node"))
print(sorted(node.name for node in objgraph.by_type("Node")))


# --- Who holds it
def find(name):
    """The node with a name, wherever it is."""
    return next(node for node in objgraph.by_type("Node") if node.name == name)


objgraph.show_backrefs([find("owl")], max_depth=2, extra_info=name, filename="tree-2.svg")
for holder in gc.get_referrers(find("owl")):
    print(type(holder).__name__, "- is it favorites?", holder is favorites)

# --- By which way
chain = objgraph.find_backref_chain(find("owl"), objgraph.is_proper_module)
print([type(step).__name__ for step in chain])
print("its end:", chain[-1].name)
del chain

objgraph.show_chain(
    objgraph.find_backref_chain(find("owl"), objgraph.is_proper_module),
    extra_info=name,
    filename="tree-3.svg",
)

# --- A longer way
chain = objgraph.find_backref_chain(find("pike"), objgraph.is_proper_module)
print([type(step).__name__ for step in chain])
del chain

objgraph.show_chain(
    objgraph.find_backref_chain(find("pike"), objgraph.is_proper_module),
    extra_info=name,
    filename="tree-4.svg",
)

# --- Let go
del favorites["by night"]
print("nodes in memory:", objgraph.count("Node"))
