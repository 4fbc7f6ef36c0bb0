import sys

size = sys.getsizeof
empty = []
print("empty", size(empty))


def growth(label, step, start, count):
    items = list(start)
    sizes = [size(items)]
    for number in range(count):
        step(items, number)
        if size(items) != sizes[-1]:
            sizes.append(size(items))
    print(label, len(items), sizes)


growth("append", lambda items, n: items.append(n), [], 200)
growth("insert", lambda items, n: items.insert(0, n), [], 60)
growth("extend by three", lambda items, n: items.extend([1, 2, 3]), [], 40)
growth("extend by a generator", lambda items, n: items.extend(x for x in range(5)), [], 10)
growth("pop", lambda items, n: items.pop(), range(100), 100)
growth("pop first", lambda items, n: items.pop(0), range(60), 60)
growth("slice assignment", lambda items, n: items.__setitem__(slice(0, 0), [1, 2]), [], 20)
for number in range(12):
    print(number, size([None] * number), size([n for n in range(number)]), size(list(range(number))), size(list(tuple(range(number)))), size(list(n for n in range(number))), size(list("x" * number)), size([*range(number)]))
literal = [1, 2, 3, 4, 5]
print(size([1]), size([1, 2]), size([1, 2, 3]), size([1, 2, 3, 4]), size(literal), size(literal[:3]), size(literal + [6]), size(literal * 2), size(sorted(literal)), size(literal.copy()))
literal.append(6)
print(size(literal))
del literal[2:]
print(size(literal))
literal.clear()
print(size(literal))
literal += [1]
print(size(literal))
words = "a b c d e f g".split()
print(len(words), size(words), size("a,b".split(",")), size(list({"a": 1, "b": 2})), size(list({1, 2, 3})), size(list(map(str, range(9)))), size(list(zip("abc", "def"))), size(list(range(1000))))
big = list(range(1000))
del big[:]
print(size(big))
big = [n for n in range(1000)]
print(size(big))
while len(big) > 10:
    big.pop()
print(size(big))
