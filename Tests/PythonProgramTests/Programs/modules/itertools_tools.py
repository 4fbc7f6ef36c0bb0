import itertools
from itertools import chain, count, islice

print(list(chain([1], "ab", (2,))), list(chain()), list(chain.from_iterable([[1], [2, 3]])))
print(list(islice(count(), 3)), list(islice(count(10, 5), 3)), list(islice(count(1.5, 0.5), 2)))
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, None)), list(islice("abcdef", 0, None, 2)), list(islice([], 5)))
counter = count(5)
print(counter, next(counter), next(counter), counter, repr(count(2, 3)))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 2)), next(it))
print(next(zip(count(), "ab")), list(zip(count(1), "xyz")), dict(zip("ab", count())))
labels = (f"item{n}" for n in count(1))
print(next(labels), next(labels), list(islice(labels, 2)))
lazy = chain([1, 2], (1 / n for n in (1, 0)))
try:
    for value in lazy:
        print(value, end=" ")
except ZeroDivisionError as error:
    print(error)
print(type(lazy).__name__, iter(lazy) is lazy, isinstance(counter, itertools.count))
for action in (lambda: islice([], -1), lambda: islice("ab", "c"), lambda: count("a"), lambda: list(chain(5)), lambda: islice([1], 0, 1, 0)):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
