# Generators in a row: when each begins, what each has when it is closed, and who closes it.
import sys


def source(count):
    print("source opens")
    try:
        for number in range(count):
            yield number
    finally:
        print("source closes")


def doubled(numbers):
    print("doubled opens")
    try:
        for number in numbers:
            yield number * 2
    except GeneratorExit:
        print("doubled is told to go")
        raise
    finally:
        print("doubled closes")


def averages():
    total = count = 0
    average = None
    while True:
        number = yield average
        if number is None:
            return count, average
        total, count = total + number, count + 1
        average = total / count


def keep(numbers):
    result = yield from averages_of(numbers)
    print("kept:", result)
    yield result


def averages_of(numbers):
    inner = averages()
    next(inner)
    for number in numbers:
        yield inner.send(number)
    try:
        inner.send(None)
    except StopIteration as end:
        return end.value


line = doubled(source(3))
print("nothing yet")
print(list(line))
line = doubled(source(9))
print(next(line), next(line))
print(sys.getrefcount(line))
del line
print("after del")
print(list(keep(doubled(source(4)))))
line = doubled(source(5))
try:
    print(next(line))
    line.throw(KeyError("no more"))
except KeyError as error:
    print("came out:", error)
print(next(line, "over"))
for number in doubled(source(9)):
    if number > 2:
        break
print("after the loop", number)
line = (a * b for a in source(2) for b in doubled(source(1)))
print("first", next(line))
line.close()
print("closed", list(line))
