x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x


def change():
    global x
    x = "changed"


def make():
    global made
    made = "made in a function"


print(read(), shadow(), x)
change()
make()
print(x, made)


def too_early():
    try:
        print(x)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    x = 1
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)


too_early()


def shadowed():
    len = lambda value: "my len"
    return len([])


print(shadowed(), len([]))
print = print
max = lambda *values: "my max"
print(max(1, 2))
del max
print(max(1, 2))
try:
    missing
except NameError as error:
    print(error, error.name)


class Body:
    x = "in class"
    y = x
    method_sees = lambda self: x
    listed = [x for _ in range(1)]


print(Body.y, Body().method_sees(), Body.listed)


def outer():
    x = "outer"

    class Inner:
        print(x)
        x = "inner"
        print(x)

    return Inner.x


print(outer())
