"""What the programs here have in common: imported by each, in CPython and in the built-in runtime alike."""

import time


def measure(function, answer, repetitions=7):
    """Prints what is true of a function's result, and the median time of some calls in seconds, its release included."""
    print(answer(function()))
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    times.sort()
    print("seconds %.6f" % times[len(times) // 2])
