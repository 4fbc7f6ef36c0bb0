def noisy(value):
    print("eval", value, end="; ")
    return value


print(noisy(0) or noisy("x"))
print(noisy(0) and noisy("x"))
print(noisy(1) and noisy([]) or noisy("end"))
print(not noisy([]), noisy(3) if noisy(0) else noisy(4))
for value in (0, 1, "", "0", [], [0], {}, (), None, 0.0, float("nan"), set(), range(0)):
    print(repr(value), bool(value))


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


class Truthy:
    def __bool__(self):
        return False

    def __len__(self):
        return 5


print(bool(Sized(0)), bool(Sized(2)), bool(Truthy()), bool(object()))
print(noisy(1) < noisy(3) < noisy(2) < noisy(9))
print(1 in [1, 2], 3 not in (1, 2), "b" in "abc", None is None, value is not None)
print([] == False, 1 == True, "" == 0, None == 0)
