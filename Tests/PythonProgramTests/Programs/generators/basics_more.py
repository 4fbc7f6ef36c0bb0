def countdown(n):
    print("starts")
    while n:
        yield n
        n -= 1
    print("ends")
    return "result"


gen = countdown(3)
print(type(gen).__name__, gen is iter(gen), gen.__name__)
print(next(gen), next(gen), next(gen))
try:
    next(gen)
except StopIteration as stop:
    print(repr(stop), stop.value)
print(next(gen, "default"), list(gen))
print(list(countdown(2)), sum(countdown(4)))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([n for n, _ in zip(fibonacci(), range(10))])
print(next(n for n in fibonacci() if n > 50))
first, second, *_ = countdown(4)
print(first, second, 2 in countdown(3), max(countdown(2)))
squares = (n * n for n in range(4))
print(next(squares), list(squares), list(squares))
print(",".join(str(n) for n in range(3)), dict((n, -n) for n in range(2)))
