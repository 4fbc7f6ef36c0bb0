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
print((1, 2, 3) is (1, 2, 3), [] is [], {} is {}, () is ())
print("" is str(), b"" is bytes(), () is tuple(), tuple([]) is ())
print(frozenset() is frozenset(), frozenset([1]) is frozenset([1]))
print(None is (lambda: None)(), Ellipsis is ..., NotImplemented is NotImplemented)
print("a" * 3 is "aaa", 60 * 60 * 24 is 86400)
n = 3
print("a" * n is "aaa", "a" * n == "aaa")
