from collections import OrderedDict, deque

GRAPH = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}


def shortest(start, goal):
    queue, previous = deque([start]), {start: None}
    while queue:
        node = queue.popleft()
        if node == goal:
            path = []
            while node is not None:
                path.append(node)
                node = previous[node]
            return path[::-1]
        for neighbour in GRAPH[node]:
            if neighbour not in previous:
                previous[neighbour] = node
                queue.append(neighbour)


class Cache(OrderedDict):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.limit:
            print("drop", next(iter(self)))
            del self[next(iter(self))]


print(shortest("a", "f"), shortest("b", "c"), shortest("c", "f"))
cache = Cache(2)
cache["x"], cache["y"] = 1, 2
print(cache["x"])
cache["z"] = 3
print(list(cache), cache.limit)
