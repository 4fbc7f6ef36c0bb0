"""What iterators are, give and refuse."""

import gc
import sys


def show(title, function):
    try:
        print(title, "->", function())
    except Exception as error:
        print(title, "->", type(error).__name__, error)


class Sequence:
    def __init__(self, count):
        self.count = count

    def __getitem__(self, index):
        if index >= self.count:
            raise IndexError(index)
        return index * 10


class Counted(Sequence):
    def __len__(self):
        return self.count


class NoIteration:
    __iter__ = None


class BadIteration:
    def __iter__(self):
        return 3


class NotReversible(list):
    __reversed__ = None


class Doubled(map):
    def __next__(self):
        return super_next(self) * 2


def super_next(iterator):
    return 21


class Numbered(enumerate):
    pass


def describe(title, iterator):
    kind = type(iterator)
    print(
        title, kind, sys.getsizeof(iterator), kind.__basicsize__, hex(kind.__flags__), gc.is_tracked(iterator),
        [type(referent).__name__ for referent in gc.get_referents(iterator)], sys.getrefcount(iterator),
    )


huge = 10**30
mixed = {1: "a", "b": 2, (3,): 4}
describe("ascii", iter("abc"))
describe("string", iter("aé€"))
describe("bytes", iter(b"abc"))
describe("sequence", iter(Sequence(3)))
describe("callable", iter(len, 0))
describe("enumerate", enumerate([1]))
describe("enumerate from a large number", enumerate([1], huge))
describe("zip", zip([1], (2,)))
describe("zip of nothing", zip())
describe("map", map(len, []))
describe("map of two", map(len, [], ()))
describe("filter", filter(None, []))
describe("reversed tuple", reversed((1, 2)))
describe("reversed list", reversed([1]))
describe("reversed range", reversed(range(3)))
describe("reversed large range", reversed(range(huge)))
describe("large range", iter(range(huge)))
describe("range at the edge", iter(range(2**63 - 5, 2**63 - 1, 3)))
describe("range within the edge", iter(range(2**63 - 5, 2**63 - 3, 2)))
describe("reversed dict", reversed({1: 2}))
describe("reversed values", reversed({1: 2}.values()))
describe("reversed items", reversed({1: 2}.items()))
describe("items", iter({1: 2}.items()))
describe("derived enumerate", Numbered([1]))

for title, make in [
    ("string", lambda: "héß€😀"),
    ("bytes", lambda: b"\x00\xffa"),
    ("sequence", lambda: Sequence(3)),
    ("range", lambda: range(3, -4, -2)),
    ("large range", lambda: range(huge, huge + 5, 2)),
    ("dict", lambda: mixed),
    ("values", lambda: mixed.values()),
    ("items", lambda: mixed.items()),
    ("set", lambda: {5}),
    ("enumerate", lambda: enumerate("ab", 5)),
    ("enumerate by name", lambda: enumerate(start=2**63 - 2, iterable="abc")),
    ("zip", lambda: zip("abc", [1, 2], (x for x in (7, 8, 9)))),
    ("zip of nothing", lambda: zip()),
    ("strict zip", lambda: zip("ab", [1, 2], strict=True)),
    ("first shorter", lambda: zip([], [1], strict=True)),
    ("second shorter", lambda: zip([1], [], strict=True)),
    ("third shorter", lambda: zip([1], [2], [], strict=True)),
    ("third longer", lambda: zip([], [], [1], strict=True)),
    ("map", lambda: map(lambda a, b: a + b, "abc", "xy")),
    ("map of a built-in", lambda: map(len, ["a", "bc"])),
    ("map of what cannot be called", lambda: map(1, [2])),
    ("filter", lambda: filter(None, [0, 1, "", "a"])),
    ("filter by a function", lambda: filter(lambda x: x > 1, [0, 1, 2, 3])),
    ("filter by bool", lambda: filter(bool, [0, 1])),
    ("sentinel", lambda: iter(iter([1, 2, 3, 0, 4]).__next__, 0)),
    ("derived map", lambda: zip(Doubled(len, "ab"), "abc")),
    ("derived enumerate", lambda: Numbered("ab")),
]:
    show(title, lambda: list(make()))

for title, make in [
    ("list", lambda: [1, 2, 3]),
    ("tuple", lambda: (1, 2, 3)),
    ("string", lambda: "aé€"),
    ("bytes", lambda: b"ab"),
    ("range", lambda: range(3, -4, -2)),
    ("empty range", lambda: range(0)),
    ("large range", lambda: range(huge, huge + 5, 2)),
    ("dict", lambda: mixed),
    ("keys", lambda: mixed.keys()),
    ("values", lambda: mixed.values()),
    ("items", lambda: mixed.items()),
    ("counted", lambda: Counted(3)),
    ("uncounted", lambda: Sequence(3)),
    ("set", lambda: {1}),
    ("int", lambda: 1),
    ("not reversible", lambda: NotReversible()),
]:
    show("reversed " + title, lambda: list(reversed(make())))

for title, make in [
    ("iter(1)", lambda: iter(1)),
    ("iter(NoIteration())", lambda: iter(NoIteration())),
    ("iter(BadIteration())", lambda: iter(BadIteration())),
    ("iter(1, 2)", lambda: iter(1, 2)),
    ("next([])", lambda: next([])),
    ("next(1)", lambda: next(1)),
    ("enumerate()", lambda: enumerate()),
    ("enumerate(1)", lambda: enumerate(1)),
    ("enumerate([], 2, 3)", lambda: enumerate([], 2, 3)),
    ("enumerate([], x=1)", lambda: enumerate([], x=1)),
    ("enumerate([], 'a')", lambda: enumerate([], "a")),
    ("zip(1)", lambda: zip(1)),
    ("zip([], x=1)", lambda: zip([], x=1)),
    ("map(len)", lambda: map(len)),
    ("map(len, 1)", lambda: map(len, 1)),
    ("map(len, [], x=1)", lambda: map(len, [], x=1)),
    ("filter(1)", lambda: filter(1)),
    ("filter(None, 1)", lambda: filter(None, 1)),
    ("filter(None, [], x=1)", lambda: filter(None, [], x=1)),
    ("reversed()", lambda: reversed()),
    ("reversed([], 1)", lambda: reversed([], 1)),
    ("reversed(x=1)", lambda: reversed(x=1)),
]:
    show(title, make)


def changed(dict, make):
    """Goes through a dict that grows meanwhile."""
    found = []
    for entry in make(dict):
        found.append(entry)
        dict[len(dict) + 10] = None
    return found


show("dict that grows", lambda: changed({1: 2}, lambda dict: dict))
show("reversed dict that grows", lambda: changed({1: 2, 3: 4}, reversed))
show("reversed items of a dict that grows", lambda: changed({1: 2, 3: 4}, lambda dict: reversed(dict.items())))

pairs = zip("ab", "cd")
kept = next(pairs)
print("a zip's tuple that is kept is not used again:", kept, next(pairs), kept)
identities = [id(pair) for pair in zip("abc", "abc")]
print("one that is not kept is:", len(set(identities)))
identities = [id(pair) for pair in enumerate("abc")]
print("as an enumerate's:", len(set(identities)))

string = iter("ab")
print(next(string), next(string), next(string, "end"), next(string, "end"), gc.get_referents(string))
values = [1, 2]
iterator = iter(values)
print(next(iterator), next(iterator), sys.getrefcount(values), next(iterator, "end"), sys.getrefcount(values))
values.append(3)
print(next(iterator, "still the end"))


class Holder:
    def __init__(self):
        self.iterator = map(self.double, [1, 2])

    def double(self, value):
        return 2 * value


gc.collect()
Holder()
print("a cycle through a map:", gc.collect())
