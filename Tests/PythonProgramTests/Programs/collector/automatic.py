import gc
import weakref


class Node:
    pass


gc.collect()
alive = weakref.WeakSet()
most = 0
for number in range(20_000):
    node = Node()
    node.me = node
    alive.add(node)
    most = max(most, len(alive))
print("the collector came by itself:", most < 5000, most > 500)
gc.disable()
del node
gc.collect()
print("left:", len(alive))
for number in range(5000):
    node = Node()
    node.me = node
    alive.add(node)
print("disabled, nothing goes:", len(alive))
gc.enable()
kept = [[] for _ in range(5000)]
print("enabled again:", len(alive) < 100)
gc.set_threshold(0)
del node
gc.collect()
for number in range(5000):
    node = Node()
    node.me = node
    alive.add(node)
print("threshold 0:", len(alive))
gc.collect()
print("only the one with a name:", len(alive), node in alive)
