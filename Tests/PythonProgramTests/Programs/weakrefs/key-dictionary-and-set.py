import weakref


class Key:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


k = weakref.WeakKeyDictionary()
a, b = Key("a"), Key("b")
k[a] = "value of a"
k[b] = ["value of b"]
k[Key("temporary")] = 1
print(len(k), k[a], a in k, Key("x") in k, 5 in k, sorted(map(repr, k)), sorted(map(repr, k.values())))
del a
print(len(k), list(k.items()), k.get(b), k.pop(b), len(k), k.get(b, "none"))
k[b] = b
print(len(k), len(k.keyrefs()), k.setdefault(b, 1) is b)
del b
print("a value that is its own key stays:", len(k))
try:
    k[5] = 1
except TypeError as error:
    print(error)
try:
    k[Key("never there")]
except KeyError as error:
    print("KeyError")
s = weakref.WeakSet()
c, d = Key("c"), Key("d")
s.add(c)
s.add(d)
s.add(c)
s.add(Key("temporary"))
print(len(s), c in s, Key("q") in s, sorted(map(repr, s)))
del d
print(len(s), list(s), s == {c}, s | {Key("kept by no one")} == s or len(s))
s.discard(c)
print(len(s), bool(s))
s.update([c])
s.remove(c)
try:
    s.remove(c)
except KeyError:
    print("KeyError")
class Method:
    def say(self):
        return "said"


m = Method()
ref = weakref.WeakMethod(m.say)
print(ref()(), ref() == m.say, weakref.ref(m.say)() is None)
del m
print(ref())
e = weakref.WeakSet([c])
f = weakref.WeakSet([c])
print(e == f, e.issubset(f), e.copy() == e, len(e & f), len(e - f), c in (e ^ f))
