import gc
import weakref

gc.collect()


class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        # Everything is still there while finalizers run.
        print("del", self.name, "peer", self.peer.name, "bag", len(self.bag))


a, b = Part("a"), Part("b")
a.peer, b.peer = b, a
bag = [a, b, "text"]
a.bag = b.bag = bag
watch = weakref.ref(a)
del a, b, bag
print(watch() is not None)
print("found", gc.collect())
print(watch())
print("found", gc.collect())
