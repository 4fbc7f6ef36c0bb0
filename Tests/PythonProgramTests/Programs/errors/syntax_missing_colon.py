print("never printed")


def function(a, b)
    return a + b
