import gc


class Node:
    pass


class Slotted:
    __slots__ = ("a", "b")


gc.collect()
gc.disable()


def found(label):
    print(label + ":", gc.collect())


found("nothing")
n = Node()
n.me = n
del n
found("an instance of itself")
n = Node()
vars(n)["me"] = n
d = vars(n)
del n, d
found("with its dict")
s = Slotted()
s.a = s
del s
found("slotted")
items = []
items.append(items)
del items
found("a list in itself")
d = {}
d["d"] = d
del d
found("a dict in itself")
t = ([],)
t[0].append(t)
del t
found("a tuple through a list")
a, b = [], []
a.append(b)
b.append(a)
a.append("text")
a.append((1, 2))
a.append(([], {}))
del a, b
found("two lists and what hangs on them")
f = lambda: f
del f


def make():
    def recursive():
        return recursive
    return 1


make()
found("a function that names itself")


def generator():
    me = yield
    yield me


g = generator()
next(g)
g.send(g)
del g
found("a generator that holds itself")
class Own:
    def method(self):
        pass


del Own
found("a class")
try:
    raise ValueError
except ValueError as error:
    error.me = error
found("an exception that holds itself")


def bound():
    n = Node()
    n.method = n.__init__
    n.bound = Own_method.__get__(n)


def Own_method(self):
    pass


bound()
found("bound methods")
n = Node()
n.children = [Node() for _ in range(10)]
for child in n.children:
    child.parent = n
del n, child
found("a parent and ten children")
chain = first = Node()
for _ in range(99):
    chain.next = Node()
    chain = chain.next
chain.next = first
del chain, first
found("a ring of a hundred")
p = property(Node)
holder = {"property": p}
del p, holder
found("no cycle at all")
print(gc.isenabled())
