items = [3, 1, 2]
items.append(5)
items.extend("ab")
items.extend(n for n in [7])
items.insert(1, "in")
items.insert(-1, "near end")
items.insert(100, "end")
print(items)
print(items.pop(), items.pop(0), items.pop(-2), items)
items.remove("a")
print(items, items.index("b"), items.count(1), items.index(2, 2))
copy = items.copy()
copy.clear()
print(copy, items != copy)
numbers = [5, 3, 9, 1]
print(sorted(numbers), numbers.sort(), numbers)
numbers.sort(reverse=True)
print(numbers)
numbers.reverse()
print(numbers)
words = ["pear", "fig", "apple", "kiwi"]
words.sort(key=len)
print(words)
words.sort(key=lambda word: (-len(word), word), reverse=True)
print(words, sorted(words, key=str.lower))
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
pairs.sort(key=lambda pair: pair[0])
print(pairs, sorted(pairs, key=lambda pair: pair[0], reverse=True))
print([1, 2] + [3], [0] * 3, [[]] * 2, [1, [2]] == [1, [2]], 2 in [1, 2], [1, 2] > [1], list("ab"), list({"k": 1}), [])
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
for attempt in lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][3], lambda: list([1])["a"], lambda: [1] + (2,), \
        lambda: [1].sort(1), lambda: [1, "a"].sort(), lambda: [1].extend(5), lambda: [1].insert(0), lambda: sorted([1], 2), lambda: [1] * 1.5, lambda: [].__setitem__(0, 1), lambda: sorted(5):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
try:
    numbers.sort(key=lambda n: numbers.append(1))
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
print(list(reversed(numbers[:3])), [*enumerate("ab", 5)], list(zip([1, 2], "ab", [True])), [1, 2, 3].__len__(), [4, 5].__contains__(4))
deep = [1]
deep *= 3
deep[1:2] *= 2
print(deep)
