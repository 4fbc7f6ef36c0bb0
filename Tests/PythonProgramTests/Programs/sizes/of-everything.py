import collections
import functools
import itertools
import sys
import types
import weakref

size = sys.getsizeof
for value in 0, 1, -1, 2 ** 30 - 1, 2 ** 30, 2 ** 60, 10 ** 100, True, 1.5, None, ..., NotImplemented:
    print(type(value).__name__, value if not isinstance(value, int) or value < 10 ** 20 else "big", size(value))
for text in "", "a", "ab", "a" * 100, "é", "éé", "é" * 100, "€", "€" * 10, "😀", "😀" * 10, "a€", "a😀":
    print("str", len(text), hex(ord(text[:1] or "0")), size(text))
for data in b"", b"a", b"a" * 100:
    print("bytes", len(data), size(data))


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b", "c")


class Nothing:
    __slots__ = ()


class WithWeak:
    __slots__ = ("a", "__weakref__")


class Child(Slotted):
    pass


class FromList(list):
    pass


class FromTuple(tuple):
    pass


class FromDict(dict):
    pass


class FromInt(int):
    pass


class FromStr(str):
    pass


class Error(Exception):
    pass


def function(a, b=1):
    yield a


P = collections.namedtuple("P", "x y")
samples = [
    (), (1,), (1, 2, 3), [], [1], [1, 2, 3], list((1, 2, 3)), [0] * 10, {}, {"a": 1}, {1: 1}, dict(a=1), set(), {1}, frozenset(), frozenset([1]), range(3), slice(1), object(),
    Plain(), Slotted(), Nothing(), WithWeak(), Child(), FromList(), FromList([1]), FromTuple(), FromTuple((1,)), FromDict(), FromInt(5), FromStr("a"), Error(), Error(1), ValueError(), KeyError("a"),
    OSError(), StopIteration(), ImportError(), SystemExit(), NameError(), AttributeError(), UnicodeDecodeError("a", b"", 0, 0, ""), SyntaxError(), BaseException(), MemoryError(),
    function, lambda: 0, len, [].append, Plain().__init__, Plain.__dict__, property(), staticmethod(len), classmethod(len), super(Plain, Plain()), types.SimpleNamespace(), types.CellType(1), types.ModuleType("m"), types.MappingProxyType({}),
    iter([]), iter(()), iter({}), iter(set()), iter(""), iter(range(3)), iter(lambda: 0, 1), zip(), map(str, []), filter(None, []), enumerate([]), reversed([]), reversed({}), {}.keys(), {}.values(), {}.items(), iter({}.items()), iter({}.values()),
    collections.deque(), collections.deque([1]), collections.deque(range(64)), collections.deque(range(65)), collections.OrderedDict(), collections.OrderedDict(a=1), collections.defaultdict(list), collections.defaultdict(list, a=1), P(1, 2),
    functools.partial(len), itertools.chain(), itertools.count(), itertools.islice([], 1), weakref.ref(Plain), weakref.proxy(function), int.__add__, (1).__add__, str.upper, Slotted.a, int.real, dict.__dict__["fromkeys"], sys, int | str,
]
for sample in samples:
    print(type(sample).__name__, size(sample))
