import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
print(gc.get_threshold())
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())
gc.set_threshold(700)
print(gc.get_threshold())
print(gc.get_debug(), gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE,
      gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
for bad in (3, -1, "x"):
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
gc.disable()
gc.collect()
alive = []


class Node:
    def __init__(self):
        alive.append(1)
        self.me = self

    def __del__(self):
        alive.pop()


for _ in range(2000):
    Node()
print(len(alive))
print(gc.collect(), len(alive))
print(type(gc.get_count()).__name__, len(gc.get_count()), len(gc.get_stats()))
