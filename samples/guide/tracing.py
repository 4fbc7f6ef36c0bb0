"""Tracing allocations: fifty thousand objects, the top lines, and a comparison."""

# --- Fifty thousand objects
import gc
import tracemalloc


class Reading:
    def __init__(self, number):
        self.number = number
        self.values = [None, None]


def make_readings(count):
    readings = []
    for number in range(count):
        readings.append(Reading(number))
    return readings


here = tracemalloc.Filter(True, make_readings.__code__.co_filename)
gc.collect()
tracemalloc.start()
readings = make_readings(50000)
snapshot = tracemalloc.take_snapshot().filter_traces([here])
print(len(readings), "readings")

# --- The top lines
for statistic in snapshot.statistics("lineno")[:4]:
    frame = statistic.traceback[0]
    print(f"line {frame.lineno:3}: {statistic.count:6} blocks, {statistic.size:8} bytes")

# --- Where one object comes from
trace = tracemalloc.get_object_traceback(readings[777])
print(len(trace), "frame, line", trace[0].lineno)
print("its list: line", tracemalloc.get_object_traceback(readings[777].values)[0].lineno)
tracemalloc.stop()

# --- With the calls that led there
tracemalloc.start(10)
few = make_readings(3)
for frame in tracemalloc.get_object_traceback(few[0]):
    print("line", frame.lineno)
tracemalloc.stop()

# --- A program that grows
seen = []


def answer(question):
    words = [letter * 2 for letter in question]
    seen.append(list(words))
    return "".join(words)


def serve(times):
    for _ in range(times):
        answer("how are you")


here = tracemalloc.Filter(True, answer.__code__.co_filename)
tracemalloc.start()
serve(100)

# --- A comparison
before = tracemalloc.take_snapshot().filter_traces([here])
serve(300)
after = tracemalloc.take_snapshot().filter_traces([here])
for difference in after.compare_to(before, "lineno")[:2]:
    frame = difference.traceback[0]
    print(f"line {frame.lineno:3}: {difference.count_diff:+5} blocks, {difference.size_diff:+7} bytes")

# --- Peaks
def peak_of(work):
    tracemalloc.reset_peak()
    start, _ = tracemalloc.get_traced_memory()
    work()
    _, peak = tracemalloc.get_traced_memory()
    return (peak - start) // 100000


print("a list:     ", peak_of(lambda: sum([number * number for number in range(100000)])), "bytes a number")
print("a generator:", peak_of(lambda: sum(number * number for number in range(100000))), "bytes a number")
tracemalloc.stop()
