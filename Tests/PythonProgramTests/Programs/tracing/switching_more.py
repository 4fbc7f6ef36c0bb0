import tracemalloc

print(tracemalloc.is_tracing())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
tracemalloc.start(3)
tracemalloc.start(7)
print(tracemalloc.get_traceback_limit())
data = bytes(1000)
print(tracemalloc.get_object_traceback(data) is not None)
tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(data))
tracemalloc.stop()
tracemalloc.stop()
tracemalloc.start()
print(tracemalloc.get_traceback_limit())
tracemalloc.stop()
for limit in (0, -1, 100000):
    try:
        tracemalloc.start(limit)
    except ValueError as error:
        print(error)
print(tracemalloc.is_tracing())
filter = tracemalloc.Filter(False, "*.txt", lineno=3, all_frames=True)
print(filter.inclusive, filter.filename_pattern, filter.lineno, filter.all_frames)
