def inner():
    received = yield "one"
    print("inner received", received)
    try:
        yield "two"
    except ValueError as error:
        print("inner caught", error)
        yield "after throw"
    return "inner result"


def outer():
    result = yield from inner()
    print("outer has", result)
    yield from (10, 20)
    yield from "ab"
    return (yield from empty())


def empty():
    return "from empty"
    yield


gen = outer()
print(next(gen))
print(gen.send("hello"))
print(gen.throw(ValueError("thrown")))
print(next(gen), next(gen), next(gen), next(gen))
try:
    next(gen)
except StopIteration as stop:
    print(stop.value)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
gen = outer()
next(gen)
gen.close()
print(list(gen), gen.gi_yieldfrom)
