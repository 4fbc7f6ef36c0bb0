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


class Tree:
    def __init__(self, depth):
        self.left = self.right = None
        if depth:
            self.left = Tree(depth - 1)
            self.right = Tree(depth - 1)


measure(lambda: Tree(16), 5)
