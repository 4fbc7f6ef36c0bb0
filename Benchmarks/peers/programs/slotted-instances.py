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


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def make():
    return [Point(number, number) for number in range(10_000)]


measure(make)
