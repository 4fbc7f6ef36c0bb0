def counter(start=0):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count

    return up, read


up, read = counter(10)
up()
up(5)
print(read(), counter()[1]())
print(up.__closure__[0].cell_contents, up.__closure__[0] is read.__closure__[0], up.__code__.co_freevars)


def late():
    def use():
        return value

    value = "set later"
    return use()


print(late())


def unset():
    def use():
        return value

    try:
        use()
    except NameError as error:
        print(error)
    value = 1
    del value
    try:
        use()
    except NameError as error:
        print(error)


unset()


def levels():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "inner changed it"

        inner()

    middle()
    return x


print(levels())


def loop():
    calls = []
    for i in range(3):
        def call():
            return i
        calls.append(call)
    return [call() for call in calls]


print(loop())


def parameter(value):
    def get():
        return value

    value += 1
    return get


print(parameter(1)())
cell = parameter(5).__closure__[0]
cell.cell_contents = 99
print(cell.cell_contents, type(cell).__name__)
