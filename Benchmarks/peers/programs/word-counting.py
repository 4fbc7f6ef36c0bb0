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


TEXT = "the quick brown fox jumps over the lazy dog and runs away from the other dogs " * 2_000


def count():
    counts = {}
    for word in TEXT.split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


measure(count)
