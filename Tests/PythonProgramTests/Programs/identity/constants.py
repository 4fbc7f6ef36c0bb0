def same(one, other):
    return one is other


def constants():
    return 1000, "some words", 2.5, (1, 2)


def others():
    return 1000, "some words", 2.5, (1, 2)


first, second, third = constants(), constants(), others()
print(first is second)
print([a is b for a, b in zip(first, second)])
a = 5000
b = 5000
print(a is b)
x = 1.5; y = 1.5
print(x is y)
print(same((1, 2, 3), (1, 2, 3)), same([], []), same({}, {}), same((), ()))
print(same("", str()), same(b"", bytes()), same((), tuple()), same(tuple([]), ()))
print(frozenset() is frozenset(), frozenset([1]) is frozenset([1]))
print(None is (lambda: None)(), Ellipsis is ..., NotImplemented is NotImplemented)
print(same("a" * 3, "aaa"), same(60 * 60 * 24, 86400))
n = 3
print(same("a" * n, "aaa"), "a" * n == "aaa")
