# What a function sees of a variable that goes on changing, and how much it holds.
import sys

late = [lambda: number for number in range(3)]
early = [lambda number=number: number for number in range(3)]
print([each() for each in late], [each() for each in early])


def counters(names):
    made = {}
    for name in names:
        count = 0

        def step(by=1):
            nonlocal count
            count += by
            return name, count

        made[name] = step
    return made


made = counters("ab")
print(made["a"](), made["b"](), made["a"](5))
print(made["a"].__closure__[0] is made["b"].__closure__[0], len(made["a"].__closure__))
print([cell.cell_contents for cell in made["a"].__closure__], made["a"].__code__.co_freevars)


def separate(name):
    count = 0

    def step():
        nonlocal count
        count += 1
        return name, count

    def reset():
        nonlocal count
        count = 0

    return step, reset


step, reset = separate("own")
step(), step()
print(step())
reset()
print(step(), step.__closure__[0] is reset.__closure__[0], reset.__code__.co_freevars)
value = object()


def holds(value):
    return lambda: value


before = sys.getrefcount(value)
holders = [holds(value) for _ in range(5)]
print(sys.getrefcount(value) - before)
del holders[1:]
print(sys.getrefcount(value) - before)
holders[0].__closure__[0].cell_contents = None
print(sys.getrefcount(value) - before, holders[0]())


def deleted():
    gone = 1

    def look():
        return gone

    del gone
    return look


try:
    deleted()()
except NameError as error:
    print(error)
