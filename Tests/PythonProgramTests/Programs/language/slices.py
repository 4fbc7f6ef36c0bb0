row = list(range(10))
print(row[2:5], row[:3], row[7:], row[:], row[::3], row[::-2], row[8:2:-3], row[-3:], row[:-7], row[5:2])
print(row[100:], row[-100:2], row[2:100:4], "abcdef"[1:4], "abcdef"[::-1], (1, 2, 3)[1:], b"abc"[:2], range(9)[2:7:2])
row[1:3] = ["x"]
print(row)
row[::2] = [0] * len(row[::2])
print(row)
row[len(row):] = "end"
row[:0] = ("start",)
print(row)
del row[::3]
print(row)
row[2:2] = [[]]
del row[:1], row[-1:]
print(row)
part = slice(1, None, 2)
print(row[part], part.start, part.stop, part.step, part.indices(6), part == slice(1, None, 2))
copy = row[:]
copy[0] = "changed"
print(row[0] != copy[0], row[1] is copy[1])


class Index:
    def __index__(self):
        return 2


print("abcdef"[Index():], [1, 2, 3][Index()], [0] * Index(), range(Index()))
for action in (lambda: row.__setitem__(slice(0, 4, 2), [1]), lambda: row["a":], lambda: row[::0],
               lambda: row[1.0], lambda: "ab"[0:1:0], lambda: row.__setitem__(slice(0, 1), 5)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
