from measuring import measure


TEXT = "the quick brown fox jumps over the lazy dog and runs away from the other dogs " * 2_000


def count():
    counts = {}
    for word in TEXT.split():
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


measure(count, str)
