import weakref


class Resource:
    pass


def release(name, times=1):
    print("release", name, times)
    return "released " + name


one = Resource()
finalizer = weakref.finalize(one, release, "one")
print(finalizer.alive)
del one
print(finalizer.alive, finalizer())

two = Resource()
second = weakref.finalize(two, release, "two", times=2)
print(second())
print(second.alive, second())
del two
three = Resource()
third = weakref.finalize(three, release, "three")
obj, func, args, kwargs = third.peek()
print(obj is three, func is release, args, kwargs)
del obj
print(third.detach() is not None, third.alive)
del three
four = Resource()
weakref.finalize(four, release, "four at exit")
weakref.finalize(four, release, "five at exit")
quiet = weakref.finalize(four, release, "quiet")
quiet.atexit = False
print("end")
