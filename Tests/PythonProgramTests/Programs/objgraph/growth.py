import gc

import objgraph


class Leak:
    pass


class Other:
    pass


def mine(x):
    return isinstance(x, (Leak, Other))


kept = []
print(objgraph.growth(filter=mine))
kept.extend(Leak() for _ in range(4))
kept.append(Other())
print(objgraph.growth(filter=mine))
print(objgraph.growth(filter=mine))
kept.extend(Leak() for _ in range(2))
objgraph.show_growth(filter=mine)
objgraph.show_growth(filter=mine)
kept.clear()
print(objgraph.growth(filter=mine))
kept.extend(Leak() for _ in range(5))
print("below the peak:", objgraph.growth(filter=mine))
kept.extend(Leak() for _ in range(5))
print("above it:", objgraph.growth(filter=mine, shortnames=False))
peaks = {}
print(objgraph.growth(peak_stats=peaks, filter=mine), peaks)
kept.append(Other())
objgraph.show_growth(peak_stats=peaks, filter=mine, limit=1)
print(peaks)
