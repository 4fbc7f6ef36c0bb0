import tracemalloc


def allocate(size):
    return bytes(size)


def first():
    return allocate(3000)


def second():
    return allocate(5000)


tracemalloc.start(10)
kept = [first(), second(), second()]
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
own = snapshot.filter_traces([tracemalloc.Filter(True, __file__)])
print(own.traceback_limit)
for statistic in own.statistics("traceback"):
    if statistic.size > 1000:
        print(statistic.count, statistic.size, [frame.lineno for frame in statistic.traceback])
for statistic in own.statistics("lineno", cumulative=True):
    if statistic.size > 1000:
        print("line", statistic.traceback[0].lineno, statistic.size // 1000)
