def compute(a, b):
    return (a + 1) * (b["key"] - a / 0)


compute(1, {"key": 2})
