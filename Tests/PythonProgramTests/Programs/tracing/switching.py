import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit())
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)
before = bytes(1000)
tracemalloc.start(5)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit(), tracemalloc.get_object_traceback(before))
during = bytes(1000)
print(tracemalloc.get_object_traceback(during))
print(tracemalloc.get_object_traceback(5))
start, _ = tracemalloc.get_traced_memory()
big = bytes(100_000)
current, peak = tracemalloc.get_traced_memory()
print(current - start >= 100_033, current - start < 101_000, peak >= current)
del big
after, peak = tracemalloc.get_traced_memory()
print(after - start < 1000, peak >= current)
tracemalloc.reset_peak()
now, peak = tracemalloc.get_traced_memory()
print(peak - now < 1000, tracemalloc.get_tracemalloc_memory() > 0)
tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(during), tracemalloc.get_traced_memory()[0] < 2000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
try:
    tracemalloc.start(0)
except ValueError as error:
    print(error)
