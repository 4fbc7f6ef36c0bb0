import gc

saved = []


class Phoenix:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)
        saved.append(self)


bird = Phoenix("bird")
del bird
print(len(saved), saved[0].name)
print("released again")
saved.clear()
print("a finalizer runs only once", len(saved))

looped = Phoenix("loop")
looped.me = looped
del looped
gc.collect()
print(len(saved), saved[0].me is saved[0])
saved.clear()
gc.collect()
print("gone", len(saved))
last = Phoenix("last")
