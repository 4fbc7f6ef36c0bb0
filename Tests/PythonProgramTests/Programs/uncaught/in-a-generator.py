def numbers(limit):
    for n in range(limit):
        yield 10 // (2 - n)


def doubled(source):
    for n in source:
        yield n * 2


def relay():
    yield from doubled(numbers(5))


for value in relay():
    print(value)
