import gc
import tracemalloc


def leaf():
    return bytes(2000)


def middle(count):
    return [leaf() for _ in range(count)]


def top():
    return middle(3)


made = once = None
gc.collect()
tracemalloc.start(10)
made = top()
once = leaf()
traceback = tracemalloc.get_object_traceback(made[0])
print(len(traceback), [frame.lineno for frame in traceback], traceback.total_nframe)
print(*traceback.format(), sep="\n")
print(*traceback.format(limit=1), sep="\n")
print(*traceback.format(most_recent_first=True), sep="\n")
print(*tracemalloc.get_object_traceback(once).format(), sep="\n")
snapshot = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)])
print(snapshot.traceback_limit)
for statistic in snapshot.statistics("traceback"):
    if statistic.size > 1000:
        print([frame.lineno for frame in statistic.traceback], statistic.size, statistic.count)
for statistic in snapshot.statistics("lineno", cumulative=True):
    if statistic.size > 1000:
        print(statistic.traceback[0].lineno, statistic.size, statistic.count)
line = [statistic for statistic in snapshot.statistics("lineno") if statistic.size > 1000][0]
print(str(line).split("/")[-1].replace(__file__.rpartition("/")[0], ""))
tracemalloc.stop()
