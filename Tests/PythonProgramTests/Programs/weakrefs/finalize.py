import gc
import weakref


class Thing:
    pass


def closing(name, *, how="quietly"):
    print("closing", name, how)
    return "result " + name


t = Thing()
f = weakref.finalize(t, closing, "one", how="loudly")
print(f.alive, f.peek()[1] is closing, f.peek()[2:], f.atexit, repr(f).split(" at ")[0])
del t
print(f.alive, f.peek(), f(), f.detach())
t = Thing()
f = weakref.finalize(t, closing, "by hand")
print(f(), f.alive, f())
del t
t = Thing()
f = weakref.finalize(t, closing, "detached")
target, function, args, kwargs = f.detach()
print(target is t, function is closing, args, kwargs, f.alive)
del t, target
t = Thing()
first = weakref.finalize(t, closing, "first registered")
second = weakref.finalize(t, closing, "second registered")
del t
t = Thing()
t.me = t
weakref.finalize(t, closing, "cycle")
del t
print("before collecting")
gc.collect()
t = Thing()
weakref.finalize(t, closing, "at exit 1")
weakref.finalize(t, closing, "at exit 2")
quiet = weakref.finalize(t, closing, "never")
quiet.atexit = False
try:
    weakref.finalize(5, closing)
except TypeError as error:
    print(error)


class Resource:
    def __init__(self, name):
        self.close = weakref.finalize(self, closing, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


with Resource("resource") as r:
    print("using", r.close.alive)
print(r.close.alive)
del r
print("end of program")
