def numbers(limit):
    for n in range(limit):
        if n == 2:
            raise ValueError("two is too many")
        yield n


def doubled(source):
    for n in source:
        yield n * 2


def total(source):
    result = 0
    for n in source:
        print("got", n)
        result += n
    return result


total(doubled(numbers(5)))
