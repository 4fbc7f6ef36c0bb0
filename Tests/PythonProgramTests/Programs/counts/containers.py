import sys
from collections import OrderedDict, defaultdict, deque, namedtuple

count = sys.getrefcount


class Thing:
    pass


t = Thing()
base = count(t)


def more(label):
    print(label + ":", count(t) - base)


items = [t]
more("list")
items *= 3
more("list of three")
items.append(t)
more("appended")
items.pop()
more("popped")
copy = items[:]
more("copied")
del copy[0]
more("deleted one")
copy.clear()
items.clear()
more("cleared")
pair = (t, t)
more("tuple")
nested = [pair, pair, (pair,)]
more("a tuple in containers counts once")
del pair, nested
more("gone")
table = {"k": t, t: "v"}
more("dict, as value and as key")
table.update(k=None)
more("value replaced")
table.pop(t)
more("key popped")
unique = {t}
more("set")
unique.add(t)
more("added again")
frozen = frozenset(unique)
more("frozenset")
unique.discard(t)
del frozen
more("gone")
queue = deque([t], maxlen=1)
more("deque")
queue.append(1)
more("pushed out")
P = namedtuple("P", "x y")
p = P(t, t)
more("namedtuple")
q = p._replace(x=0)
more("and its copy")
del p, q
groups = defaultdict(list)
groups["a"].append(t)
ordered = OrderedDict(x=t)
more("defaultdict and OrderedDict")
del groups, ordered
box = Thing()
box.item = t
more("attribute")
box.item = None
more("attribute replaced")
vars(box)["other"] = t
more("through the dict")
del box.other
more("deleted attribute")
del box
iterator = iter([t])
more("iterator over a list")
next(iterator)
more("used once")
next(iterator, None)
more("at the end")
pairs = zip([t], [t])
more("zip of lists")
del pairs
more("gone")
m = map(str, [t])
e = enumerate((t,))
r = reversed([t])
more("map, enumerate, reversed")
del m, e, r
s = sorted([t, t], key=id)
more("sorted")
del s
text = "%s" % (t.__class__.__name__,), [x for x in [t]], {1: t}.get(1) is t, [t].index(t), (t in [t])
more("in a tuple of results")
text = None
more("end")
