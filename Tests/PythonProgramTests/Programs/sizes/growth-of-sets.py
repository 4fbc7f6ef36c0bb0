import sys

size = sys.getsizeof


def growth(label, values):
    collected = set()
    sizes = [(0, size(collected))]
    for value in values:
        collected.add(value)
        if size(collected) != sizes[-1][1]:
            sizes.append((len(collected), size(collected)))
    print(label, sizes)
    return collected


growth("numbers", range(2000))
growth("texts", [str(n) for n in range(300)])
for number in range(0, 24, 3):
    items = list(range(number))
    print(number, size(set(items)), size(frozenset(items)), size({n for n in items}), size(set(set(items))), size(set(items).copy()), size(set(items) | {100}), size(set(items) & set(items)), size(set(items) - {0}))
s = set(range(100))
for n in range(95):
    s.discard(n)
print(len(s), size(s), size(s.copy()), size(set(s)))
s.add(1000)
print(size(s))
s.clear()
print(size(s))
s.update(range(5))
print(size(s))
s.update(range(50))
print(size(s), size({1, 2, 3, 4}), size({1, 2, 3, 4, 5}), size({1, 2, 3, 4, 5, 6, 7, 8}))
s &= {1, 2}
print(size(s))
churn = set()
for n in range(1000):
    churn.add(n)
    churn.discard(n - 3)
print(len(churn), size(churn))
