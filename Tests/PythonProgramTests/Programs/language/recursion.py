import functools


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def queens(size, row=0, columns=()):
    if row == size:
        yield columns
        return
    for column in range(size):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
            yield from queens(size, row + 1, columns + (column,))


def power_set(items):
    if not items:
        return [[]]
    rest = power_set(items[1:])
    return rest + [[items[0]] + r for r in rest]


def sort(row):
    if len(row) < 2:
        return row
    pivot, *rest = row
    return sort([x for x in rest if x < pivot]) + [pivot] + sort([x for x in rest if x >= pivot])


print(ackermann(2, 3), fibonacci(80), fibonacci.cache_info())
print(next(queens(6)), len(list(queens(6))))
print(power_set([1, 2, 3]), sort([3, 1, 4, 1, 5, 9, 2, 6]))
is_even = lambda n: n == 0 or is_odd(n - 1)
is_odd = lambda n: n != 0 and is_even(n - 1)
print(is_even(50), is_odd(50))


def depth(n):
    return 1 + depth(n - 1) if n else 0


print(depth(500))
try:
    depth(10 ** 6)
except RecursionError as error:
    print(type(error).__name__)
