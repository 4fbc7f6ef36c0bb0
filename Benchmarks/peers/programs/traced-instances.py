import time


def measure(function, repetitions=7):
    """The median of some calls in seconds."""
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    times.sort()
    print("seconds %.6f" % times[len(times) // 2])


import tracemalloc


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def make():
    tracemalloc.start()
    points = []
    for number in range(50_000):
        points.append(Point(number, number))
    tracemalloc.stop()


measure(make)
