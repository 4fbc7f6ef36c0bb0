from measuring import measure


def numbers(count):
    for number in range(count):
        yield number


def squares(source):
    for number in source:
        yield number * number


def even(source):
    for number in source:
        if number % 2 == 0:
            yield number


measure(lambda: sum(even(squares(numbers(100_000)))), str)
