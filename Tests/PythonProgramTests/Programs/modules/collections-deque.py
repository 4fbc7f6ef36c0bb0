from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend([5, 6])
d.extendleft([-1, -2])
print(d, len(d), d[0], d[-1], 3 in d)
print(d.pop(), d.popleft(), d, list(d), d.index(2), d.count(2))
d.rotate(2)
print(d)
d.rotate(-1)
d.remove(2)
d.insert(1, "x")
print(d, d.copy() == d, deque("abc") < deque("abd"))
d.reverse()
print(d)
last = deque(maxlen=3)
for n in range(6):
    last.append(n)
print(last, last.maxlen, d.maxlen)
last.appendleft("front")
print(last)
last[1] = "changed"
del last[0]
print(last, list(reversed(last)), deque([1]) + deque([2]), deque([1]) * 3, bool(deque()))
d.clear()
print(d, deque("ab", 1))
for attempt in lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: last.insert(0, 1), lambda: deque([1]).index(2), lambda: deque(5), lambda: deque([1], -1), lambda: hash(deque()), lambda: deque([1])[0:1]:
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__ + ":", error)
changing = deque([1, 2])
try:
    for item in changing:
        changing.append(item)
except RuntimeError as error:
    print(error)
loop = deque()
loop.append(loop)
print(loop)
full = deque([1, 2, 3], maxlen=3)
try:
    full.insert(1, 9)
except IndexError as error:
    print(error)
