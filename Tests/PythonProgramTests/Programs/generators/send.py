def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total
        total += value
        count += 1
        average = total / count


gen = averager()
print(next(gen))
print(gen.send(10), gen.send(20), gen.send(3))
try:
    gen.send(None)
except StopIteration as stop:
    print("total", stop.value)
fresh = averager()
try:
    fresh.send(1)
except TypeError as error:
    print(error)


def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    yield received


gen = echo()
gen.send(None)
print(gen.send("a"), gen.send("b"), gen.send("c"))
x = (yield_ for yield_ in "ab")
print(x.send(None), next(x))
