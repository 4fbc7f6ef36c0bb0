def scaled(amount, factor):
    return (amount * 2) + (factor - 1) / (amount - 4)


def mixed(left, right):
    return left["total"] + right["total"] * 2


print(scaled(1, 2))
try:
    scaled(4, 1)
except ZeroDivisionError as error:
    print(error)
mixed({"total": 1}, {"total": None})
