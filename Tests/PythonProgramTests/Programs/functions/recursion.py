def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def depth(tree):
    return 0 if not isinstance(tree, list) else 1 + max([depth(branch) for branch in tree], default=0)


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append(a + c)
        hanoi(n - 1, b, a, c, moves)
    return moves


print(factorial(30), even(100), depth([1, [2, [3, []]]]), hanoi(3, "a", "b", "c", []))
fibonacci = lambda n: n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)
print(fibonacci(15))


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, error)


def flatten(value):
    if isinstance(value, list):
        for each in value:
            yield from flatten(each)
    else:
        yield value


print(list(flatten([1, [2, [3, 4], []], 5])))


def permutations(items):
    if len(items) <= 1:
        yield items
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


print(list(permutations([1, 2, 3])))
