import sys

count = sys.getrefcount


class Thing:
    def me(self):
        return self

    def __iadd__(self, other):
        print("iadd:", count(self))
        return self

    def __enter__(self):
        print("enter:", count(self))
        return self

    def __exit__(self, *details):
        print("exit:", count(self))

    def __iter__(self):
        print("iter:", count(self))
        return iter([self])


def make():
    return Thing()


def through(x):
    return x


t = Thing()
print(count(make()), count(through(make())), count(through(t)), count(t.me()), count(make().me()), count([t][0]), count({1: t}[1]), count((t, 1)[0]))
print(count(t if t else None), count(t or 1), count(None or t), count([x for x in [t]][0]), count(max([t], key=id)), count(next(iter([t]))))
t += 1
with t as u:
    print("body:", count(t))
del u
with make():
    pass
for x in t:
    print("loop:", count(x))
del x
print([count(x) for x in t], count(t))
items = [make(), make()]
print([count(item) for item in items], count(items[0]), count(items.pop()))
for index, item in enumerate(items):
    print("enumerate:", count(item))
print(count(item))
del items
print(count(item))
print(*[count(value) for value in (t, make(), item)])
print(f"{count(t)} {count(make())}", "%d" % count(t), str(count(t)), [count(t)], {"k": count(t)})
assert count(t) == 2, "no"
exec_like = (lambda *a, **k: (count(a), count(k), count(a[0])))(t, x=1)
print(exec_like)
first, *rest = t, t, t
print(count(t), count(rest))
del first, rest
a = [t, t]
a[0], a[1] = a[1], a[0]
print(count(t))
a[:] = [1]
print(count(t))
print(count(t.__class__) == count(Thing), count(t.__dict__), count(vars(t)))
d = t.__dict__
print("its dict:", count(d))
