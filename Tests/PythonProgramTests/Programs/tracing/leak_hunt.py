import tracemalloc

cache = {}


def remember(key):
    cache[key] = bytearray(4000)


def forget(key):
    scratch = bytearray(4000)
    return len(scratch)


def snapshot():
    return tracemalloc.take_snapshot().filter_traces(
        [tracemalloc.Filter(True, __file__)])


tracemalloc.start()
remember("warm")
forget("warm")
before = snapshot()
for key in range(25):
    remember(key)
    forget(key)
after = snapshot()
tracemalloc.stop()
worst = after.compare_to(before, "lineno")[0]
print("line", worst.traceback[0].lineno)
print("new bytes", worst.size_diff // 1000 * 1000, "of", worst.size // 1000 * 1000)
print(worst.size_diff > 100_000, worst.count_diff >= 25)
grew = [d.traceback[0].lineno for d in after.compare_to(before, "lineno") if d.size_diff > 50_000]
print(grew, len(cache))
