class Guard:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def steps(name):
    guard = Guard(name)
    try:
        yield 1
        yield 2
    finally:
        print("finally", name)


gen = steps("abandoned")
print(next(gen))
del gen
print("-")
gen = steps("never started")
del gen
print("-")
print(list(steps("exhausted")))
print("-")
gen = steps("closed")
next(gen)
gen.close()
print("after close")
gen = None
for value in steps("broken out of"):
    break
print("after break", value)
pieces = (Guard(i) for i in range(3))
for piece in pieces:
    print("piece", piece.name)
del piece
print("end")
