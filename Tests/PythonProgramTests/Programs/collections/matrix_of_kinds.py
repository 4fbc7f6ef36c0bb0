from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

Pair = namedtuple("Pair", "a b")
things = [[1, 2], (1, 2), {1, 2}, frozenset([1]), {1: 2}, deque([1, 2]), Counter("a"), OrderedDict(a=1), defaultdict(int), Pair(1, 2), range(2), "ab", b"ab"]
for thing in things:
    kind = type(thing).__name__
    facts = [len(thing), bool(thing), bool(type(thing)()) if kind not in ("Pair", "range") else "-"]
    for name in ("append", "add", "keys", "index", "copy", "pop", "count"):
        facts.append(name if hasattr(thing, name) else "-")
    try:
        hash(thing)
        facts.append("hashable")
    except TypeError:
        facts.append("unhashable")
    try:
        thing[0]
        facts.append("item")
    except (TypeError, KeyError) as error:
        facts.append(type(error).__name__)
    print(kind, *facts)
print([1, 2] == (1, 2), (1, 2) == Pair(1, 2), deque([1]) == [1], Counter("a") == {"a": 1}, {1} == frozenset([1]), OrderedDict(a=1) == {"a": 1}, defaultdict(int) == {})
print([list(thing) for thing in things if not isinstance(thing, (set, frozenset))])
nested = {"list": [deque([Counter("aab")]), Pair([1], {2})], "d": defaultdict(list, k=[OrderedDict()])}
print(nested)
print(sorted(map(len, things)), sum(isinstance(t, tuple) for t in things), sum(isinstance(t, dict) for t in things))
