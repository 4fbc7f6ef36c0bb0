x = 0


def first():
    print(x)


def second():
    x = 1
    first()


second()


def third():
    for x in range(3):
        pass
    return x


print(third(), x)
functions = []
for i in range(3):
    functions.append(lambda i=i, j=[i]: (i, j, x))
x = "changed"
print([f() for f in functions], i)


def fourth():
    try:
        return y
    except NameError as error:
        return str(error)
    y = 1


print(fourth())


class Scope:
    a = 1
    b = [a]
    c = lambda: a if "a" in globals() else "no a"

    def d(self):
        return [self.a for _ in range(2)]


print(Scope.b, Scope.c(), Scope().d())


def fifth():
    a = 1

    def inner():
        print(locals_of())
        a = 2
        return a

    def locals_of():
        return a

    return inner(), a


print(fifth())
try:
    del undefined
except NameError as error:
    print(error)


def sixth():
    global x
    for x in "ab":
        pass
    del x


sixth()
try:
    x
except NameError as error:
    print(error)
x = [lambda: n for n in range(2)]
print(x[0](), [f() for f in x])


def seventh(n):
    def inner():
        nonlocal n
        n += 1
        return n
    return inner() + n + inner() * n


print(seventh(1))
def eighth():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


print(eighth())
a = b = 0
a, b = a + 1, a + 2
print(a, b)
i, j = 0, [5, 6]
i, j[i] = 1, "x"
print(j)
[a, *b], c = [1, 2, 3], 4
print(a, b, c)
print([(a := n) for n in range(3)], a)
print((lambda x, y=x: len(y))(1))
