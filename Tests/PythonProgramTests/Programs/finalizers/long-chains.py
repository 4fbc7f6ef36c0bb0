import gc

released = 0


class Link:
    def __init__(self, next):
        self.next = next

    def __del__(self):
        global released
        released += 1


chain = None
for _ in range(100_000):
    chain = Link(chain)
del chain
print(released)
nested = []
for _ in range(200_000):
    nested = [nested]
del nested
nested = ()
for _ in range(200_000):
    nested = (nested, 1)
del nested
nested = {}
for _ in range(100_000):
    nested = {"k": nested}
del nested
print("all gone")
gc.collect()
head = last = Link(None)
for _ in range(1000):
    last.next = Link(None)
    last = last.next
last.next = head
released = 0
del head, last
print(gc.collect(), released)
