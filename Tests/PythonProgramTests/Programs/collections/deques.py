from collections import deque

queue = deque([1, 2, 3])
queue.append(4); queue.appendleft(0)
print(queue, len(queue), queue[0], queue[-1], queue.pop(), queue.popleft(), 2 in queue)
queue.extend("ab"); queue.extendleft("xy")
print(queue, queue.count("a"), queue.index(1), list(reversed(queue)))
queue.rotate(2)
print(queue)
queue.rotate(-3)
print(queue)
queue.remove("a"); queue.insert(1, "new"); queue[2] = "set"
del queue[0]
print(queue, deque("ab") + deque("c"), deque([1]) * 3, deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]))
recent = deque(maxlen=3)
for number in range(6):
    recent.append(number)
print(recent, recent.maxlen, deque(range(5), 2), queue.maxlen)
recent.appendleft("left")
print(recent, recent.copy(), bool(deque()), sum(deque([1, 2])), [*recent])
queue.reverse(); print(queue); queue.clear(); print(queue)
recent.append(recent)
print(recent)
for action in (lambda: deque().pop(), lambda: deque()[0], lambda: recent.insert(0, 1), lambda: deque([1]).remove(2),
               lambda: deque(5), lambda: hash(deque()), lambda: deque(maxlen=-1), lambda: deque([1])[0:1]):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
try:
    for item in (work := deque([1, 2])):
        work.append(item)
except RuntimeError as error:
    print(error)
