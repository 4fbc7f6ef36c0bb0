import tracemalloc

print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start()
print(tracemalloc.is_tracing())


def measured(size):
    before, _ = tracemalloc.get_traced_memory()
    data = bytes(size)
    during, peak = tracemalloc.get_traced_memory()
    del data
    after, _ = tracemalloc.get_traced_memory()
    # The tracer's own small numbers are left out by rounding.
    return (during - before) // 1000, (after - before) // 1000, peak >= during


print(measured(100_000))
print(measured(2_000_000))
tracemalloc.clear_traces()
current, peak = tracemalloc.get_traced_memory()
print(current < 1000, peak < 1000)
block = bytearray(500_000)
del block
current, peak = tracemalloc.get_traced_memory()
print(current < 1000, peak // 1000)
tracemalloc.reset_peak()
print(tracemalloc.get_traced_memory()[1] < 1000)
tracemalloc.stop()
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
