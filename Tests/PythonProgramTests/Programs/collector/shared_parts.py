import gc
import weakref

gc.collect()


class Node:
    pass


def ring(size):
    nodes = [Node() for _ in range(size)]
    for index, node in enumerate(nodes):
        node.next = nodes[index - 1]
    return nodes


kept = ring(3)[0]
print("held by one member:", gc.collect())
watch = [weakref.ref(kept), weakref.ref(kept.next)]
kept.next.next.next = None
kept = None
print("a broken ring:", [ref() for ref in watch], gc.collect())
nodes = ring(4)
tail = Node()
nodes[0].tail = tail
watch = weakref.ref(tail)
tail = None
nodes.clear()
print("reachable from garbage only:", watch() is not None, gc.collect(), watch())
outer = Node()
outer.inner = ring(2)
outer.me = outer
shared = outer.inner[1]
outer = None
print("one part survives:", gc.collect(), type(shared.next.next).__name__)
shared = None
print("the rest:", gc.collect())
