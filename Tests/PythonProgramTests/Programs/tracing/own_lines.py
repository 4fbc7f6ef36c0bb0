import tracemalloc


def build():
    rows = []
    for number in range(100):
        rows.append(bytes(number + 100))
    return rows


tracemalloc.start()
rows = build()
blob = bytes(10000)
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
own = snapshot.filter_traces([tracemalloc.Filter(True, __file__)])
for statistic in sorted(own.statistics("lineno"), key=lambda s: s.traceback[0].lineno):
    frame = statistic.traceback[0]
    if statistic.size > 1000:
        print(frame.lineno, statistic.count, statistic.size)
print(tracemalloc.is_tracing())
