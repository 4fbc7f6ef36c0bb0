# start: queue
# start: history
# start: item
"""Double-ended queues, one of them longer than a block, one that holds itself."""

from collections import deque

item = ["item"]
queue = deque([item, {"k": item}, None], maxlen=5)
history = deque(("entry", number) for number in range(1000, 1100))
history.appendleft(item)
queue.append(history)
queue.append(queue)


class Named(deque):
    pass


named = Named([item])
named.label = item
everything = [queue, history, named]
