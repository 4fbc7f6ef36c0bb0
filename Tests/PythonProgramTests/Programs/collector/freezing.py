import gc

gc.collect()


class Node:
    pass


node = Node()
node.me = node
print(gc.get_freeze_count())
gc.freeze()
print(gc.get_freeze_count() > 0)
del node
print("frozen garbage is not collected:", gc.collect())
gc.unfreeze()
print(gc.get_freeze_count())
print("collected after:", gc.collect())
print(gc.collect())
