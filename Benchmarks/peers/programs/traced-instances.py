import tracemalloc

from measuring import measure


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def make():
    tracemalloc.start()
    points = []
    for number in range(50_000):
        points.append(Point(number, number))
    traced, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return traced


measure(make, lambda traced: traced > 50_000 * 64)
