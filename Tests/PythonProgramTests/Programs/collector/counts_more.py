import gc

gc.collect()


class Node:
    pass


def garbage(count):
    for _ in range(count):
        node = Node()
        node.me = node


print(gc.collect())
garbage(1)
print(gc.collect())
garbage(10)
print(gc.collect())
row = []
row.append(row)
del row
print(gc.collect())
table = {}
table["self"] = table
del table
print(gc.collect())
a, b = [], []
a.append(b)
b.append(a)
print(gc.collect())
del a
print(gc.collect())
del b
print(gc.collect())
