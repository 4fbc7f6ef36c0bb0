import sys
from collections import deque, OrderedDict, defaultdict, Counter, namedtuple


def function(a, b=1, *, c=2):
    return a


class Plain:
    def method(self):
        pass


Pair = namedtuple("Pair", "left right")
for name, thing in (
    ("function", function), ("lambda", lambda: 0), ("method", Plain().method),
    ("built-in", len), ("bound built-in", [].append), ("cell", (lambda x: (lambda: x))(1).__closure__[0]),
    ("property", property(function)), ("staticmethod", staticmethod(function)),
    ("list iterator", iter([])), ("range iterator", iter(range(3))),
    ("dict keys", {}.keys()), ("dict items", {}.items()), ("dict iterator", iter({})),
    ("enumerate", enumerate([])), ("zip", zip([], [])), ("map", map(len, [])),
    ("reversed", reversed([])), ("str iterator", iter("ab")), ("set iterator", iter(set())),
    ("exception", ValueError("x")), ("namedtuple", Pair(1, 2)),
    ("deque", deque()), ("deque of 100", deque(range(100))),
    ("defaultdict", defaultdict(list)), ("Counter", Counter()),
):
    print(name, sys.getsizeof(thing))
