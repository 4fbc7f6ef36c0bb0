import gc

gc.disable()
gc.collect()
seen = []


def watch(phase, info):
    seen.append((phase, info["generation"], info["collected"], info["uncollectable"]))


gc.callbacks.append(watch)
gc.collect(0)
cycle = []
cycle.append(cycle)
del cycle
gc.collect(1)
loop = {}
loop["loop"] = loop
del loop
gc.collect(2)
gc.collect()
gc.callbacks.remove(watch)
gc.collect()
for line in seen:
    print(*line)
print(len(gc.callbacks), gc.isenabled())
