print("broken is running")


def calculate(x):
    return 1 / x


value = calculate(0)
