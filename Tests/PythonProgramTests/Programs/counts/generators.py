import sys

count = sys.getrefcount


class Thing:
    pass


t = Thing()
base = count(t)


def generator(x):
    y = x
    yield count(x)
    del y
    yield count(x)


g = generator(t)
print("made:", count(t) - base)
print("first value:", next(g), count(t) - base)
print("second value:", next(g), count(t) - base)
print("ended:", next(g, "end"), count(t) - base)
g = generator(t)
next(g)
g.close()
print("closed:", count(t) - base)
g = generator(t)
next(g)
del g
print("dropped:", count(t) - base)
expression = (x for x in [t, t])
print("expression:", count(t) - base)
next(expression)
print("used once:", count(t) - base)
list(expression)
print("used up:", count(t) - base)


def yields():
    yield t


print("yielded:", count(next(yields())) - base)


def sends():
    got = None
    while True:
        got = yield got and count(got) - base


s = sends()
next(s)
print("sent:", s.send(t), count(t) - base)
print("sent None:", s.send(None), count(t) - base)
try:
    s.throw(ValueError(t))
except ValueError as error:
    print("thrown:", count(t) - base)
print("after:", count(t) - base)


def delegating(x):
    yield from generator(x)


d = delegating(t)
print("delegating:", count(t) - base)
print(next(d) - base, count(t) - base)
d.close()
print("closed:", count(t) - base)


def returns(x):
    return x
    yield


try:
    next(returns(t))
except StopIteration as stop:
    print("in StopIteration:", count(t) - base)
print("end:", count(t) - base)
me = None


def suspended():
    yield count(me)


me = suspended()
print("a running generator:", next(me), "suspended:", count(me))
print([count(t) - base for x in [t]], [count(x) - base for x in (t,)], {count(x) - base for x in [t]}, next(count(x) - base for x in [t]))
