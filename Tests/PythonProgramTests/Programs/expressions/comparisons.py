# Chains, identity, membership, and how different types compare.
def say(name, value):
    print("asked", name)
    return value


print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 == 2, (3 > 2) == 2)
print(say("a", 1) < say("b", 0) < say("c", 5))
print(say("a", 1) < say("b", 2) < say("c", 5) != say("d", 5))
print(1 in [1, 2] == True, 1 in [1, 2], (1 in [1, 2]) == True)
print([1, 2] < [1, 3], [1] < [1, 0], (2,) > (1, 9), "b" > "abc", "" < "a")
print({1, 2} <= {1, 2, 3}, {1, 2} < {1, 2}, {1} | {2} == {1, 2}, {1} <= {2}, {1} >= {2})
print(1 == "1", [] == (), None == 0, None is None, 0 == False, "" == b"")
nan = float("nan")
print(nan == nan, nan is nan, nan in [nan], [nan] == [nan], nan != nan, nan < 1, nan > 1)
print(1 < 1.5, 2 ** 1000 > 1e300, -0.0 == 0.0, float("inf") > 10 ** 400)
for first, second in [(1, "1"), ([], ()), (None, None), ({}, {}), (1, None)]:
    try:
        print(first < second)
    except TypeError as error:
        print(error)
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, [1, [2, [3]]] == [1, [2, [3]]])
