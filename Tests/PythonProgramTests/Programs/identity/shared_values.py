grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid, grid[0] is grid[1])
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, grid[0] is grid[1])


def collect(item, into=[]):
    into.append(item)
    return into


first = collect(1)
second = collect(2)
print(first is second, first, collect(3, []), collect.__defaults__)
keys = dict.fromkeys("ab", [])
keys["a"].append(1)
print(keys, keys["a"] is keys["b"])
a = b = []
a.append(1)
print(b, a is b)
copy = a[:]
print(copy == a, copy is a, copy[0] is a[0])
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], float("nan") in [nan])
word = "word"
print(str(word) is word, tuple((1, a)) is (1, a), list(a) is a)
number = 10**20
print(int(number) is number, +number is number, number * 1 == number)
