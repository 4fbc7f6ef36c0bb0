# Freed memory is used again: an object that is gone may leave its address to the next one of its size.
class Thing:
    __slots__ = ("a", "b")


full = [Thing() for _ in range(5000)]  # so that no gaps are left from before
print(id(Thing()) == id(Thing()))
a = Thing()
address = id(a)
del a
b = Thing()
print(id(b) == address)
c = Thing()
print(id(c) == address)
x = [1, 2, 3]
where = id(x)
x.append(4)
x.extend(range(100))
x.clear()
print(id(x) == where)
del x
y = []
print(id(y) == where)
f = 1.5 * float("1")
where = id(f)
del f
g = 2.5 * float("1")
print(id(g) == where)
t = tuple([1, 2])
where = id(t)
del t
u = tuple([3, 4])
print(id(u) == where, id(tuple([5])) == where)
d = {}
where = id(d)
del d
e = {}
print(id(e) == where)
ids = [id(Thing()) for _ in range(100)]
print(len(set(ids)))
ids = [id(thing) for thing in [Thing() for _ in range(100)]]
print(len(set(ids)))
first, second, third = Thing(), Thing(), Thing()
i, j = id(first), id(third)
del first
del third
fourth, fifth = Thing(), Thing()
print(id(fourth) == j, id(fifth) == i)
distances = [id(full[n + 1]) - id(full[n]) for n in range(3000, 4000)]
print(distances.count(48) > 900)
