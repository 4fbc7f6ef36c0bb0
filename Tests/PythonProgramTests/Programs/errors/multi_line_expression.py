values = [10, 20, 0, 5]
weights = {"a": 1, "b": 2}

total = (
    values[0] * weights["a"]
    + values[1] / values[2]
    + values[3]
)
