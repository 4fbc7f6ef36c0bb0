def check(values):
    assert all(value > 0 for value in values), f"not positive: {[v for v in values if v <= 0]}"
    assert len(values) < 3


check([1, 2])
try:
    check([1, -2])
except AssertionError as error:
    print(error)
check([1, 2, 3])
