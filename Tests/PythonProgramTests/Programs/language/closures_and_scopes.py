value = "module"


def counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count
    return increment, peek


increment, peek = counter(10)
print(increment(), increment(5), peek(), counter()[0]())


def shadows():
    value = "local"

    class Inner:
        value = "class"
        seen = value

        def method(self):
            return value
    return Inner.seen, Inner().method()


print(shadows(), value)


def changes():
    global value, fresh
    value = "changed"
    fresh = "made by a function"


changes()
print(value, fresh)
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])
print([value for value in "ab"], value)
print(sorted(locals().keys() & {"late", "early", "i"}), increment.__closure__[0].cell_contents)


def unbound():
    try:
        print(later)
    except UnboundLocalError as error:
        print(error)
    later = 1


unbound()
