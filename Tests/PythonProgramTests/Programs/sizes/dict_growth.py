import sys

table = {}
size = sys.getsizeof(table)
print(0, size)
for number in range(200):
    table[number] = None
    if sys.getsizeof(table) != size:
        size = sys.getsizeof(table)
        print("numbers", len(table), size)
names = {}
size = sys.getsizeof(names)
for number in range(200):
    names["k" + str(number)] = None
    if sys.getsizeof(names) != size:
        size = sys.getsizeof(names)
        print("names", len(names), size)
for number in range(190):
    del table[number]
print("deleted", len(table), sys.getsizeof(table))
print("copied", sys.getsizeof(table.copy()), sys.getsizeof(dict(table)))
table.clear()
print("cleared", sys.getsizeof(table))
print(sys.getsizeof({"a": 1}), sys.getsizeof({1: 1}), sys.getsizeof({"a": 1, 2: 2}))
print(sys.getsizeof(dict.fromkeys(range(10))), sys.getsizeof({n: n for n in range(10)}))
