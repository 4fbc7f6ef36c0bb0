import sys


class Thing:
    pass


count = sys.getrefcount
t = Thing()
print("one name:", count(t))
u = t
print("two names:", count(t))
del u
print("one again:", count(t))


def argument(x):
    return count(x)


def two(x, y):
    return count(x)


def star(*args):
    return count(args[0])


def keywords(**kwargs):
    return count(kwargs["x"])


def local(x):
    y = x
    z = y
    return count(x)


def default(x=t):
    return count(x)


print("argument:", argument(t), "twice:", two(t, t), "star:", star(t), "star of list:", star(*[t]), "keyword:", keywords(x=t), "locals:", local(t))
print("default:", default(), default(None) == count(None))
print("fresh:", count(Thing()), argument(Thing()), star(Thing()), keywords(x=Thing()))
print("lambda:", (lambda x: count(x))(t), (lambda: count(t))())
del default
print("after the default's function:", count(t))


def deleted(x):
    before = count(x)
    y = x
    middle = count(x)
    del y
    after = count(x)
    return before, middle, after


print(deleted(t), deleted(Thing()))


def overwritten():
    x = Thing()
    y = x
    x = None
    return count(y)


print(overwritten(), count(t))
a = b = c = Thing()
print("chained:", count(a))
(d, e) = (a, a)
print("unpacked:", count(a))
a, b = b, a
print("swapped:", count(a))
for f in [a]:
    print("in a loop over a list:", count(a))
print("after it:", count(a))
del b, c, d, e, f
print("left:", count(a))
if (g := a) and True:
    print("walrus:", count(g))
