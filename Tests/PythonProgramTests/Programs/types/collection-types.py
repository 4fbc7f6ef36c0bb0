"""The types of `collections`, `functools`, `itertools` and `types` that CPython has in C."""

import functools
import gc
import itertools
import sys
import types
import weakref
from collections import OrderedDict, defaultdict, deque


def show(title, function):
    try:
        print(title, "->", repr(function()))
    except Exception as error:
        print(title, "->", type(error).__name__, error)


class Key:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class MyDeque(deque):
    pass


class MyDefault(defaultdict):
    pass


class MyOrdered(OrderedDict):
    pass


class Plain(dict):
    def __missing__(self, key):
        return "missing " + str(key)


def describe(title, value):
    kind = type(value)
    print(
        title, kind, sys.getsizeof(value), kind.__basicsize__, hex(kind.__flags__ & 0xFFFFF), kind.__dictoffset__,
        kind.__weakrefoffset__, gc.is_tracked(value), [type(part).__name__ for part in gc.get_referents(value)],
    )


describe("deque", deque())
describe("deque with elements", deque([1, "a"]))
describe("derived deque", MyDeque([1]))
describe("deque iterator", iter(deque()))
describe("reverse deque iterator", reversed(deque()))
describe("defaultdict", defaultdict())
describe("defaultdict with a factory", defaultdict(list))
describe("derived defaultdict", MyDefault(list))
describe("OrderedDict", OrderedDict())
describe("partial", functools.partial(len, 1, a=2))
describe("chain", itertools.chain())
describe("count", itertools.count())
describe("count by a float", itertools.count(1.5))
describe("islice", itertools.islice([1], 2))
describe("namespace", types.SimpleNamespace(a=1))
describe("lru_cache", functools.lru_cache(len))

print([sys.getsizeof(deque(range(count))) for count in (0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 200)])
print([sys.getsizeof(OrderedDict({i: i for i in range(count)})) for count in (0, 1, 5, 6, 10, 11, 20, 100)])

for title, make in [
    ("deque([1, 2], maxlen=3)", lambda: deque([1, 2], maxlen=3)),
    ("deque('ab')", lambda: deque("ab")),
    ("deque(1)", lambda: deque(1)),
    ("deque([], -1)", lambda: deque([], -1)),
    ("deque([], 'a')", lambda: deque([], "a")),
    ("deque([1, 2, 3], 2)", lambda: deque([1, 2, 3], 2)),
    ("deque([1]).pop(1)", lambda: deque([1]).pop(1)),
    ("deque().pop()", lambda: deque().pop()),
    ("deque().popleft()", lambda: deque().popleft()),
    ("index", lambda: deque([1, 2]).index(3)),
    ("index found", lambda: deque([1, 2, 1]).index(1, 1)),
    ("remove", lambda: deque([1, 2]).remove(3)),
    ("deque([1, 2])[5]", lambda: deque([1, 2])[5]),
    ("deque([1])['a']", lambda: deque([1])["a"]),
    ("insert", lambda: deque([1], maxlen=1).insert(0, 2)),
    ("rotate", lambda: deque([1, 2, 3]).rotate("a")),
    ("+", lambda: deque([1]) + deque([2])),
    ("+ list", lambda: deque([1]) + [2]),
    ("*", lambda: (deque([1]) * 2, 2 * deque([1], maxlen=1))),
    ("==", lambda: (deque([1]) == deque([1]), deque([1]) < deque([2]), deque([1]) == [1])),
    ("hash", lambda: hash(deque())),
    ("maxlen", lambda: (deque([1]).maxlen, deque([1], 5).maxlen)),
    ("count", lambda: deque([1, 2, 1]).count(1)),
    ("bool", lambda: (bool(deque()), bool(deque([1])), len(deque("abc")), "a" in deque("abc"))),
    ("deque(x=1)", lambda: deque(x=1)),
    ("deque([], 1, 2)", lambda: deque([], 1, 2)),
    ("deque(iterable=[1], maxlen=5)", lambda: deque(iterable=[1], maxlen=5)),
    ("copy", lambda: deque([1], 3).copy()),
    ("derived", lambda: (MyDeque([1], 2), MyDeque([1], 2).copy(), type(MyDeque([1]) + MyDeque([2])).__name__)),
    ("reversed", lambda: list(reversed(deque(range(5))))),
    ("defaultdict(1)", lambda: defaultdict(1)),
    ("defaultdict(list, {1: 2}, a=3)", lambda: defaultdict(list, {1: 2}, a=3)),
    ("defaultdict()[1]", lambda: defaultdict()[1]),
    ("defaultdict(None)", lambda: defaultdict(None)),
    ("default_factory", lambda: defaultdict(list).default_factory),
    ("defaultdict copy", lambda: (defaultdict(list, a=1).copy(), MyDefault(int, a=1).copy())),
    ("__missing__", lambda: Plain()["x"]),
    ("OrderedDict([('a', 1)])", lambda: OrderedDict([("a", 1)])),
    ("OrderedDict ==", lambda: (OrderedDict(a=1) == OrderedDict(a=1), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))),
    ("OrderedDict()", lambda: OrderedDict()),
    ("move_to_end", lambda: OrderedDict(a=1).move_to_end("b")),
    ("popitem", lambda: OrderedDict().popitem()),
    ("popitem first", lambda: OrderedDict(a=1, b=2).popitem(last=False)),
    ("reversed OrderedDict", lambda: list(reversed(OrderedDict(a=1, b=2)))),
    ("OrderedDict pop", lambda: OrderedDict(a=1).pop("b")),
    ("OrderedDict pop with a default", lambda: OrderedDict(a=1).pop("b", 5)),
    ("OrderedDict.fromkeys", lambda: OrderedDict.fromkeys("ab", 0)),
    ("OrderedDict({}, {})", lambda: OrderedDict({}, {})),
    ("OrderedDict copy", lambda: (OrderedDict(a=1).copy(), MyOrdered(a=1).copy())),
    ("merged", lambda: (OrderedDict(a=1) | {"b": 2}, {"a": 1} | OrderedDict(b=2), defaultdict(int, a=1) | {"b": 2}, {"a": 1} | defaultdict(list, b=2))),
    ("partial", lambda: functools.partial(print, 1, a=2)),
    ("partial()", lambda: functools.partial()),
    ("partial(1)", lambda: functools.partial(1)),
    ("partial of a partial", lambda: functools.partial(functools.partial(print, 1), 2).args),
    ("partial call", lambda: functools.partial(int, base=2)("101")),
    ("partial parts", lambda: (functools.partial(len, 1).func, functools.partial(len, a=1).keywords)),
    ("map of a partial", lambda: list(map(functools.partial(pow, 2), [1, 2, 3]))),
    ("chain", lambda: list(itertools.chain([1], (2,), "c"))),
    ("chain.from_iterable", lambda: list(itertools.chain.from_iterable(["ab", "c"]))),
    ("chain of an int", lambda: list(itertools.chain([1], 2))),
    ("count text", lambda: (itertools.count(), itertools.count(2, 3), itertools.count(1.5), itertools.count(step=2))),
    ("count('a')", lambda: itertools.count("a")),
    ("count(x=1)", lambda: itertools.count(x=1)),
    ("count over the edge", lambda: list(itertools.islice(itertools.count(2**63 - 2), 4))),
    ("islice", lambda: (list(itertools.islice("abcdef", 1, 5, 2)), list(itertools.islice(itertools.count(1.5, 2), 3)))),
    ("islice('a')", lambda: itertools.islice("a")),
    ("islice('a', -1)", lambda: itertools.islice("a", -1)),
    ("islice('a', 0, 5, 0)", lambda: itertools.islice("a", 0, 5, 0)),
    ("islice('a', 'b')", lambda: itertools.islice("a", "b")),
    ("namespace", lambda: types.SimpleNamespace(a=1, b="x")),
    ("namespace of a dict", lambda: types.SimpleNamespace({"a": 1}, b=2)),
    ("namespace ==", lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1)),
    ("namespace(1, 2)", lambda: types.SimpleNamespace(1, 2)),
    ("namespace().b", lambda: types.SimpleNamespace().b),
    ("methods", lambda: (type(deque.append).__name__, deque.append, defaultdict.__missing__)),
]:
    show(title, make)

queue = deque(maxlen=3)
for number in range(5):
    queue.append(number)
print(queue)
queue.appendleft("left")
print(queue, queue[0], queue[-1], list(queue))
queue[1] = "one"
del queue[0]
queue.extend("xyz")
queue.extendleft("pq")
queue += [9]
print(queue)
line = deque(range(10))
line.rotate(3)
print(line)
line.rotate(-5)
print(line)
line.insert(2, "in")
line.insert(-2, "out")
line.remove(5)
line.reverse()
print(line, len(line))
line.clear()
print(line, sys.getsizeof(line))
long = deque()
for number in range(300):
    long.append(number)
    if number % 3 == 0:
        long.popleft()
print(len(long), long[0], long[100], long[-1], sum(long), sys.getsizeof(long))


def changed(queue):
    for element in queue:
        queue.append(element)


show("deque that grows", lambda: changed(deque([1])))
nested = deque()
nested.append(nested)
print(nested)
groups = defaultdict(list)
for word in "the quick brown the lazy quick the".split():
    groups[word].append(len(word))
print(groups, groups.get("none"), "none" in groups)
groups["self"] = groups
print(str(groups)[:60])
groups.default_factory = None
show("without a factory", lambda: groups["other"])
ordered = OrderedDict()
for letter in "abcde":
    ordered[letter] = ord(letter)
ordered.move_to_end("b")
ordered.move_to_end("d", last=False)
ordered["a"] = 0
del ordered["c"]
print(ordered, list(ordered), ordered.popitem(), ordered.popitem(last=False), list(ordered.items()))
ordered.label = "own attribute"
print(ordered.label, ordered.__dict__)
ordered["me"] = ordered
print(ordered)
namespace = types.SimpleNamespace(x=1)
namespace.y = [2]
namespace.me = namespace
print(namespace, namespace.y, vars(namespace) is namespace.__dict__)
del namespace.x
show("deleted", lambda: namespace.x)
calls = []


@functools.lru_cache(maxsize=2)
def square(x, power=2):
    calls.append(x)
    return x**power


print(square(2), square(3), square(2), square(4), square(3), calls, square.cache_info())
print(square(2, power=3), square.cache_info(), square.__wrapped__.__name__)
square.cache_clear()
print(square.cache_info(), calls)


@functools.cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info())


class Counter:
    def __init__(self):
        self.calls = 0

    @functools.lru_cache(maxsize=None, typed=True)
    def value(self, x):
        self.calls += 1
        return x


counter = Counter()
print(counter.value(1), counter.value(1.0), counter.value(1), counter.calls)
show("unhashable", lambda: square([]))

key, value = Key("key"), Key("value")
factory = defaultdict(list)
factory[key] = value
print([repr(part) for part in gc.get_referents(factory)])
queue = deque([key, value])
print([repr(part) for part in gc.get_referents(queue)], sys.getrefcount(key))


@functools.lru_cache(maxsize=4)
def remembered(key):
    return value


remembered(key)
print([type(part).__name__ for part in gc.get_referents(remembered)])
for make in (lambda: deque(), lambda: OrderedDict(), lambda: functools.partial(len), lambda: functools.lru_cache(len), lambda: defaultdict(), lambda: types.SimpleNamespace()):
    show("weak reference", lambda: weakref.ref(make()) is not None)
gc.collect()


class Node:
    pass


def cycle(make):
    node = Node()
    node.holder = make(node)


for title, make in [
    ("deque", lambda node: deque([node])),
    ("defaultdict", lambda node: defaultdict(lambda: node)),
    ("OrderedDict", lambda node: OrderedDict(a=node)),
    ("partial", lambda node: functools.partial(print, node)),
    ("chain", lambda node: itertools.chain([node])),
    ("namespace", lambda node: types.SimpleNamespace(node=node)),
]:
    cycle(make)
    print("a cycle through a", title, gc.collect() > 1)
