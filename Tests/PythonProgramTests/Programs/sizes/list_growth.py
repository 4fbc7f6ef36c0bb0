import sys

row = []
size = sys.getsizeof(row)
print(0, size)
for number in range(200):
    row.append(number)
    if sys.getsizeof(row) != size:
        size = sys.getsizeof(row)
        print(len(row), size)
while row:
    row.pop()
    if sys.getsizeof(row) != size:
        size = sys.getsizeof(row)
        print("pop", len(row), size)
