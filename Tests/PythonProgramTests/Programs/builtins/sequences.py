row = [3, 1, 2]
row.append(5); row.extend("ab"); row.insert(1, "new")
print(row, row.pop(), row.pop(0), row.index(2), row.count(1))
row.remove("a"); row.reverse()
print(row, row[::-1], row[1:3], row[-2:], row[::2], row[5:], row[-100:2])
numbers = [5, -2, 9, 0]
numbers.sort()
print(numbers, sorted(numbers, key=abs), sorted("banana", reverse=True), sorted([("b", 1), ("a", 2)]))
numbers.sort(key=lambda n: -n)
print(numbers, numbers + [1], numbers * 2, [0] * 0, 9 in numbers)
numbers[1:1] = [7, 7]
del numbers[0], numbers[-1]
print(numbers, len(numbers), numbers == [7, 7, 5, 0], [1, 2] < [1, 3], [1] < [1, 0])
t = (1, 2, 3, 2)
print(t.count(2), t.index(3), t + (4,), t * 2, t[1:], (5,), (), tuple("ab"), hash((1, 2)) == hash((1, 2)))
print(list(range(5, 0, -2)), range(10)[2:8:3], range(5)[-1], len(range(0, 100, 7)), 4 in range(0, 10, 2))
print(range(3) == range(0, 3, 1), list(reversed([1, 2])), slice(1, 2).indices(5), range(2, 5).index(4))
for action in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1],
               lambda: (1,)[3], lambda: row["a"], lambda: range(3)[5], lambda: "ab"[7],
               lambda: [1, "a"].sort(), lambda: range(1, 2, 0), lambda: [1] + (2,), lambda: max([])):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
