from itertools import chain, count, islice


def numbers():
    print("[source]", end=" ")
    yield from count(1)


def only(predicate, source):
    for item in source:
        if predicate(item):
            yield item


def pairs(source):
    source = iter(source)
    for first in source:
        yield first, next(source, None)


def take(n, source):
    return list(islice(source, n))


odd = only(lambda n: n % 2, numbers())
print("lazy until asked")
print(take(4, odd))
print(take(2, pairs(odd)), next(odd))
print(list(pairs("abcde")))
print(list(chain("ab", [1], (n for n in range(2)))), list(chain.from_iterable(["xy", "z"])))
print(list(islice("abcdefgh", 2, 7, 2)), list(islice(count(5, -2), 3)))


def window(source, size):
    row = []
    for item in source:
        row.append(item)
        if len(row) > size:
            del row[0]
        if len(row) == size:
            yield tuple(row)


print(list(window(range(5), 3)))
