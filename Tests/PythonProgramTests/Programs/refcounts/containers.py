import sys
from collections import deque


def count(thing):
    # The argument of this function and that of getrefcount.
    return sys.getrefcount(thing) - 2


item = object()
base = count(item)
print("alone", base)
row = [item] * 5
print("list of five", count(item) - base)
pair = (item, item)
print("tuple", count(item) - base)
table = {item: item}
print("dict key and value", count(item) - base)
group = {item, item}
print("set", count(item) - base)
queue = deque([item] * 3)
print("deque", count(item) - base)
row.pop()
print("after pop", count(item) - base)
del row[1:3]
print("after slice deletion", count(item) - base)
table.clear()
group.discard(item)
queue.rotate(1)
queue.popleft()
print("after clearing", count(item) - base)
del pair, row, queue
print("in the end", count(item) - base)
