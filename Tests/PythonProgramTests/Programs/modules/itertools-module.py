from itertools import chain, count, islice

print(list(chain([1], "ab", (2,))), list(chain()), list(chain.from_iterable([[1], [2, 3]])), list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(0.5), 2)))
print(list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice([1, 2], 10)), list(islice("abc", 0)), list(islice("abcdef", None, 3)))
c = count(10, -3)
print(next(c), next(c), c, count(1), count(1, 2))
source = iter(range(10))
print(list(islice(source, 3)), list(islice(source, 1, 3)), list(source))
lazy = chain((print("first asked") or n for n in [1]), (print("second asked") or n for n in [2]))
print(next(lazy))
print(next(lazy), next(lazy, "end"))
for attempt in lambda: islice([1], -1), lambda: islice([1]), lambda: list(chain(5)), lambda: count("a"), lambda: islice([1], 0, 5, 0), lambda: next(chain()), lambda: islice(5, 1), lambda: list(chain.from_iterable([1])):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)


def batches(items, size):
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


print(list(batches(range(7), 3)), list(zip(count(1), "abc")), dict(zip("ab", count())))
print(sum(islice((n * n for n in count()), 10)), type(c).__name__, type(chain()).__name__, type(islice([], 1)).__name__)
big = count(2 ** 63 - 1)
print(next(big), next(big), next(big))
