import gc

gc.collect()
gc.disable()
seen = []


def callback(phase, info):
    seen.append((phase, info["generation"], info["collected"], info["uncollectable"]))


class Node:
    pass


gc.callbacks.append(callback)
n = Node()
n.me = n
del n
gc.collect(0)
gc.collect(1)
gc.collect()
for each in seen:
    print(*each)
gc.callbacks.remove(callback)
gc.collect()
print(len(seen), gc.callbacks)


def failing(phase, info):
    raise ValueError("in callback " + phase)


gc.callbacks.append(failing)
print(gc.collect(0))
gc.callbacks.clear()
counts = {"start": 0, "stop": 0}


def counting(phase, info):
    counts[phase] += 1


gc.callbacks.append(counting)
gc.set_threshold(100, 5, 5)
gc.enable()
kept = [[] for _ in range(1050)]
gc.disable()
print(counts["start"] == counts["stop"], counts["start"] >= 10)
gc.callbacks.clear()
stats = gc.get_stats()
print(len(stats), sorted(stats[0]), stats[2]["uncollectable"])
