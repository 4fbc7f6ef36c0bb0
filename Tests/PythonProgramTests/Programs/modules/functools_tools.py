import functools

calls = []


@functools.lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5), square.__name__)
basetwo = functools.partial(int, base=2)
print(basetwo("1010"), basetwo.func is int, basetwo.args, basetwo.keywords, functools.partial(max, 5)(3, 9))
greet = functools.partial(print, "hello", sep="-")
greet("world", end="!\n")
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3], 10), functools.reduce(lambda a, b: a + [b], "ab", []))
try:
    functools.reduce(max, [])
except TypeError as error:
    print(error)
try:
    square([])
except TypeError as error:
    print(error)


@functools.cache
def slow(a, *, b=0):
    calls.append("slow")
    return a + b


print(slow(1), slow(1), slow(1, b=0), calls.count("slow"), slow.cache_info().misses)


class Data:
    @functools.cached_property
    def total(self):
        print("computing")
        return 99


data = Data()
print(data.total, data.total, vars(data))
del data.total
print(data.total, sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
