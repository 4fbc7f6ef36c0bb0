import sys

group = set()
size = sys.getsizeof(group)
print(0, size)
for number in range(200):
    group.add(number)
    if sys.getsizeof(group) != size:
        size = sys.getsizeof(group)
        print(len(group), size)
while group:
    group.pop()
print("emptied", sys.getsizeof(group))
group.clear()
print("cleared", sys.getsizeof(group))
print([sys.getsizeof(set(range(n))) for n in (0, 1, 4, 5, 8, 20)])
print([sys.getsizeof(frozenset(range(n))) for n in (0, 1, 4, 5, 8, 20)])
a, b = set(range(30)), set(range(20, 50))
print(sys.getsizeof(a | b), sys.getsizeof(a & b), sys.getsizeof(a - b), sys.getsizeof(a ^ b))
print(sys.getsizeof(a.copy()), sys.getsizeof({1, 2, 3}))
