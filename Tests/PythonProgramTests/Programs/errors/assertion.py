def mean(values):
    assert values, "no values"
    result = sum(values) / len(values)
    assert min(values) <= result <= max(values)
    return result


print(mean([1, 2, 3]))
try:
    mean([])
except AssertionError as error:
    print("AssertionError:", error)
result = mean([2, 4])
assert result == 5 and isinstance(result, int)
