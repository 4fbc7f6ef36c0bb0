def careful():
    try:
        while True:
            try:
                value = yield "ready"
                print("value", value)
            except ValueError as error:
                print("handled", error)
                yield "after value error"
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("cleanup")


c = careful()
print(next(c))
print(c.send(5))
print(c.throw(ValueError("v")))
print(next(c))
c.close()
c.close()
print(next(c, "finished"))
c = careful()
next(c)
try:
    c.throw(KeyError("not handled"))
except KeyError as error:
    print("came out", error)
try:
    c.throw(KeyError("again"))
except KeyError as error:
    print("ended generator raises", error)
fresh = careful()
try:
    fresh.throw(RuntimeError("before start"))
except RuntimeError as error:
    print(error)
fresh = careful()
fresh.close()


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def returning():
    try:
        yield 1
    except GeneratorExit:
        return "from close"


r = returning()
next(r)
print(r.close())


def stops():
    yield 1
    raise StopIteration("inside")


try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def with_context():
    with Manager():
        yield "inside"


class Manager:
    def __enter__(self):
        print("enter")

    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__)


w = with_context()
print(next(w))
del w
print("deleted")
