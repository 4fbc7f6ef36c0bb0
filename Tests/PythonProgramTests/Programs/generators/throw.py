def worker():
    while True:
        try:
            value = yield "ready"
            print("value", value)
        except ValueError as error:
            print("handled", error)
            yield "recovered"
        finally:
            print("finally")


gen = worker()
print(next(gen))
print(gen.throw(ValueError("bad")))
print(next(gen))
print(gen.send(5))
try:
    gen.throw(KeyError("escapes"))
except KeyError as error:
    print("outside", repr(error))
print(next(gen, "finished"))
fresh = worker()
try:
    fresh.throw(RuntimeError("not started"))
except RuntimeError as error:
    print(error, list(fresh))


def stopping():
    yield 1
    raise StopIteration("inside")


gen = stopping()
next(gen)
try:
    next(gen)
except RuntimeError as error:
    print(error, repr(error.__cause__))
