rows = [[1, 2], [3, "x"], [5]]


def total(rows):
    return sum([cell * 2 - 1 for row in rows for cell in row])


print(total([[1]]))
print({index: total([row]) for index, row in enumerate(rows)})
