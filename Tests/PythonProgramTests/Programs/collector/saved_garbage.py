import gc

gc.collect()


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug() == gc.DEBUG_SAVEALL, gc.garbage)
node = Node("saved")
node.me = node
del node
print(gc.collect())
print([type(thing).__name__ for thing in gc.garbage])
print(gc.garbage[0].name)
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)
row = [1, 2]
row.append(row)
gc.set_debug(gc.DEBUG_SAVEALL)
del row
gc.collect()
print(len(gc.garbage), gc.garbage[0][:2])
gc.set_debug(0)
del gc.garbage[:]
print(gc.collect())
