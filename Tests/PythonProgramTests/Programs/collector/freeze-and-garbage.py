import gc

gc.collect()
gc.disable()


class Node:
    pass


print(gc.get_freeze_count() == 0)
gc.freeze()
frozen = gc.get_freeze_count()
print(frozen > 100)
n = Node()
n.me = n
print("new ones are not frozen:", gc.get_freeze_count() - frozen)
gc.freeze()
print("frozen since:", gc.get_freeze_count() - frozen)
del n
print("frozen garbage is not found:", gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), "now it is:", gc.collect())
print(gc.garbage, gc.get_debug())
gc.set_debug(gc.DEBUG_SAVEALL)
n = Node()
n.me = n
n.name = "saved"
del n
print("found", gc.collect())
print(len(gc.garbage), [getattr(each, "name", type(each).__name__) for each in gc.garbage])
gc.set_debug(0)
gc.garbage[0].me = None
gc.garbage.clear()
print("found", gc.collect(), gc.garbage)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
