x = 1
del x
try:
    x
except NameError as error:
    print(error, error.name)


def function():
    value = 1
    del value
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(function())


def outer():
    cell = 1

    def inner():
        return cell
    print(inner())
    del cell
    try:
        inner()
    except NameError as error:
        print(error)


outer()
a = b = [1, 2, 3]
del a[0], a[-1]
print(a, b)
del (a), [b]
print("a" in globals(), "b" in globals())
print = print
len = lambda thing: "shadowed"
print(len([]))
del len
print(len([]))
_ = 5
__dunder = 6
print(_, __dunder, [n for n in sorted(globals()) if not n.startswith("_")])
for i in range(3):
    pass
print(i)
try:
    del i, i
except NameError as error:
    print(error)
class Body:
    y = 1
    del y
print(hasattr(Body, "y"))
