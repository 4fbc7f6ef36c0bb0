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


def numbers(count):
    for number in range(count):
        yield number


def squares(source):
    for number in source:
        yield number * number


def even(source):
    for number in source:
        if number % 2 == 0:
            yield number


measure(lambda: sum(even(squares(numbers(100_000)))))
