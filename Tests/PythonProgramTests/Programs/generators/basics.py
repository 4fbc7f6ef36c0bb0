def countdown(n):
    print("starting")
    while n:
        yield n
        n -= 1
    print("ending")
    return "result"


g = countdown(2)
print(type(g).__name__, g.__name__, g.gi_frame is not None, g.gi_running, g.gi_suspended if hasattr(g, "gi_suspended") else "")
print(next(g), next(g), next(g, "default"), next(g, "still"))
print(g.gi_frame)
try:
    next(g)
except StopIteration as error:
    print("stop", error.value)
g = countdown(0)
try:
    next(g)
except StopIteration as error:
    print("stop", error.value, error.args)


def echo():
    received = None
    while True:
        received = yield f"got {received!r}"
        if received == "stop":
            return "stopped"


e = echo()
print(e.send(None), e.send(1), next(e), e.send("x"))
try:
    e.send("stop")
except StopIteration as error:
    print(error.value)
try:
    echo().send("too early")
except TypeError as error:
    print(error)
squares = (n * n for n in range(4))
print(next(squares), list(squares), list(squares), squares.__name__)


def infinite():
    n = 0
    while True:
        yield n
        n += 1


for value in infinite():
    if value > 3:
        break
print(value, sum(x for x in range(5)), dict((k, v) for k, v in [(1, 2)]), tuple(x for x in "ab"))
def empty():
    return
    yield


print(list(empty()), iter(g) is g)


def itself():
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield


me = itself()
next(me)
