import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, "still has", sorted(vars(self)))


gc.collect()
gc.disable()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("nothing happens")
print("found", gc.collect() )
own = Node("own")
own.me = own
del own
print("found", gc.collect())
ring = [Node(f"ring {n}") for n in range(3)]
for left, right in zip(ring, ring[1:] + ring[:1]):
    left.next = right
del ring, left, right
print("found", gc.collect())
print("again", gc.collect())
holder = []
tail = Node("hangs on a cycle")
holder.append(holder)
holder.append(tail)
del holder, tail
print("found", gc.collect())


def closure():
    thing = Node("captured")

    def inner():
        return inner, thing


closure()
print("found", gc.collect())
broken = Node("broken by hand")
broken.me = broken
broken.me = None
del broken
print("found", gc.collect())
last = Node("alive at the end of the program")
last.me = last
