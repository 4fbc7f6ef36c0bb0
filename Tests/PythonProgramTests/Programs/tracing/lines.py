import gc
import tracemalloc

here = tracemalloc.Filter(True, __file__)


class Node:
    def __init__(self, n):
        self.n = n


gc.collect()
tracemalloc.start()
kept = [None] * 1000
blob = bytes(5000)
text = "x" * 3000
nodes = [Node(n) for n in range(1000)]
table = {n: None for n in range(1000)}
snapshot = tracemalloc.take_snapshot().filter_traces([here])
for statistic in snapshot.statistics("lineno")[:8]:
    frame = statistic.traceback[0]
    if statistic.size >= 3000:
        print(frame.lineno, statistic.size, statistic.count)
tracemalloc.stop()
