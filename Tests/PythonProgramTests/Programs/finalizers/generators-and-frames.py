class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def generator():
    local = Thing("local of generator")
    try:
        yield 1
        print("never")
    finally:
        print("finally")


g = generator()
next(g)
del g
print("dropped")
g = generator()
next(g)
g.close()
print("closed")
g = generator()
del g
print("never started")
for value in generator():
    break
print("left the loop")


def holds(x):
    yield
    yield


h = holds(Thing("argument"))
next(h)
del h
print("gone")


def outer():
    yield from generator()


o = outer()
next(o)
del o
print("both gone")


def expression():
    return (thing.name for thing in [Thing("one"), Thing("two")])


e = expression()
print(next(e))
print(next(e))
print(next(e, "end"))
pairs = zip([Thing("z1"), Thing("z2")], "ab")
print(next(pairs)[0].name)
del pairs


def returns():
    thing = Thing("returned from generator")
    return thing
    yield


try:
    next(returns())
except StopIteration as stop:
    print("got", stop.value.name)
print("end")
