import gc

saved = []


class Phoenix:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        saved.append(self)


p = Phoenix("one")
del p
print(len(saved), saved[0].name)
saved.clear()
print("gone without another call")
gc.collect()
a, b = Phoenix("a"), Phoenix("b")
a.other, b.other = b, a
del a, b
print("found", gc.collect())
print(sorted(p.name for p in saved), saved[0].other in saved)
saved.clear()
print("found", gc.collect(), gc.collect())


class Helper:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("helper", self.name)


p = Phoenix("with helper")
p.helper = Helper("h")
del p
print("helper is alive:", saved[0].helper.name)
saved.clear()


class Again:
    def __del__(self):
        global again
        print("again")
        again = self


again = Again()
again = None
print(type(again).__name__)
again = None
print(again)
loop = Phoenix("loop")
loop.me = loop
loop.helper = Helper("in loop")
del loop
print("found", gc.collect(), len(saved))
saved[0].me = None
saved.clear()
print("end")
