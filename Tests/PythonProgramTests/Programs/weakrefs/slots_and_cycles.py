import gc
import weakref

gc.collect()


class Without:
    __slots__ = ("value",)


class With:
    __slots__ = ("value", "__weakref__")


class Plain:
    pass


try:
    weakref.ref(Without())
except TypeError as error:
    print(error)
thing = With()
thing.value = thing
reference = weakref.ref(thing, lambda r: print("callback"))
del thing
print(reference() is None)
print(gc.collect(), reference())


# A callback that is itself part of the garbage is not called.
class Holder:
    pass


holder = Holder()
holder.me = holder
holder.ref = weakref.ref(holder, lambda r: print("never printed"))
del holder
print(gc.collect() > 0)
print(Plain.__weakref__ is not None, hasattr(Without(), "__weakref__"))
print(hasattr(With(), "__dict__"), Plain().__weakref__)
