def first(x):
    return second(x + 1)


def second(y):
    values = [1, 2, 3]
    return third(values, y) * 2


def third(values, index):
    total = values[index] + values[index + 10]
    return total


print("before")
result = first(0)
print("never")
