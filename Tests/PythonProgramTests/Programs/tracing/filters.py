import gc
import tracemalloc

data = other = None
gc.collect()
tracemalloc.start(2)
data = [bytes(700) for _ in range(10)]
other = [bytes(900) for _ in range(10)]
snapshot = tracemalloc.take_snapshot()
mine = snapshot.filter_traces([tracemalloc.Filter(True, __file__)])
only = snapshot.filter_traces([tracemalloc.Filter(True, __file__, lineno=7)])
without = mine.filter_traces([tracemalloc.Filter(False, __file__, lineno=8)])
nothing = snapshot.filter_traces((tracemalloc.Filter(True, "nowhere/*"),))


def lines(snapshot):
    return [(statistic.traceback[0].lineno, statistic.size, statistic.count) for statistic in snapshot.statistics("lineno") if statistic.size > 2000]


print(lines(mine))
print(lines(only))
print(lines(without))
print(lines(nothing), len(nothing.traces))
print([len(only.statistics(kind)) for kind in ("filename", "lineno", "traceback")])
f = tracemalloc.Filter(True, "a/*.py", lineno=3, all_frames=True)
print(f.inclusive, f.filename_pattern, f.lineno, f.all_frames, f.domain)
d = tracemalloc.DomainFilter(True, 0)
print(d.inclusive, d.domain, len(snapshot.filter_traces([d]).traces) == len(snapshot.traces))
trace = max(only.traces, key=lambda trace: trace.size)
print(trace.size, trace.domain, len(trace.traceback), trace.traceback[0].lineno)
try:
    snapshot.statistics("wrong")
except ValueError as error:
    print(error)
try:
    snapshot.filter_traces(5)
except TypeError as error:
    print(error)
tracemalloc.stop()
