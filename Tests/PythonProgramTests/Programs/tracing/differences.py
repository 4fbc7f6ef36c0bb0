import tracemalloc

only_here = [tracemalloc.Filter(True, __file__)]


def snapshot():
    return tracemalloc.take_snapshot().filter_traces(only_here)


tracemalloc.start()
first = bytes(2000)
before = snapshot()
second = [bytes(1000) for _ in range(10)]
del first
after = snapshot()
tracemalloc.stop()
lines = []
for difference in after.compare_to(before, "lineno"):
    if abs(difference.size_diff) >= 1000:
        lines.append((difference.traceback[0].lineno, difference.size_diff > 0,
                      abs(difference.size_diff) // 1000))
for line in sorted(lines):
    print(*line)
