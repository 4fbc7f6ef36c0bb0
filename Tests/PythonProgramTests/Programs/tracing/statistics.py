import tracemalloc


def small():
    return [bytes(100) for _ in range(50)]


def large():
    return bytes(50_000)


tracemalloc.start()
kept = small(), large()
snapshot = tracemalloc.take_snapshot()
tracemalloc.stop()
own = snapshot.filter_traces(tracemalloc.Filter(True, __file__) for _ in range(1))
top = own.statistics("lineno")[0]
print(top.traceback[0].lineno, top.count, top.size)
print(str(top).replace(__file__, "FILE"))
files = own.statistics("filename")
print(len(files), files[0].size > 56_000, files[0].traceback[0].filename == __file__)
print(type(top).__name__, type(top.traceback).__name__, type(top.traceback[0]).__name__)
nothing = snapshot.filter_traces([tracemalloc.Filter(True, "no such file")])
print(nothing.statistics("lineno"), len(nothing.traces))
only = own.filter_traces([tracemalloc.Filter(True, __file__, lineno=9)])
print([(s.traceback[0].lineno, s.count, s.size) for s in only.statistics("lineno")])
