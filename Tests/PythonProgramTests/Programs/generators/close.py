def resource(name):
    print("open", name)
    try:
        yield name
        yield "second"
    except GeneratorExit:
        print("exit", name)
        raise
    finally:
        print("close", name)


gen = resource("a")
next(gen)
print(gen.close())
print(gen.close(), next(gen, "closed"))
gen = resource("b")
gen.close()
print("b was never opened")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


gen = stubborn()
next(gen)
try:
    gen.close()
except RuntimeError as error:
    print(error)


def returning():
    try:
        yield 1
    except GeneratorExit:
        return "value of close"


gen = returning()
next(gen)
print(gen.close())
