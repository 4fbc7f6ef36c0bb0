import sys

print([sys.getsizeof([0] * n) for n in range(10)])
print([sys.getsizeof(list(range(n))) for n in range(10)])
print([sys.getsizeof([x for x in range(n)]) for n in range(10)])
print([sys.getsizeof(tuple(range(n))) for n in range(10)])
print(sys.getsizeof([1, 2, 3]), sys.getsizeof([1, 2, 3, 4]), sys.getsizeof((1, 2, 3)))
row = [1, 2, 3]
row.extend([4, 5])
print(sys.getsizeof(row))
row.insert(0, 9)
print(sys.getsizeof(row))
row += range(20)
print(sys.getsizeof(row))
del row[3:]
print(len(row), sys.getsizeof(row))
print(sys.getsizeof(row[:]), sys.getsizeof(row + row), sys.getsizeof(row * 3))
row.clear()
print(sys.getsizeof(row))
row = list("abcdef")
print(sys.getsizeof(row), sys.getsizeof(sorted(row)), sys.getsizeof(row.copy()))
a, *rest = range(9)
print(len(rest), sys.getsizeof(rest))
