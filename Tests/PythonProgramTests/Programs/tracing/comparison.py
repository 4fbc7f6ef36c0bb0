import gc
import tracemalloc

here = [tracemalloc.Filter(True, __file__)]


def fill(count):
    return [bytes(1000) for _ in range(count)]


def more(count):
    return [bytes(500) for _ in range(count)]


first = before = second = third = after = None
gc.collect()
tracemalloc.start()
first = fill(10)
before = tracemalloc.take_snapshot().filter_traces(here)
second = fill(5)
third = more(20)
after = tracemalloc.take_snapshot().filter_traces(here)
for difference in after.compare_to(before, "lineno"):
    if abs(difference.size_diff) > 1000:
        print("line", difference.traceback[0].lineno, difference.size, difference.size_diff, difference.count, difference.count_diff)
del first
later = tracemalloc.take_snapshot().filter_traces(here)
for difference in later.compare_to(after, "lineno"):
    if abs(difference.size_diff) > 1000:
        print("line", difference.traceback[0].lineno, difference.size, difference.size_diff, difference.count, difference.count_diff)
same = later.compare_to(later, "filename")
print(len(same), same[0].size_diff, same[0].count_diff, same[0].traceback[0].lineno)
tracemalloc.stop()
