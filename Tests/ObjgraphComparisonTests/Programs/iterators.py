# start: chained
# start: pipeline
# start: source
"""Iterators of built-in types, half consumed."""

import itertools

source = [["a"], ["b"], ["c"], ["d"]]
table = {"k": source}
zipped = zip(source, iter(table), itertools.count(1000))
mapped = map(lambda x: x, source)
numbered = enumerate(source, 5)
filtered = filter(None, source)
backwards = reversed(source)
called = iter(lambda: source, None)
chained = itertools.chain(source, mapped, numbered)
first, second = itertools.tee(iter(source))
grouped = itertools.groupby(source, key=len)
product = itertools.product(source, "xy")
for iterator in (zipped, mapped, numbered, filtered, backwards, called, chained, first, grouped, product):
    next(iterator)
pipeline = [zipped, mapped, numbered, filtered, backwards, called, chained, first, second, grouped, product,
            itertools.islice(source, 2), itertools.cycle(source), itertools.repeat(source), range(10**20).__iter__()]
del iterator
